import type { Dossier } from '../core/dossier.ts';
import { AppError } from '../core/errors.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import { buildDossier, GIVEN, type DossierOptions } from './build-dossier.ts';
import { finishStarted } from './finish-started.ts';
import { mergeSources, type MergedSource } from './merge-sources.ts';

export interface ResearchOptions extends DossierOptions {
  /** Where to search, and how many results of one search to take. */
  searches: readonly { provider: SearchProvider; maxResults: number }[];
  /** Searches at a time. */
  fanOut: number;
  /** Makes plain text in blocks out of the Markdown of a web page. */
  plainText: (markdown: string) => Promise<string>;
  /** Sources that are always read, whatever the searches find. */
  given: readonly (() => Promise<FoundSource>)[];
}

/**
 * Searches the keyword and its questions with every provider and keeps the best of what was found.
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
  const jobs = [
    ...options.given.map((read) => async () => ({
      provider: GIVEN,
      question: undefined,
      sources: [await read()],
    })),
    ...options.questions.flatMap((question) =>
      options.searches.map(({ provider, maxResults }) => async (signal: AbortSignal) => {
        const sources = await provider.search(question, { maxResults }, { ...metered, signal });
        return { provider: provider.name, question, sources };
      }),
    ),
  ];
  let done = 0;
  progress(done, jobs.length);
  const found = await finishStarted(
    jobs.map((job) => async (signal) => {
      const result = await job(signal);
      done++;
      progress(done, jobs.length);
      return result;
    }),
    { concurrency: options.fanOut, signal: scope.signal },
  );
  const sources = await readable(mergeSources(onSubject(found, options.questions[0])), options);
  const dossier = buildDossier(sources, options);
  if (dossier.sources.length === 0) throw nothingFound(options);
  return { ...dossier, usage };
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

/** Pages that are read for each source that a dossier may have: enough to choose from, and no more work than that. */
const PAGES_PER_SOURCE = 1.25;

/** The most promising of what was found, web pages as plain text. Documents come as plain text already. */
async function readable(
  found: readonly MergedSource[],
  options: ResearchOptions,
): Promise<MergedSource[]> {
  const documents = found.filter((source) => source.url === undefined);
  const pages = found
    .filter((source) => source.url !== undefined)
    .sort((left, right) => right.score - left.score || right.hits - left.hits)
    .slice(0, options.maxSources * PAGES_PER_SOURCE);
  const read = pages.map(async (page) => {
    // A page that cannot be read is left out; there are others.
    const text = await options.plainText(page.text).catch(() => '');
    return { ...page, text };
  });
  return [...documents, ...(await Promise.all(read))];
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
