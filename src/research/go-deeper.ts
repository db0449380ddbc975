import { findSourceContradictions } from '../core/contradictions/find-source-contradictions.ts';
import { DEEP_BOUNDS } from '../core/research-depth.ts';
import type { ResearchRound } from '../core/dossier.ts';
import type { FoundSource } from '../providers/search-provider.ts';
import { createCopyFinder } from './create-copy-finder.ts';
import { isAnswered, readAnswering, type Answering } from './find-answers.ts';
import type { VoicedText } from './find-lone-claims.ts';
import { findOpenQuestions } from './find-open-questions.ts';
import { findReaderQuestions, WORTH_A_SEARCH } from './find-reader-questions.ts';
import { groupVoices } from './group-voices.ts';
import { mergeSources, sourceKey, type MergedSource } from './merge-sources.ts';
import type { Finding, OpenResearch } from './open-research.ts';
import { rankPassages, type RankOptions } from './rank-passages.ts';
import type { SourceReader } from './read-sources.ts';
import { readWholePages, shortPages, withWholeText, type ReadPages } from './read-whole-pages.ts';

export interface DeepOptions extends Pick<RankOptions, 'language' | 'cut'> {
  keyword: string;
  /** All questions that an article on the keyword should answer, searched or not. */
  wanted: readonly string[];
  /** Absent where nobody can read pages. */
  readPages?: ReadPages | undefined;
}

/** What the usual rounds have come to. */
export interface ShallowResearch {
  found: readonly Finding[];
  asked: readonly string[];
  rounds: readonly ResearchRound[];
}

/** What is known after all rounds. */
export interface DeepResearch {
  sources: MergedSource[];
  asked: string[];
  rounds: ResearchRound[];
  notes: string[];
}

type Passage = VoicedText & Answering & { key: string; id: string; isStudy: boolean };

/**
 * Reads what was found, finds what is still open, asks again; at most so often as `DEEP_BOUNDS` tells. It ends early
 * where nothing is open any more, and after a round that found no new source or answered nothing. What it asks depends on
 * what was found alone, not on the day: a resumed run asks the same again, and pays for none of it twice.
 */
export async function goDeeper(
  shallow: ShallowResearch,
  options: DeepOptions,
  tools: { research: OpenResearch; reader: SourceReader; onSubject: OnSubject },
): Promise<DeepResearch> {
  const { research, reader } = tools;
  const found = [...shallow.found];
  const asked = [...shallow.asked];
  const rounds = [...shallow.rounds];
  const notes: string[] = [];
  const chosen = new Set<string>();
  const known = new Set<string>();
  const whole = new Map<string, FoundSource>();
  const tried = new Set<string>();
  // What the user named is read whatever else there is.
  const named = new Set(
    found
      .filter(({ question }) => question === undefined)
      .flatMap(({ sources }) => sources.map((source) => sourceKey(source))),
  );
  const isNamed = (source: MergedSource) => named.has(sourceKey(source));
  let questionsLeft: number = DEEP_BOUNDS.questions;

  for (let round = 0; ; round++) {
    const merged = mergeSources(tools.onSubject(found));
    const fresh = merged.filter((source) => !known.has(keyOf(source)));
    for (const source of fresh) known.add(keyOf(source));
    const promising = reader.choose(fresh);
    for (const source of [...fresh.filter(isNamed), ...promising]) chosen.add(keyOf(source));
    await readShort(promising);
    const sources = await reader.read(
      merged
        .filter((source) => chosen.has(keyOf(source)))
        .map((source) => withWholeText(source, whole.get(keyOf(source)))),
    );
    const passages = readPassages(sources, asked, options);
    const last = rounds.at(-1);
    if (round > 0 && last !== undefined) {
      rounds[rounds.length - 1] = { ...last, newSources: fresh.length };
      const keys = new Set(fresh.map(keyOf));
      const news = passages.filter(({ key }) => keys.has(key));
      const isOfUse = last.questions.some((question) => isAnswered(question, news, options));
      if (!isOfUse) return { sources, asked, rounds, notes };
    }
    const open = round === DEEP_BOUNDS.rounds ? [] : whatIsOpen(sources, passages);
    const questions = open.slice(0, Math.min(questionsLeft, DEEP_BOUNDS.questionsOfRound));
    if (questions.length === 0) return { sources, asked, rounds, notes };
    questionsLeft -= questions.length;
    asked.push(...questions);
    rounds.push({ questions, newSources: 0 });
    found.push(...(await research.run(questions.flatMap(research.searchesOf))));
  }

  async function readShort(sources: readonly MergedSource[]): Promise<void> {
    const { readPages } = options;
    if (readPages === undefined) return;
    const pages = shortPages(sources).slice(
      0,
      Math.min(DEEP_BOUNDS.pagesOfRound, DEEP_BOUNDS.pages - tried.size),
    );
    if (pages.length === 0) return;
    for (const page of pages) tried.add(keyOf(page));
    await research.run([
      async (scope) => {
        const read = await readWholePages(pages, readPages, scope);
        for (const [key, page] of read.whole) whole.set(key, page);
        notes.push(...read.notes);
        return { provider: '', question: undefined, sources: [] };
      },
    ]);
  }

  function whatIsOpen(sources: readonly MergedSource[], passages: readonly Passage[]): string[] {
    const { keyword, language, wanted } = options;
    const contradictions = findSourceContradictions(
      passages.map((passage) => ({ ...passage, sourceId: passage.key, passageId: passage.id })),
      { keyword, language },
    );
    const { nearness } = WORTH_A_SEARCH;
    const readerQuestions = findReaderQuestions(sources, { keyword, asked, language, nearness });
    const so = { keyword, language, asked, wanted, readerQuestions, contradictions, passages };
    return findOpenQuestions(so).map(({ question }) => question);
  }
}

/** Leaves out what only seems to be on the keyword. */
type OnSubject = (found: readonly Finding[]) => readonly Finding[];

function readPassages(
  sources: readonly MergedSource[],
  questions: readonly string[],
  { language, cut }: DeepOptions,
): Passage[] {
  const voices = groupVoices(sources, createCopyFinder(language));
  const voiceOf = new Map(sources.map((source, index) => [source, voices[index] ?? index]));
  const { ranked } = rankPassages(sources, { questions, language, cut }, () => false);
  return ranked.flatMap(({ source, passages }) =>
    passages.map(({ passage, text, score }) => {
      const { start, heading } = passage;
      const told = heading === undefined ? { text } : { text, heading };
      const key = keyOf(source);
      const place = { key, id: `${key} ${start}`, voice: voiceOf.get(source) ?? 0 };
      const isStudy = source.work !== undefined;
      return { ...told, ...place, isStudy, score, ...readAnswering(told, language) };
    }),
  );
}

function keyOf(source: MergedSource): string {
  return sourceKey(source) ?? '';
}
