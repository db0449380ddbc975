import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AppError } from '../core/errors.ts';

/** Size of a keyword file, in bytes. */
export const MAXIMUM_INPUT_BYTES = 50 * 1024 * 1024;

/**
 * Reads a file (pipes included) whole, up to the limit.
 * @throws AppError `INPUT_INVALID` when it is missing, no file, unreadable or too large.
 */
export async function readLimitedFile(
  path: string,
  name: string,
  maximum = MAXIMUM_INPUT_BYTES,
): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) {
      throw new AppError('INPUT_INVALID', `Cannot read ${name}: it is a folder, not a file.`, {
        suggestions: ['Name a .txt, .csv, .tsv or .jsonl file with --from-file.'],
      });
    }
    return await readLimitedStream(createReadStream(path), name, maximum);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(error, name);
  }
}

/** Reads a stream whole, up to the limit. */
export async function readLimitedStream(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
  maximum = MAXIMUM_INPUT_BYTES,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maximum) {
      const megabytes = Math.floor(maximum / 1024 / 1024);
      throw new AppError(
        'INPUT_INVALID',
        `Cannot read ${name}: it is larger than ${megabytes} MB.`,
        {
          suggestions: ['Split the file and run the parts one after the other.'],
        },
      );
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function unreadable(error: unknown, name: string): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('INPUT_INVALID', `Cannot read ${name}: there is no such file.`, {
      suggestions: ['Check the path given to --from-file; it counts from the working directory.'],
      cause: error,
    });
  }
  const reason = code === 'EACCES' ? 'permission denied' : String(code ?? error);
  return new AppError('INPUT_INVALID', `Cannot read ${name}: ${reason}.`, {
    suggestions: ['Check that the file can be read.'],
    cause: error,
  });
}
