import type { TextSink } from '../output/ordered-rows.ts';

/** A reader that has gone away is told by the stream itself; what is under way shall still be kept. */
export const STANDARD_OUTPUT: TextSink = {
  write: (text) =>
    new Promise((resolve) => {
      if (text === '' || process.stdout.destroyed) resolve();
      else process.stdout.write(text, () => resolve());
    }),
};
