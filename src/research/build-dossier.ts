import {
  findSourceContradictions,
  type VoicedPassage,
} from '../core/contradictions/find-source-contradictions.ts';
import type { Dossier, Passage, Source, SourceScore } from '../core/dossier.ts';
import { NO_USAGE } from '../core/usage.ts';
import { choosePassages } from './choose-passages.ts';
import { chooseSources } from './choose-sources.ts';
import { contradictionNotes } from './contradiction-notes.ts';
import { dropCopies } from './drop-copies.ts';
import { findPrimary, type PrimarySign } from './find-primary.ts';
import { groupVoices } from './group-voices.ts';
import type { MergedSource } from './merge-sources.ts';
import {
  rankPassages,
  type RankedPassage,
  type RankedSource,
  type RankOptions,
} from './rank-passages.ts';
import { queryTerms } from './score-passages.ts';
import { judgeSource, type SourceJudgement } from './score-source.ts';

export interface DossierOptions extends RankOptions {
  keyword: string;
  slug: string;
  maxSources: number;
  /** Tokens of all passages together: what fits into the writer's context. */
  maxTokens: number;
  /** ISO 8601; the age of sources counts from it. */
  createdAt: string;
  /** SHA-256 of a text as hex. */
  hash: (text: string) => string;
}

/** The provider's name of sources that the user named. */
export const GIVEN = 'given';

/** A source that has so many of a question's words matches it. */
const MATCHING_SHARE = 0.75;
/** More notes nobody reads. */
const MOST_NOTES = 10;

/**
 * Ranks what was found and keeps the best that fits: passages by their words; sources by their best passage, authority,
 * freshness, and by how much they add to the voices already there. Copies of a text count as one source, and what tells
 * a language model what to do is left out; the notes say so.
 */
export function buildDossier(found: readonly MergedSource[], options: DossierOptions): Dossier {
  const { keyword, language, maxSources, maxTokens } = options;
  const { ranked, notes } = rankPassages(found, options, isNamed);
  const primary = findPrimary(found, { keyword, language });
  const candidates = ranked.map((entry) => ({
    ...entry,
    judgement: judge(entry, primary.get(entry.source), options),
    isNamed: isNamed(entry.source),
  }));
  const { kept, notes: copies, isCopy } = dropCopies(candidates, language);
  const chosen = chooseSources(kept, { keyword, limit: maxSources });
  const taken = [...choosePassages(chosen, maxTokens)];
  const voices = groupVoices(
    taken.map(([{ source }]) => source),
    isCopy,
  );
  const sources = taken.map(([entry, passages], index) =>
    toSource({ ...entry, passages, id: `s${index + 1}` }, options.hash),
  );
  const contradictions = findSourceContradictions(voicedPassages(sources, voices), {
    keyword,
    language,
  });
  return {
    version: 1,
    keyword,
    slug: options.slug,
    questions: options.questions,
    sources,
    providers: [...new Set(found.map((source) => source.provider))],
    independentSources: new Set(voices).size,
    ...(contradictions.length === 0 ? {} : { contradictions }),
    notes: [...contradictionNotes(contradictions), ...copies, ...notes].slice(0, MOST_NOTES),
    createdAt: options.createdAt,
    usage: NO_USAGE,
  };
}

/** Sources that the user named are in the dossier whatever their words score. */
function isNamed(source: MergedSource): boolean {
  return source.provider === GIVEN;
}

function judge(
  { source, passages }: RankedSource,
  primary: PrimarySign | undefined,
  options: DossierOptions,
): SourceJudgement {
  const { questions, keyword, language } = options;
  const terms = new Set(passages.flatMap((passage) => [...passage.terms]));
  const matched = questions.filter((question) => {
    const wanted = queryTerms(question, language);
    const shared = wanted.filter((term) => terms.has(term)).length;
    return wanted.length > 0 && shared >= MATCHING_SHARE * wanted.length;
  });
  return judgeSource(source, {
    keyword,
    questions: { all: questions.length, matched: matched.length },
    relevance: passages[0]?.score ?? 0,
    now: Date.parse(options.createdAt),
    primary,
  });
}

function voicedPassages(sources: readonly Source[], voices: readonly number[]): VoicedPassage[] {
  return sources.flatMap(({ id, passages, work }, index) =>
    passages.map(({ id: passageId, text, heading, score }) => ({
      sourceId: id,
      passageId,
      voice: voices[index] ?? index,
      text,
      ...(heading === undefined ? {} : { heading }),
      ...(work === undefined ? {} : { isStudy: true }),
      score,
    })),
  );
}

interface TakenSource {
  id: string;
  source: MergedSource;
  score: number;
  why: SourceScore;
  passages: readonly RankedPassage[];
}

function toSource(
  { id, source, score, why, passages }: TakenSource,
  hash: (text: string) => string,
): Source {
  const inOrder = passages.toSorted((left, right) => left.passage.start - right.passage.start);
  return {
    id,
    title: source.title,
    ...(source.url === undefined ? { path: source.path ?? '' } : { url: source.url }),
    ...(source.author === undefined ? {} : { author: source.author }),
    ...(source.work === undefined ? {} : { work: source.work }),
    ...(source.publishedAt === undefined ? {} : { publishedAt: source.publishedAt }),
    retrievedAt: source.retrievedAt,
    sha256: hash(source.text),
    provider: source.provider,
    score,
    why,
    passages: inOrder.map(({ passage, text, score: relevance }, index): Passage => {
      const { start, end, heading, page } = passage;
      const base = { id: `${id}p${index + 1}`, start, end, text, score: rounded(relevance) };
      return {
        ...base,
        ...(heading === undefined ? {} : { heading }),
        ...(page === undefined ? {} : { page }),
      };
    }),
  };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
