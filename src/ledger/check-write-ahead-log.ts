import { readFileSync, statSync } from 'node:fs';
import { ledgerDamaged } from './ledger-error.ts';
import { readLogIndex } from './read-log-index.ts';

/** A log is about 4 MB large; one beyond this belongs to a reader that kept it from being emptied. */
const CHECKED_BYTES = 64 * 1024 * 1024;
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The lowest bit says in which order the bytes of a word are for the checksums. */
const MAGIC = 0x377f0682;

type Sums = readonly [number, number];

/**
 * Looks for damage in the log beside a database (`-wal`), which SQLite would take for its end: everything behind it
 * would be lost without a word. The end of a log may be half written after a power failure, but then no further
 * transaction stands behind it, and the index of the log (`-shm`), which is written after the log, knows of none.
 * Follows "WAL File Format" in the documentation of SQLite's file format.
 * @throws AppError `LEDGER_DAMAGED`.
 */
export function checkWriteAheadLog(path: string): void {
  // Another process may be writing: what is damage stays damage.
  const problem = findDamage(path) && findDamage(path);
  if (problem) throw ledgerDamaged(path, problem);
}

function findDamage(path: string): string | undefined {
  const index = readLogIndex(`${path}-shm`);
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || size > CHECKED_BYTES) return undefined;
  const log = readFileSync(`${path}-wal`);
  const header = log.subarray(0, HEADER_BYTES);
  // Space that was set aside and never written.
  if (header.every((byte) => byte === 0)) return undefined;
  const start = checkHeader(header);
  if (start === undefined) return 'its log (-wal) has a wrong header';
  const salts = header.subarray(16, 24);
  const { valid, laterCommits } = walkFrames(log, start, salts);
  if (laterCommits > 1) return 'a record in its log (-wal) has a wrong checksum';
  if (index && index.salts.equals(salts) && index.frames > valid)
    return 'its log (-wal) is cut off';
  return undefined;
}

/** The checksums that the first frame goes on from; undefined for a header that is none. */
function checkHeader(header: Buffer): Sums | undefined {
  if (header.length < HEADER_BYTES) return undefined;
  if ((header.readUInt32BE(0) & ~1) >>> 0 !== MAGIC) return undefined;
  const sums = addChecksums([0, 0], header.subarray(0, 24), isBigEndian(header));
  return matches(sums, header, 24) ? sums : undefined;
}

/** How many frames are sound, and how many transactions end behind the first that is not. */
function walkFrames(log: Buffer, start: Sums, salts: Buffer) {
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(8);
  let sums: Sums | undefined = start;
  let valid = 0;
  let laterCommits = 0;
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    const isCurrent = log.subarray(at + 8, at + 16).equals(salts);
    if (sums && isCurrent) {
      sums = addChecksums(sums, log.subarray(at, at + 8), isBigEndian(log));
      sums = addChecksums(
        sums,
        log.subarray(at + FRAME_HEADER_BYTES, at + frameBytes),
        isBigEndian(log),
      );
      if (!matches(sums, log, at + 16)) sums = undefined;
    } else sums = undefined;
    if (sums) valid += 1;
    else if (isCurrent && log.readUInt32BE(at + 4) !== 0) laterCommits += 1;
  }
  return { valid, laterCommits };
}

function addChecksums([first, second]: Sums, bytes: Buffer, bigEndian: boolean): Sums {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < view.byteLength; at += 8) {
    first = (first + view.getUint32(at, !bigEndian) + second) >>> 0;
    second = (second + view.getUint32(at + 4, !bigEndian) + first) >>> 0;
  }
  return [first, second];
}

function matches([first, second]: Sums, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
}

function isBigEndian(log: Buffer): boolean {
  return (log.readUInt32BE(0) & 1) === 1;
}
