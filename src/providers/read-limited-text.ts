import { type BodyLimits, type BodyStream, readPieces } from './read-pieces.ts';

/**
 * A body as text, decoded as UTF-8 while it comes: long ones are never held as bytes and as text at once. However it
 * fails, the connection is closed: nobody reads the rest.
 * @throws BodyTooLarge or BodySilent past a limit; what the stream failed with, when it broke off.
 */
export async function readLimitedText(
  body: BodyStream | null,
  limits: BodyLimits,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  await readPieces(body, limits, (piece) => {
    text += decoder.decode(piece, { stream: true });
  });
  return text + decoder.decode();
}
