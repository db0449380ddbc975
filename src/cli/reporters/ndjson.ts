import { createLineWriter } from './line-writer.ts';
import type { ReporterFactory } from './reporter.ts';

/** What JSON leaves as it is although a terminal or a line reader may act on it. */
const UNSAFE =
  /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|##\[/g;

/** Every event of the run as one line of JSON; `--quiet` and `--debug` change nothing, notes are left out. */
export const createNdjsonReporter: ReporterFactory = ({ stderr }) => {
  const writer = createLineWriter(stderr);
  return {
    onEvent: (event) => writer.write(JSON.stringify(event).replace(UNSAFE, escapeUnsafe)),
    note: () => {},
    close: writer.close,
  };
};

function escapeUnsafe(text: string): string {
  const code = text.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${code}${text.slice(1)}`;
}
