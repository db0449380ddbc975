import type { ErrorReport, ItemStatus, RunTotals } from './events.ts';
import type { Usage } from './usage.ts';

/** The fate of one item. */
export interface ItemOutcome {
  index: number;
  keyword: string;
  slug: string;
  status: ItemStatus;
  /** Paths of the files written, relative to the working directory where they lie below it. */
  files: readonly string[];
  title?: string;
  words?: number;
  error?: ErrorReport;
  usage: Usage;
  milliseconds: number;
}

/** What the writing of dossiers would consume. */
export interface Estimate {
  /** Writer calls. */
  calls: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars; undefined when the model has no known price. */
  costUsd?: number;
  model?: string;
}

/** Why a run ended before its items did. */
export type StopReason = 'failure' | 'interrupt' | 'credentials-or-quota';

/** What a run came to: the one document of `--json` and the base of every closing summary. */
export interface RunSummary {
  run: string;
  command: string;
  stoppedBy?: StopReason;
  outputDirectory: string;
  writer: string;
  research: readonly string[];
  /** In input order. */
  items: readonly ItemOutcome[];
  totals: RunTotals;
  /** Present for a dry run. */
  estimate?: Estimate;
  exitCode: number;
}
