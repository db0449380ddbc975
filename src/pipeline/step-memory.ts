import type { ErrorReport, StepName, StepReuse } from '../core/events.ts';
import type { Usage } from '../core/usage.ts';

/** All that decides the output of a step; plain JSON. */
export interface StepInput {
  /** Changes when the step itself makes something else of the same input. */
  version: number;
  /** Everything but the subject. */
  settings: unknown;
  /** What the step is about, such as a keyword in its normal form. */
  subject: string;
  /** Of the subject, as a BCP 47 tag, where it is a keyword. */
  language?: string;
  /** Whether outputs of other items and runs will do. */
  isShared: boolean;
  /** Whether an output that another item or run has made is kept for this one as well: it is read again later. */
  keepsCopy?: boolean;
}

/** An output that need not be made again. */
export interface RememberedOutput {
  output: unknown;
  reused: StepReuse;
  /** What this run has paid for it earlier, and what it has saved or saves now. */
  usage: Usage;
  saved: Usage;
  /** When it was first made, ISO 8601. */
  madeAt: string;
}

/** How a step of an item ended. */
interface StepEnd {
  input?: StepInput | undefined;
  ok: boolean;
  output?: unknown;
  error?: ErrorReport;
  usage: Usage;
  saved: Usage;
  /** Wall clock, ISO 8601. */
  startedAt: string;
  /** When the output was first made; absent for one that was made now. */
  madeAt?: string | undefined;
  milliseconds: number;
}

/** Where the steps of one run keep what they come to. */
export interface StepMemory {
  find(item: number, step: StepName, input: StepInput): Promise<RememberedOutput | undefined>;
  save(item: number, step: StepName, end: StepEnd): void;
  /** What the step got from outside was of no use, or what it asked about this: the next try asks anew. */
  reject(item: number, step: StepName, about?: string): void;
}
