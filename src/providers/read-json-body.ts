import { bodyFailure } from './body-failure.ts';
import { httpError } from './http-error.ts';
import { parseBody } from './parse-body.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import type { BodyLimits } from './read-pieces.ts';
import { readLimitedText } from './read-limited-text.ts';

/**
 * The body of an answer as JSON.
 * @throws AppError `ANSWER_INVALID` when it broke off, is too long, or is no JSON; `TIMEOUT` when it stopped coming.
 */
export async function readJsonBody(
  response: Response,
  identity: ProviderIdentity,
  limits: BodyLimits,
): Promise<unknown> {
  const { status, body } = response;
  let text: string;
  try {
    text = await readLimitedText(body, limits);
    // The next request can have the connection a turn of the event loop later; one that is sent before opens another.
    await new Promise((resolve) => setImmediate(resolve));
  } catch (error) {
    throw httpError(bodyFailure(error, status), identity);
  }
  const parsed = parseBody(text, status);
  if (!parsed.ok) throw httpError(parsed.failure, identity);
  return parsed.value;
}
