import { readFile, stat } from 'node:fs/promises';

/** A text file of limited size; undefined when it is not there, a problem in words when it cannot be used. */
export async function readSmallFile(
  path: string,
  largestBytes: number,
): Promise<{ text: string } | { problem: string } | undefined> {
  try {
    // Before opening: a named pipe would keep the program waiting for ever.
    const status = await stat(path);
    if (!status.isFile()) return { problem: 'is not a file' };
    if (status.size > largestBytes) return { problem: `is larger than ${largestBytes / 1024} KiB` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'is not UTF-8 text' };
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    return code === 'ENOENT' ? undefined : { problem: `cannot be read (${code})` };
  }
}
