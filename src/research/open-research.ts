import { finishStarted } from '../batch/finish-started.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';

/** What one search found, or the reading of what the user named. */
export interface Finding {
  provider: string;
  /** Undefined for a source that the user named. */
  question: string | undefined;
  sources: readonly FoundSource[];
}

/** One search, or the reading of sources. */
export type Job = (scope: CallScope) => Promise<Finding>;

export interface PlacesOptions {
  /** Where to search, and how many results of one search to take. */
  searches: readonly { provider: SearchProvider; maxResults: number }[];
  /** Jobs at a time. */
  fanOut: number;
}

/** The research of one keyword under way: runs jobs, counts what they consume, tells how far it is. */
export interface OpenResearch {
  /** Runs jobs, as many at a time as the fan-out allows; the total of the progress grows by those that are not announced. */
  run: (jobs: readonly Job[]) => Promise<Finding[]>;
  /** Says that so many jobs will come, beside those that ran. */
  announce: (jobs: number) => void;
  /** A search for a question in each place. */
  searchesOf: (question: string) => Job[];
  readonly usage: Usage;
}

/** Opens the research of one keyword. */
export function openResearch(
  { searches, fanOut }: PlacesOptions,
  scope: CallScope,
  progress: (done: number, total: number) => void,
): OpenResearch {
  let usage: Usage = NO_USAGE;
  let done = 0;
  let started = 0;
  let total = 0;
  const metered: CallScope = {
    ...scope,
    onUsage: (used, replayed) => {
      usage = addUsage(usage, used);
      scope.onUsage?.(used, replayed);
    },
  };
  return {
    announce(jobs) {
      total = started + jobs;
      progress(done, total);
    },
    run(jobs) {
      started += jobs.length;
      if (started > total) {
        total = started;
        progress(done, total);
      }
      return finishStarted(
        jobs.map((job) => async (signal) => {
          const result = await job({ ...metered, signal });
          done++;
          progress(done, total);
          return result;
        }),
        { concurrency: fanOut, signal: scope.signal },
      );
    },
    searchesOf: (question) =>
      searches.map(({ provider, maxResults }) => async (calls) => {
        const sources = await provider.search(question, { maxResults }, calls);
        return { provider: provider.name, question, sources };
      }),
    get usage() {
      return usage;
    },
  };
}
