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
 * A body as bytes. However it fails, the connection is closed: nobody reads the rest. `cut` gives the beginning of a
 * body that is too long instead of failing.
 * @throws BodyTooLarge or BodySilent past a limit; what the stream failed with, when it broke off.
 */
export async function readLimitedBytes(
  body: BodyStream | null,
  { maxBytes, idleMs }: BodyLimits,
  tooLong: 'fail' | 'cut' = 'fail',
): Promise<Uint8Array<ArrayBuffer>> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  let silence: BodySilent | undefined;
  const timer = setTimeout(() => {
    silence = new BodySilent(idleMs);
    void discard(reader);
  }, idleMs);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (silence !== undefined) throw silence;
      if (done || value === undefined) return joined(pieces, bytes);
      timer.refresh();
      pieces.push(value);
      bytes += value.byteLength;
      if (bytes <= maxBytes) continue;
      if (tooLong === 'fail') throw new BodyTooLarge(maxBytes);
      void discard(reader);
      return joined(pieces, bytes).subarray(0, maxBytes);
    }
  } catch (error) {
    void discard(reader);
    throw silence ?? error;
  } finally {
    clearTimeout(timer);
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

/** Canceling ends a read that waits, and the connection below. */
async function discard(reader: ReturnType<BodyStream['getReader']>): Promise<void> {
  await reader.cancel().catch(() => undefined);
}
