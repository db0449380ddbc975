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

/**
 * A body as text, decoded as UTF-8. However it fails, the connection is closed: nobody reads the rest.
 * @throws BodyTooLarge or BodySilent past a limit; what the stream failed with, when it broke off.
 */
export async function readLimitedText(
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, idleMs }: BodyLimits,
): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  let silence: BodySilent | undefined;
  const timer = setTimeout(() => {
    silence = new BodySilent(idleMs);
    void discard(reader);
  }, idleMs);
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (silence !== undefined) throw silence;
      if (done) return text + decoder.decode();
      timer.refresh();
      bytes += value.byteLength;
      if (bytes > maxBytes) throw new BodyTooLarge(maxBytes);
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    void discard(reader);
    throw silence ?? error;
  } finally {
    clearTimeout(timer);
  }
}

/** Canceling ends a read that waits, and the connection below. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  await reader.cancel().catch(() => undefined);
}
