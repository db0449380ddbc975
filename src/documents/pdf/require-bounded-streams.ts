import { createInflate } from 'node:zlib';
import { unfoldLimit, unfoldsTooFar } from '../unfold-limit.ts';

/** No stream of Deflate unfolds to more than this multiple (RFC 1951: 258 bytes of two bits). */
const MOST_A_FILTER = 1032;
/** What comes to less when it is unfolded is not looked at; pages of text come to some kilobytes. */
const SMALL_BYTES = 8 * 1024 * 1024;
/** No page, font or table of objects comes to more. */
const MOST_A_STREAM = 128 * 1024 * 1024;
/** The dictionary of a stream stands right before it. */
const DICTIONARY_BYTES = 1024;
const FEED_BYTES = 64 * 1024;

/**
 * Unfolds the large compressed streams of a PDF, keeping nothing, before a reader does it and keeps all. Pictures are
 * passed over, as the reader of text does.
 * @throws AppError `DOCUMENT_UNREADABLE` when they come to more than the limit for a file of this size
 */
export async function requireBoundedStreams(
  bytes: Uint8Array,
  path: string,
  maxRatio?: number,
): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = unfoldLimit(bytes.length, maxRatio);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at)) {
    const start = at + 'stream'.length;
    const end = endOfStream(file, start);
    const filters = deflateFilters(file, at);
    at = end;
    if (filters === 0 || (end - start) * MOST_A_FILTER ** filters < SMALL_BYTES) continue;
    const size = await unfoldedSize(
      file.subarray(afterLineEnd(file, start), end),
      filters,
      Math.min(left, MOST_A_STREAM),
    );
    left -= size;
    if (left < 0 || size > MOST_A_STREAM) throw unfoldsTooFar(path, bytes.length, maxRatio);
  }
}

function endOfStream(file: Buffer, start: number): number {
  const end = file.indexOf('endstream', start);
  return end < 0 ? file.length : end;
}

function afterLineEnd(file: Buffer, at: number): number {
  if (file[at] === 13 && file[at + 1] === 10) return at + 2;
  return file[at] === 10 || file[at] === 13 ? at + 1 : at;
}

/** How many times the stream whose word stands at `at` was packed; 0 for pictures and what is not packed. */
function deflateFilters(file: Buffer, at: number): number {
  const before = file.subarray(Math.max(0, at - DICTIONARY_BYTES), at).toString('latin1');
  const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
  if (/\/Subtype\s*\/Image\b/u.test(dictionary)) return 0;
  return dictionary.match(/\/(?:FlateDecode|Fl)\b/gu)?.length ?? 0;
}

/** Bytes at the end of the chain, or more than `limit` as soon as any part of it passes that. */
async function unfoldedSize(packed: Uint8Array, filters: number, limit: number): Promise<number> {
  const chain = Array.from({ length: filters }, () => createInflate({ chunkSize: FEED_BYTES }));
  const [first] = chain;
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return 0;
  let size = 0;
  try {
    return await new Promise<number>((resolve) => {
      const stop = (): void => resolve(size);
      for (const [index, part] of chain.entries()) {
        // Damage ends a stream; what came out before it counts.
        part.on('error', stop);
        const next = chain[index + 1];
        if (next !== undefined) part.pipe(next);
      }
      last.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) stop();
      });
      last.on('end', stop);
      first.end(packed);
    });
  } finally {
    for (const part of chain) part.destroy();
  }
}
