import { type BodyLimits, type BodyStream, readPieces } from './read-pieces.ts';

/**
 * A body as bytes. However it fails, the connection is closed: nobody reads the rest. `cut` gives the beginning of a
 * body that is too long instead of failing.
 * @throws BodyTooLarge or BodySilent past a limit; what the stream failed with, when it broke off.
 */
export async function readLimitedBytes(
  body: BodyStream | null,
  limits: BodyLimits,
  tooLong: 'fail' | 'cut' = 'fail',
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  await readPieces(body, limits, (piece) => pieces.push(piece), tooLong);
  const bytes = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes.byteLength > limits.maxBytes ? bytes.subarray(0, limits.maxBytes) : bytes;
}
