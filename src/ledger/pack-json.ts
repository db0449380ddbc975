import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Smaller ones gain less than the time is worth. */
const COMPRESS_FROM_BYTES = 32 * 1024;
const MAXIMUM_BYTES = 256 * 1024 * 1024;
const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** The first byte of what is stored. */
const PLAIN = 0;
const COMPRESSED = 1;

/** Plain JSON data as bytes to be stored: UTF-8, compressed with Zstandard from 32 KiB up, behind a byte that says which. */
export function packJson(value: unknown): Uint8Array {
  const plain = Buffer.from(JSON.stringify(value));
  if (plain.length < COMPRESS_FROM_BYTES) return Buffer.concat([Buffer.of(PLAIN), plain]);
  return Buffer.concat([Buffer.of(COMPRESSED), zstdCompressSync(plain, FASTEST)]);
}

/**
 * The data that `packJson` has packed.
 * @throws Error when the bytes are not of that form, or hold more than 256 MiB.
 */
export function unpackJson(bytes: Uint8Array): unknown {
  const body = bytes.subarray(1);
  if (bytes[0] === PLAIN) return JSON.parse(Buffer.from(body).toString());
  if (bytes[0] !== COMPRESSED) throw new Error('Unknown form of stored data.');
  return JSON.parse(zstdDecompressSync(body, { maxOutputLength: MAXIMUM_BYTES }).toString());
}
