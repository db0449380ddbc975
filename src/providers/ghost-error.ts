import type { HttpVerdict } from './http-error.ts';
import { jsonField } from '../core/json-field.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import type { ErrorWords } from './request-json.ts';

/** Ghost's words for an error: `{"errors":[{"message":"…","context":"…","type":"…","code":"…"}]}`. */
export function readGhostError(body: unknown): ErrorWords {
  const errors = jsonField(body, 'errors');
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const texts = ['message', 'context']
    .map((name) => jsonField(first, name))
    .filter((text) => typeof text === 'string' && text.trim() !== '');
  const code = [jsonField(first, 'code'), jsonField(first, 'type')].find(
    (name) => typeof name === 'string',
  );
  return {
    message: texts.length === 0 ? undefined : texts.join(' '),
    code: code,
  };
}

/** What Ghost means by a status, where that is more than every provider means by it. */
export function judgeGhost(
  status: number,
  { message = '' }: ErrorWords,
  { baseUrl, keyVariable, baseUrlVariable }: ProviderIdentity,
): HttpVerdict | undefined {
  if (status === 401) {
    const isLate = /expired|maxAge|not active/i.test(message);
    return {
      code: 'KEY_REJECTED',
      says: 'rejected the key',
      suggestions: [
        isLate
          ? 'Set the clock of this machine right: Ghost takes tokens for five minutes only.'
          : `Check ${keyVariable}: the Admin API key of an integration of this very site, which was not made anew since.`,
      ],
    };
  }
  if (status === 404 || status === 406) {
    return {
      code: 'REQUEST_REJECTED',
      says: `has no Admin API of version 5 or newer at ${baseUrl}/ghost`,
      suggestions: [`Check ${baseUrlVariable}: the address at which you log in, without /ghost.`],
    };
  }
  if (status === 409) {
    return {
      code: 'PROVIDER_UNAVAILABLE',
      says: 'has got another change of the draft',
      retryable: true,
      suggestions: ['Close the draft in the editor and try again.'],
    };
  }
  return undefined;
}
