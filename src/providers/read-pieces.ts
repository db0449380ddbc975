/** How much of a body is read, in bytes after decompression, and how long its next byte may take, in milliseconds. */
export interface BodyLimits {
  maxBytes: number;
  idleMs: number;
}

/** Thrown while reading a body that is longer than its limit. */
export class BodyTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`longer than ${maxBytes} bytes`);
  }
}

/** Thrown while reading a body of which nothing came for too long. */
export class BodySilent extends Error {
  readonly idleMs: number;

  constructor(idleMs: number) {
    super(`silent for ${idleMs} ms`);
    this.idleMs = idleMs;
  }
}

/** What a body is read from; of `fetch` or of a client of its own. */
export interface BodyStream {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
}

/**
 * Hands the pieces of a body on as they come. However it fails, the connection is closed: nobody reads the rest. `cut`
 * ends a body that is too long with the piece that goes past the limit, instead of failing.
 * @throws BodyTooLarge or BodySilent past a limit; what the stream failed with, when it broke off.
 */
export async function readPieces(
  body: BodyStream | null,
  { maxBytes, idleMs }: BodyLimits,
  take: (piece: Uint8Array) => void,
  tooLong: 'fail' | 'cut' = 'fail',
): Promise<void> {
  if (body === null) return;
  const reader = body.getReader();
  let silence: BodySilent | undefined;
  const timer = setTimeout(() => {
    silence = new BodySilent(idleMs);
    void discard(reader);
  }, idleMs);
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (silence !== undefined) throw silence;
      if (done || value === undefined) return;
      timer.refresh();
      bytes += value.byteLength;
      if (bytes > maxBytes && tooLong === 'fail') throw new BodyTooLarge(maxBytes);
      take(value);
      if (bytes <= maxBytes) continue;
      void discard(reader);
      return;
    }
  } catch (error) {
    void discard(reader);
    throw silence ?? error;
  } finally {
    clearTimeout(timer);
  }
}

/** Canceling ends a read that waits, and the connection below. */
async function discard(reader: ReturnType<BodyStream['getReader']>): Promise<void> {
  await reader.cancel().catch(() => undefined);
}
