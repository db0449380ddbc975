import { AppError, type ErrorCode } from '../core/errors.ts';
import type { Usage } from '../core/usage.ts';
import { learnedLimits } from './learned-limits.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { type ReadHeader, retryAfterMs } from './retry-after.ts';
import { scrubKeys } from './scrub-keys.ts';

/** How one attempt failed, in terms that every provider over HTTP shares. */
export type HttpFailure =
  | {
      kind: 'status';
      status: number;
      header: ReadHeader;
      /** The provider's own words and its own code, where it gave them. */
      message?: string | undefined;
      code?: string | undefined;
      /** What the status means where this provider means something of its own by it. */
      verdict?: HttpVerdict | undefined;
    }
  | {
      kind: 'connection';
      message: string;
      /** Whether the request may have arrived. */
      wasSent: boolean;
    }
  /** The attempt took too long as a whole, or nothing of an answer came for too long after its headers. */
  | { kind: 'timeout'; milliseconds: number }
  | { kind: 'silence'; milliseconds: number; status: number }
  | {
      /** An answer arrived and is of no use. */
      kind: 'answer';
      problem: string;
      status: number;
      retryable: boolean;
      suggestions?: readonly string[];
      /** Absent where the answer does not tell: then it may have cost something all the same. */
      usage?: Usage;
      cause?: Error | undefined;
    };

/** What the status of a failed attempt means. */
export interface HttpVerdict {
  code: ErrorCode;
  /** Follows the provider's label: `rejected the key`. */
  says: string;
  suggestions: readonly string[];
  retryable?: boolean;
}

const QUOTA_CODES: ReadonlySet<string> = new Set([
  'insufficient_quota',
  'billing_not_active',
  'billing_hard_limit_reached',
]);

/** Wraps a failed attempt: decides code and retryability by the HTTP status, and lets no key through. */
export function httpError(failure: HttpFailure, identity: ProviderIdentity): AppError {
  switch (failure.kind) {
    case 'status':
      return statusError(failure, identity);
    case 'connection':
      return new AppError(
        'PROVIDER_UNAVAILABLE',
        `${identity.label} at ${identity.baseUrl} cannot be reached: ${quote(failure.message, identity)}.`,
        {
          retryable: true,
          perhapsPaid: failure.wasSent,
          suggestions: [`Check the network, the proxy settings and ${identity.baseUrlVariable}.`],
        },
      );
    case 'timeout':
      return new AppError(
        'TIMEOUT',
        `${identity.label} at ${identity.baseUrl} did not answer within ${failure.milliseconds / 1000} s.`,
        {
          retryable: true,
          perhapsPaid: true,
          suggestions: [
            'Try again later, or with fewer keywords at a time.',
            'Or allow more time with timeouts.attemptMs in the configuration.',
          ],
        },
      );
    case 'silence':
      return new AppError(
        'TIMEOUT',
        `${identity.label} at ${identity.baseUrl} began an answer and then sent nothing for ${failure.milliseconds / 1000} s.`,
        {
          retryable: true,
          perhapsPaid: true,
          status: failure.status,
          suggestions: [
            'Try again later, or with fewer keywords at a time.',
            'Or allow more time with timeouts.idleMs in the configuration.',
          ],
        },
      );
    case 'answer':
      return new AppError(
        'ANSWER_INVALID',
        `${identity.label} at ${identity.baseUrl} gave an answer that cannot be used: ${failure.problem}.`,
        {
          retryable: failure.retryable,
          status: failure.status,
          cause: failure.cause,
          suggestions: failure.suggestions ?? [
            `Try again; if it stays, ${identity.addressRemedy ?? `check that ${identity.baseUrlVariable} points at the API itself`}.`,
          ],
          ...(failure.usage === undefined ? { perhapsPaid: true } : { usage: failure.usage }),
        },
      );
  }
}

