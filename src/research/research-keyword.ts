import type { Dossier, ReaderQuestion, ResearchRound } from '../core/dossier.ts';
import { AppError } from '../core/errors.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource } from '../providers/search-provider.ts';
import { buildDossier, GIVEN, type DossierOptions } from './build-dossier.ts';
import { findReaderQuestions, WORTH_A_SEARCH } from './find-reader-questions.ts';
import { goDeeper, type DeepOptions } from './go-deeper.ts';
import { mergeSources } from './merge-sources.ts';
import { openResearch, type Finding, type Job, type PlacesOptions } from './open-research.ts';
import { createSourceReader, type ReadOptions } from './read-sources.ts';

export interface ResearchOptions extends DossierOptions, ReadOptions, PlacesOptions {
  /** Sources that are always read, whatever the searches find. */
  given: readonly (() => Promise<FoundSource>)[];
  /** What passages are ranked by, where it is not what is searched: a keyword that shares the searches of another. */
  rankBy?: { keyword: string; questions: readonly string[] } | undefined;
  /** Searches all questions at once; else the last one is searched when the pages on the others were read. */
  isOneRound?: boolean;
  /** Goes on after the usual rounds; absent for research that does not. */
  deep?: DeepResearchOptions | undefined;
}

/** What deep research needs beside. */
export interface DeepResearchOptions extends Pick<DeepOptions, 'wanted' | 'readPages'> {
  /** Sites that the user named, each with what reads its pages on the keyword. */
  sites: readonly SiteReading[];
}

/** The reading of one site. */
export interface SiteReading {
  provider: string;
  explore: (subject: string, scope: CallScope) => Promise<FoundSource[]>;
}

/** More notes nobody reads. */
const MOST_NOTES = 12;

/**
 * Searches the keyword and its questions in two rounds and keeps the best of what was found. The first round has all
 * but the last question; the second has a question that the pages of the first raise themselves, or else the last one:
 * the number of searches is that of the questions. Deep research goes on from there.
 * @throws AppError `NO_SOURCES` when nothing useful was found, or what a provider failed with.
 */
export async function researchKeyword(
  options: ResearchOptions,
  scope: CallScope,
  progress: (done: number, total: number) => void,
): Promise<Dossier> {
  const { questions, searches, given, keyword, language, deep } = options;
  const research = openResearch(options, scope, progress);
  const reader = createSourceReader(options);
  const onlySubject = (found: readonly Finding[]) => onSubject(found, questions[0]);
  const sourcesOf = (found: readonly Finding[]) =>
    reader.read(reader.choose(mergeSources(onlySubject(found))));
  const sites = (deep?.sites ?? []).map((site) => siteJob(site, keyword));
  research.announce(given.length + sites.length + questions.length * searches.length);

  const heldBack = options.isOneRound === true ? undefined : questions.slice(1).at(-1);
  const asked = heldBack === undefined ? [...questions] : questions.slice(0, -1);
  const first = [...given.map(readingOf), ...sites, ...asked.flatMap(research.searchesOf)];
  const found = await research.run(first);
  const rounds: ResearchRound[] = [
    { questions: [...asked], newSources: mergeSources(found).length },
  ];
  let raised: ReaderQuestion | undefined;
  if (heldBack !== undefined) {
    const near = { keyword, asked, language, nearness: WORTH_A_SEARCH.nearness };
    raised = findReaderQuestions(await sourcesOf(found), near).find(
      ({ voices }) => voices >= WORTH_A_SEARCH.voices,
    );
    const last = raised?.question ?? heldBack;
    asked.push(last);
    const before = mergeSources(found).length;
    found.push(...(await research.run(research.searchesOf(last))));
    rounds.push({ questions: [last], newSources: mergeSources(found).length - before });
  }
  const deeper =
    deep &&
    (await goDeeper(
      { found, asked, rounds },
      { ...options, ...deep },
      { research, reader, onSubject: onlySubject },
    ));
  const { sources, asked: all } = deeper ?? { sources: await sourcesOf(found), asked };
  // What later rounds ask is asked by each keyword of a cluster, whatever words it ranks by.
  const later = all.slice(asked.length);
  const ranking = options.rankBy && {
    ...options.rankBy,
    questions: [...options.rankBy.questions, ...later],
  };
  const dossier = buildDossier(sources, { ...options, questions: all, ...ranking });
  if (dossier.sources.length === 0) throw nothingFound(options);
  const further = findReaderQuestions(sources, { keyword, asked: all, language });
  const readerQuestions = [
    ...(raised === undefined ? [] : [{ ...raised, searched: true }]),
    ...further,
  ];
  return {
    ...dossier,
    readerQuestions: readerQuestions.map((question) => withSources(question, dossier)),
    ...(deeper === undefined
      ? {}
      : {
          rounds: deeper.rounds,
          notes: [...(dossier.notes ?? []), ...deeper.notes].slice(0, MOST_NOTES),
        }),
    usage: research.usage,
  };
}

function readingOf(read: () => Promise<FoundSource>): Job {
  return async () => ({ provider: GIVEN, question: undefined, sources: [await read()] });
}

function siteJob({ provider, explore }: SiteReading, subject: string): Job {
  return async (scope) => ({
    provider,
    question: undefined,
    sources: await explore(subject, scope),
  });
}

/** A question with the sources of the dossier that ask it. */
function withSources(question: ReaderQuestion, { sources }: Dossier): ReaderQuestion {
  const asking = sources.filter(({ url, path }) => question.seenAt.includes(url ?? path ?? ''));
  return { ...question, sourceIds: asking.map(({ id }) => id) };
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
