import { closeSync, openSync, readSync } from 'node:fs';
import { endianness } from 'node:os';

/** The header stands there twice. */
const HEADER_BYTES = 48;

/** What the index of a write-ahead log says of the log. */
export interface LogIndex {
  /** Frames of transactions that ended. */
  frames: number;
  /** Those of the log that it belongs to. */
  salts: Buffer;
}

/**
 * Reads the header of a file `-shm`; undefined where there is none, or none that is whole. Numbers are in the order of
 * the machine. Follows "WAL-Index File Format" in the documentation of SQLite.
 */
export function readLogIndex(path: string): LogIndex | undefined {
  const header = Buffer.alloc(2 * HEADER_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      if (readSync(file, header, 0, header.length, 0) < header.length) return undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    // Without an index the log itself has to do.
    return undefined;
  }
  const isWhole = header.subarray(0, HEADER_BYTES).equals(header.subarray(HEADER_BYTES));
  const isInitialised = header[12] === 1;
  if (!isWhole || !isInitialised) return undefined;
  const frames = endianness() === 'LE' ? header.readUInt32LE(16) : header.readUInt32BE(16);
  return { frames, salts: header.subarray(32, 40) };
}