function statusError(
  failure: Extract<HttpFailure, { kind: 'status' }>,
  identity: ProviderIdentity,
): AppError {
  const words = failure.message === undefined ? '' : quote(failure.message, identity);
  const verdict = failure.verdict ?? judge(failure.status, failure.code ?? '', words, identity);
  const wait = verdict.retryable === true ? retryAfterMs(failure.header) : undefined;
  const limits = learnedLimits(failure.header);
  const message = `${identity.label} ${verdict.says} (HTTP ${failure.status})`;
  return new AppError(verdict.code, words === '' ? `${message}.` : `${message}: ${words}`, {
    status: failure.status,
    retryable: verdict.retryable ?? false,
    suggestions: verdict.suggestions,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(limits === undefined ? {} : { limits }),
  });
}

/** The classification table. 402 is what OpenRouter and DeepSeek say, 432 and 433 are Tavily's. */
function judge(
  status: number,
  code: string,
  words: string,
  identity: ProviderIdentity,
): HttpVerdict {
  const { keyVariable, baseUrlVariable, model, modelSetting = 'openai.model' } = identity;
  if ([402, 432, 433].includes(status) || (status === 429 && QUOTA_CODES.has(code))) {
    return {
      code: 'QUOTA_EXHAUSTED',
      says: 'has no quota left for this key',
      suggestions: [
        'Raise the limit or add credit in your account; waiting alone may not help.',
        `Or use another key in ${keyVariable}.`,
      ],
    };
  }
  if (status === 401 || status === 403) {
    return {
      code: 'KEY_REJECTED',
      says: status === 401 ? 'rejected the key' : 'does not allow this with the key',
      suggestions: [
        `Check the key in ${keyVariable}: it may be mistyped, revoked or of another account.`,
      ],
    };
  }
  if (status === 429 && /request too large/i.test(words)) {
    return {
      code: 'REQUEST_REJECTED',
      says: 'has a limit a minute that this one request exceeds',
      suggestions: [
        'Research fewer sources a keyword, or use an account or model with higher limits.',
      ],
    };
  }
  if (status === 429) {
    return {
      code: 'RATE_LIMITED',
      says: 'got too many requests',
      retryable: true,
      suggestions: ['Lower --parallel or --fan-out.'],
    };
  }
  if (status === 408) {
    return {
      code: 'TIMEOUT',
      says: 'gave the request up',
      retryable: true,
      suggestions: ['Try again later.'],
    };
  }
  if (status === 409 || status === 425 || (status >= 500 && status !== 501)) {
    return {
      code: 'PROVIDER_UNAVAILABLE',
      says: 'is out of order at the moment',
      retryable: true,
      suggestions: ['Try again later.'],
    };
  }
  return { code: 'REQUEST_REJECTED', ...rejection() };

  function rejection(): Pick<HttpVerdict, 'says' | 'suggestions'> {
    if (model !== undefined && isContextOverflow(status, code, words)) {
      return {
        says: `says that the request is too long for the model ${model}`,
        suggestions: [
          `Set ${modelSetting} to a model with a larger context window.`,
          'Or research fewer sources a keyword.',
        ],
      };
    }
    if (model !== undefined && status === 404 && isModelMissing(code, words)) {
      return {
        says: `does not know the model ${model}`,
        suggestions: [
          `Set ${modelSetting} in the configuration to a model that the key may use, and begin a new run: a resumed one keeps its model.`,
          'seo-content doctor --online checks it.',
        ],
      };
    }
    if (status === 404 || (status >= 300 && status < 400)) {
      return {
        says: `has no such address below ${identity.baseUrl}`,
        suggestions: [
          `Check ${baseUrlVariable}; for OpenAI-compatible servers it mostly ends in /v1.`,
        ],
      };
    }
    return {
      says: 'rejected the request',
      suggestions: ['The message of the provider says what it did not accept.'],
    };
  }
}

function isContextOverflow(status: number, code: string, words: string): boolean {
  return (
    status === 413 ||
    code === 'context_length_exceeded' ||
    (status === 400 && /context (?:length|size|window)|exceed_context/i.test(words))
  );
}

function isModelMissing(code: string, words: string): boolean {
  return code === 'model_not_found' || (/model/i.test(words) && /not (?:found|exist)/i.test(words));
}

/** The provider's words in one line, short, without keys, control characters and HTML pages. */
function quote(message: string, identity: ProviderIdentity): string {
  if (/^\s*<|<html/i.test(message)) return '';
  const line = scrubKeys(message, identity.keys)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length > 300 ? `${line.slice(0, 300).toWellFormed()}…` : line;
}
