import { inflateRawSync } from 'node:zlib';

/** What is in a ZIP archive; entries are unpacked when they are asked for. */
export interface ZipArchive {
  names: ReadonlySet<string>;
  /**
   * @throws ZipError when there is no such entry, it is damaged, or all that was unpacked so far passes the limit
   */
  read(name: string): Uint8Array;
}

export class ZipError extends Error {
  readonly reason: 'damaged' | 'encrypted' | 'unfolds';

  constructor(reason: ZipError['reason'], message: string) {
    super(message);
    this.name = 'ZipError';
    this.reason = reason;
  }
}

interface Entry {
  method: number;
  isEncrypted: boolean;
  packed: number;
  offset: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 20_000;

/**
 * Opens an archive by its central directory (PKWARE APPNOTE 4.3). Sizes that entries declare are not believed: what
 * counts towards `limit`, in bytes, is what comes out of them.
 * @throws ZipError
 */
export function openZip(bytes: Uint8Array, limit: number): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  let left = limit;
  const read = (name: string): Uint8Array => {
    const entry = entries.get(name);
    if (entry === undefined) throw new ZipError('damaged', `it has no ${name}`);
    const data = unpack(bytes, view, entry, left);
    left -= data.length;
    return data;
  };
  return { names: new Set(entries.keys()), read };
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view);
  const count = Math.min(view.getUint16(end + 10, true), MAX_ENTRIES);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_MARK)
      throw new ZipError('damaged', 'its table of contents is broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
    // Of two entries with a name, readers take the last.
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands last, but for a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--)
    if (view.getUint32(at, true) === END_MARK) return at;
  throw new ZipError('damaged', 'its end is missing');
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array {
  if (entry.isEncrypted) throw new ZipError('encrypted', 'an entry is encrypted');
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_MARK)
    throw new ZipError('damaged', 'an entry is not where it should be');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) {
    if (packed.length > limit) throw new ZipError('unfolds', 'it unfolds without measure');
    return packed;
  }
  if (entry.method !== 8) throw new ZipError('damaged', 'an entry is packed in an unknown way');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (cause) {
    const isTooLarge =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge
      ? new ZipError('unfolds', 'it unfolds without measure')
      : new ZipError('damaged', 'an entry is broken');
  }
}
