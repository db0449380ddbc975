import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '../core/errors.ts';
import { unreadable } from './unreadable.ts';

const DEFAULT_MAX_BYTES = 100 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/**
 * The bytes of a file in a buffer of their own, never more than the limit.
 * @throws AppError `DOCUMENT_UNREADABLE` when it is missing, a folder, not to be read or too large; the signal's reason
 */
export async function readDocumentBytes(
  path: string,
  options: { signal?: AbortSignal | undefined; maxBytes?: number | undefined } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { signal, maxBytes = DEFAULT_MAX_BYTES } = options;
  signal?.throwIfAborted();
  try {
    await using file = await open(path, 'r');
    const stats = await file.stat();
    // The size of a folder is that of its list of names.
    const size = stats.isFile() ? stats.size : 0;
    if (size > maxBytes) throw tooLarge(path, size, maxBytes);
    return await readAll(file, size, { path, signal, maxBytes });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    signal?.throwIfAborted();
    throw unreadable(
      path,
      `could not be read: ${reasonOf(cause)}`,
      ['Check that the file exists and that you may read it.'],
      cause,
    );
  }
}

/** Reads to the end. A file may grow while it is read, and devices and pipes do not tell their size. */
async function readAll(
  file: FileHandle,
  size: number,
  options: { path: string; signal: AbortSignal | undefined; maxBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array(size);
  let length = 0;
  for (;;) {
    options.signal?.throwIfAborted();
    if (length === bytes.length) {
      const more = new Uint8Array(CHUNK_BYTES);
      const { bytesRead } = await file.read(more, 0, more.length, null);
      if (bytesRead === 0) return bytes;
      const joined = new Uint8Array(length + bytesRead);
      joined.set(bytes);
      joined.set(more.subarray(0, bytesRead), length);
      [bytes, length] = [joined, joined.length];
    } else {
      const want = Math.min(bytes.length - length, CHUNK_BYTES);
      const { bytesRead } = await file.read(bytes, length, want, null);
      length += bytesRead;
      // It has become shorter.
      if (bytesRead === 0) bytes = bytes.slice(0, length);
    }
    if (length > options.maxBytes) throw tooLarge(options.path, length, options.maxBytes);
  }
}

function tooLarge(path: string, size: number, limit: number): AppError {
  const megabytes = (count: number): string => (count / 1024 / 1024).toFixed(1);
  return unreadable(
    path,
    `has ${megabytes(size)} MB; documents may have up to ${megabytes(limit)} MB`,
    ['Split it into smaller files.'],
  );
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read it';
  if (code === 'EISDIR') return 'it is a folder';
  return cause instanceof Error ? cause.message : String(cause);
}
