import type { TerminalStop } from './errors.ts';
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
  /** What its calls have consumed, those of earlier sessions of the run included. */
  usage: Usage;
  /** What it would have consumed beyond that without the answers and dossiers of other runs and keywords. */
  saved: Usage;
  /** Spent in its lane, over all sessions of the run. */
  milliseconds: number;
  /** After research only: what the writing would consume. */
  writing?: WritingEstimate;
}

/** What the writing of one article would consume. */
export interface WritingEstimate {
  /** Writer calls. */
  calls: number;
  inputTokens: number;
  outputTokens: number;
}

/** What the writing of dossiers would consume. */
export interface Estimate extends WritingEstimate {
  /** US dollars; undefined when the model has no known price. */
  costUsd?: number;
  model?: string;
}

/** Why a run ended before its items did. */
export type StopReason = 'failure' | 'interrupt' | TerminalStop;

/** What a run came to: the one document of `--json` and the base of every closing summary. */
export interface RunSummary {
  run: string;
  command: string;
  /** When the run was begun, ISO 8601. */
  createdAt: string;
  /** Research only: the items end with their dossiers. */
  dryRun: boolean;
  /** The error that stopped the run in both modes, where one did. */
  stopError?: ErrorReport;
  stoppedBy?: StopReason;
  outputDirectory: string;
  writer: string;
  research: readonly string[];
  /** In input order. */
  items: readonly ItemOutcome[];
  totals: RunTotals;
  /** Present for a dry run. */
  estimate?: Estimate;
  /** US dollars that the run may spend, where a limit was set. */
  maxCostUsd?: number;
  exitCode: number;
}
