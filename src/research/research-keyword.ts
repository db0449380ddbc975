import { finishStarted } from '../batch/finish-started.ts';
import type { Dossier, ReaderQuestion } from '../core/dossier.ts';
import { AppError } from '../core/errors.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import { buildDossier, GIVEN, type DossierOptions } from './build-dossier.ts';
import { findReaderQuestions } from './find-reader-questions.ts';
import { mergeSources, type MergedSource } from './merge-sources.ts';
import { createSourceReader, type ReadOptions } from './read-sources.ts';

export interface ResearchOptions extends DossierOptions, ReadOptions {
  /** Where to search, and how many results of one search to take. */
  searches: readonly { provider: SearchProvider; maxResults: number }[];
  /** Searches at a time. */
  fanOut: number;
  /** Sources that are always read, whatever the searches find. */
  given: readonly (() => Promise<FoundSource>)[];
  /** What passages are ranked by, where it is not what is searched: a keyword that shares the searches of another. */
  rankBy?: { keyword: string; questions: readonly string[] } | undefined;
}

/** A question of readers is worth a search when so many sources ask it that do not depend on each other. */
const ENOUGH_VOICES = 2;
/** A question with fewer of the keyword's words is worth to be answered where it comes up, but no search of its own. */
const NEAR_ENOUGH = 0.66;

/**
 * Searches the keyword and its questions in two rounds and keeps the best of what was found. The first round has all
 * but the last question; the second has a question that the pages of the first raise themselves, or else the last one:
 * the number of searches is that of the questions.
 * @throws AppError `NO_SOURCES` when nothing useful was found, or what a provider failed with.
 */
export async function researchKeyword(
  options: ResearchOptions,
  scope: CallScope,
  progress: (done: number, total: number) => void,
): Promise<Dossier> {
  let usage: Usage = NO_USAGE;
  const metered: CallScope = {
    ...scope,
    onUsage: (used, replayed) => {
      usage = addUsage(usage, used);
      scope.onUsage?.(used, replayed);
    },
  };
  const { questions, searches, given, keyword, language } = options;
  const total = given.length + questions.length * searches.length;
  let done = 0;
  progress(done, total);
  const run = (jobs: readonly Job[]): Promise<Finding[]> =>
    finishStarted(
      jobs.map((job) => async (signal) => {
        const result = await job(signal);
        done++;
        progress(done, total);
        return result;
      }),
      { concurrency: options.fanOut, signal: scope.signal },
    );
  const searchesOf = (question: string): Job[] =>
    searches.map(({ provider, maxResults }) => async (signal) => {
      const sources = await provider.search(question, { maxResults }, { ...metered, signal });
      return { provider: provider.name, question, sources };
    });
  const readSources = createSourceReader(options);
  const sourcesOf = (found: readonly Finding[]): Promise<MergedSource[]> =>
    readSources(mergeSources(onSubject(found, questions[0])));

  const heldBack = questions.length > 1 ? questions.at(-1) : undefined;
  const asked = heldBack === undefined ? [...questions] : questions.slice(0, -1);
  const found = await run([...given.map(readingOf), ...asked.flatMap(searchesOf)]);
  let raised: ReaderQuestion | undefined;
  if (heldBack !== undefined) {
    const sources = await sourcesOf(found);
    const near = { keyword, asked, language, nearness: NEAR_ENOUGH };
    raised = findReaderQuestions(sources, near).find(({ voices }) => voices >= ENOUGH_VOICES);
    const last = raised?.question ?? heldBack;
    asked.push(last);
    found.push(...(await run(searchesOf(last))));
  }
  const sources = await sourcesOf(found);
  const dossier = buildDossier(sources, { ...options, questions: asked, ...options.rankBy });
  if (dossier.sources.length === 0) throw nothingFound(options);
  const further = findReaderQuestions(sources, { keyword, asked, language });
  const readerQuestions = [
    ...(raised === undefined ? [] : [{ ...raised, searched: true }]),
    ...further,
  ];
  return {
    ...dossier,
    readerQuestions: readerQuestions.map((question) => withSources(question, dossier)),
    usage,
  };
}

/** One search, or the reading of one source that the user named. */
type Job = (signal: AbortSignal) => Promise<Finding>;

function readingOf(read: () => Promise<FoundSource>): Job {
  return async () => ({ provider: GIVEN, question: undefined, sources: [await read()] });
}

/** A question with the sources of the dossier that ask it. */
function withSources(question: ReaderQuestion, { sources }: Dossier): ReaderQuestion {
  const asking = sources.filter(({ url, path }) => question.seenAt.includes(url ?? path ?? ''));
  return { ...question, sourceIds: asking.map(({ id }) => id) };
}

interface Finding {
  provider: string;
  /** Undefined for a source that the user named. */
  question: string | undefined;
  sources: readonly FoundSource[];
}

/**
 * Without the documents of a library that has none on the keyword itself: what its questions find there by their other
 * words is about something else.
 */
function onSubject(found: readonly Finding[], keyword: string | undefined): readonly Finding[] {
  const knowing = new Set(
    found
      .filter(({ question, sources }) => question === keyword && sources.length > 0)
      .map(({ provider }) => provider),
  );
  return found.map((finding) =>
    finding.question === undefined || knowing.has(finding.provider)
      ? finding
      : { ...finding, sources: finding.sources.filter(({ url }) => url !== undefined) },
  );
}

function nothingFound(options: ResearchOptions): AppError {
  const places = options.searches.map(({ provider }) => provider.name).join(' and ');
  return new AppError(
    'NO_SOURCES',
    `The research in ${places} found nothing on "${options.keyword}".`,
    {
      suggestions: [
        'Put the keyword in other words.',
        'Name more documents with --library, or research the web with --research tavily.',
      ],
    },
  );
}
