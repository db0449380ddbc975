import { httpError } from './http-error.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { BodyTooLarge, readLimitedText } from './read-limited-text.ts';

/**
 * The body of an answer as JSON.
 * @throws AppError `ANSWER_INVALID` when it broke off, is too long, or is no JSON (a proxy's HTML page, say).
 */
export async function readJsonBody(
  response: Response,
  identity: ProviderIdentity,
  maxBytes: number,
): Promise<unknown> {
  const { status } = response;
  let text: string;
  try {
    text = await readLimitedText(response, maxBytes);
  } catch (error) {
    const isLong = error instanceof BodyTooLarge;
    const problem = isLong ? `it is ${error.message}` : 'it broke off before its end';
    throw httpError({ kind: 'answer', problem, status, retryable: !isLong }, identity);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw httpError(
      { kind: 'answer', problem: unparsable(text), status, retryable: true },
      identity,
    );
  }
}

/** Says what a text is that should have been JSON. */
export function unparsable(text: string): string {
  if (text.trim() === '') return 'it is empty';
  return /^\s*</.test(text) ? 'it is a web page and no JSON' : 'it is no valid JSON';
}
