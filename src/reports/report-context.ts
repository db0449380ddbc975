import type { RunSummary } from '../core/summary.ts';

/** What a report tells beside the figures; made by the command line, so that all closing words are the same. */
export interface ReportContext {
  /** The result in one sentence. */
  headline: string;
  /** What else there is to say: why the run stopped, what it consumed, what to do next. */
  facts: readonly string[];
  /** What the items are called, such as `document`; `keyword` unless said. */
  item?: string;
  /** Folder of the page templates. */
  pagesDirectory: string;
}

/** Turns what a run came to into the whole text of a file. */
export type RenderReport = (summary: RunSummary, context: ReportContext) => string;
