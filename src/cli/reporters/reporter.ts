import type { RunListener } from '../../core/events.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Shows a run while it goes. Never throws and never vetoes: a broken terminal does not stop a run. */
export interface Reporter {
  onEvent: RunListener;
  /** Says one line that belongs to no event, such as which writer is used or that an interrupt was seen. */
  note: (text: string) => void;
  /** Shows the last state, restores the terminal and waits until all is written. */
  close: () => Promise<void>;
}

export interface ReporterOptions {
  /** Where everything is written; stdout is for results. */
  stderr: NodeJS.WriteStream;
  isTTY: boolean;
  /** Width of the terminal, where it does not tell itself. */
  columns: number | undefined;
  color: boolean;
  /** A monotonic clock in milliseconds. */
  now: () => number;
  /** Only failures. */
  quiet: boolean;
  /** Steps and calls too. */
  debug: boolean;
  env: Environment;
}

export type ReporterFactory = (options: ReporterOptions) => Reporter;
