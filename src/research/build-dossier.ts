import type { Dossier, Passage, Source } from '../core/dossier.ts';
import { estimateTokens } from '../core/estimate-tokens.ts';
import { NO_USAGE } from '../core/usage.ts';
import type { FoundPassage } from '../providers/search-provider.ts';
import type { MergedSource } from './merge-sources.ts';
import { scorePassages } from './score-passages.ts';

export interface DossierOptions {
  keyword: string;
  slug: string;
  /** The keyword first. */
  questions: readonly string[];
  language: string;
  maxSources: number;
  /** Tokens of all passages together: what fits into the writer's context. */
  maxTokens: number;
  createdAt: string;
  /** SHA-256 of a text as hex. */
  hash: (text: string) => string;
  /** Cuts a text into passages, where the provider did not. */
  cut: (text: string) => readonly Omit<FoundPassage, 'score'>[];
}

/** The provider's name of sources that the user named. */
export const GIVEN = 'given';

/** Below this share of the best passage's score, a passage is noise. */
const WEAKEST_SHARE = 0.12;
/** A longer source may not crowd out the others. */
const MOST_PASSAGES_OF_A_SOURCE = 16;

interface Candidate {
  source: MergedSource;
  passage: Omit<FoundPassage, 'score'>;
  text: string;
  score: number;
}

/** Ranks what was found and keeps the best that fits: passages by their words, sources by their best passages. */
export function buildDossier(found: readonly MergedSource[], options: DossierOptions): Dossier {
  const chosen = choose(rank(found, options), options);
  const sources = [...Map.groupBy(chosen, (candidate) => candidate.source)].map(
    ([source, candidates], index) => toSource(source, candidates, `s${index + 1}`, options.hash),
  );
  return {
    version: 1,
    keyword: options.keyword,
    slug: options.slug,
    questions: options.questions,
    sources,
    providers: [...new Set(found.map((source) => source.provider))],
    createdAt: options.createdAt,
    usage: NO_USAGE,
  };
}

/** All passages of all sources, best first. */
function rank(found: readonly MergedSource[], options: DossierOptions): Candidate[] {
  const pairs = found.flatMap((source) =>
    (source.passages ?? options.cut(source.text)).map((passage) => {
      const text = source.text.slice(passage.start, passage.end);
      return { source, passage, text };
    }),
  );
  const texts = pairs.map(({ passage, text }) => `${passage.heading ?? ''}\n${text}`);
  const scores = scorePassages(texts, options.questions, options.language);
  return pairs
    .map((pair, index) => ({ ...pair, score: (scores[index] ?? 0) * trust(pair.source) }))
    .filter((candidate) => candidate.score >= WEAKEST_SHARE || isGiven(candidate.source))
    .sort((left, right) => right.score - left.score);
}

/** A source that the search itself thinks little of counts less: from 0.5 at a score of 0 to 1 at a score of 1. */
function trust(source: MergedSource): number {
  return 0.5 + 0.5 * Math.min(1, Math.max(0, source.score));
}

/** Sources that the user named are in the dossier whatever their words score. */
function isGiven(source: MergedSource): boolean {
  return source.provider === GIVEN;
}

/** The best passages that fit; sources keep the rank of their best passage. */
function choose(ranked: readonly Candidate[], options: DossierOptions): Candidate[] {
  const best = new Map(ranked.toReversed().map((candidate) => [candidate.source, candidate]));
  const given = [...best.values()].filter((candidate) => isGiven(candidate.source));
  const counts = new Map<MergedSource, number>();
  const chosen: Candidate[] = [];
  let tokens = 0;
  for (const candidate of new Set([...given, ...ranked])) {
    const count = counts.get(candidate.source) ?? 0;
    const isFull = counts.size >= Math.max(options.maxSources, given.length);
    if ((count === 0 && isFull) || count >= MOST_PASSAGES_OF_A_SOURCE) continue;
    const size = estimateTokens(candidate.text);
    if (tokens + size > options.maxTokens) continue;
    tokens += size;
    counts.set(candidate.source, count + 1);
    chosen.push(candidate);
  }
  return chosen;
}

function toSource(
  source: MergedSource,
  candidates: readonly Candidate[],
  id: string,
  hash: (text: string) => string,
): Source {
  const inOrder = candidates.toSorted((left, right) => left.passage.start - right.passage.start);
  const passages = inOrder.map(({ passage, text, score }, index): Passage => {
    const { start, end, heading } = passage;
    const base = { id: `${id}p${index + 1}`, start, end, text, score: rounded(score) };
    return heading === undefined ? base : { ...base, heading };
  });
  return {
    id,
    title: source.title,
    ...(source.url === undefined ? { path: source.path ?? '' } : { url: source.url }),
    ...(source.author === undefined ? {} : { author: source.author }),
    ...(source.publishedAt === undefined ? {} : { publishedAt: source.publishedAt }),
    retrievedAt: source.retrievedAt,
    sha256: hash(source.text),
    provider: source.provider,
    score: rounded(Math.max(...candidates.map((candidate) => candidate.score))),
    passages,
  };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
