export interface LineWriter {
  write: (line: string) => void;
  /** Resolves when all is handed over, or when nobody reads any more. */
  close: () => Promise<void>;
}

/** Writes lines to a stream that may break (`… 2>&1 | head -1`): from then on it is silent instead of throwing. */
export function createLineWriter(stream: NodeJS.WriteStream): LineWriter {
  let broken = false;
  // Stays on the stream, because an EPIPE may arrive after the last line.
  stream.on('error', () => {
    broken = true;
  });
  const isClosed = (): boolean => broken || stream.destroyed || stream.writableEnded;
  return {
    write: (line) => {
      if (!isClosed()) stream.write(`${line}\n`);
    },
    close: () =>
      new Promise((resolve) => {
        if (isClosed()) resolve();
        else stream.write('', () => resolve());
      }),
  };
}
