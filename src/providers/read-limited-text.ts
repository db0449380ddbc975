import { type BodyLimits, type BodyStream, readLimitedBytes } from './read-limited-bytes.ts';

/**
 * A body as text, decoded as UTF-8. However it fails, the connection is closed: nobody reads the rest.
 * @throws BodyTooLarge or BodySilent past a limit; what the stream failed with, when it broke off.
 */
export async function readLimitedText(
  body: BodyStream | null,
  limits: BodyLimits,
): Promise<string> {
  return new TextDecoder().decode(await readLimitedBytes(body, limits));
}
