import { AppError } from '../core/errors.ts';

/** What error messages need to know of a provider to say where a call failed and what to do. */
export interface ProviderIdentity {
  /** For people, at the start of a sentence: `Tavily`, `The model server`. */
  label: string;
  /** The environment variable that holds the key. */
  keyVariable: string;
  /** The environment variable that changes the endpoint. */
  baseUrlVariable: string;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Never to be shown. */
  keys: readonly string[];
  /** How to set `baseUrlVariable` right, in the middle of a sentence, where it is not the address of the API itself. */
  addressRemedy?: string;
  /** The model that was asked, for providers that have several. */
  model?: string;
  /** The setting that names `model`. */
  modelSetting?: string;
}

/**
 * The base URL without spaces around it and without slashes at its end.
 * @throws AppError `CONFIG_INVALID` when it is no HTTP address, or holds a user name, a query or a fragment.
 */
export function readBaseUrl(baseUrl: string, variable: string): string {
  const url = URL.canParse(baseUrl.trim()) ? new URL(baseUrl.trim()) : undefined;
  const isPlain =
    url !== undefined &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username + url.password + url.search + url.hash === '';
  if (!isPlain) {
    throw new AppError('CONFIG_INVALID', `${variable} is not the address of an HTTP service.`, {
      suggestions: [
        `Set ${variable} to an address like https://api.example.com/v1, without user name and query.`,
      ],
    });
  }
  return url.href.replace(/\/+$/, '');
}

/**
 * The key without spaces around it; undefined when there is none.
 * @throws AppError `KEY_REJECTED` when it holds characters that cannot be sent in a header.
 */
export function readKey(key: string | undefined, variable: string): string | undefined {
  const trimmed = key?.trim() ?? '';
  if (trimmed === '') return undefined;
  if (!/^[\x21-\x7e]+$/.test(trimmed)) {
    throw new AppError(
      'KEY_REJECTED',
      `The value of ${variable} holds characters that no key has.`,
      {
        suggestions: [
          `Copy the key again and set ${variable} to it, in one line and without spaces.`,
        ],
      },
    );
  }
  return trimmed;
}

/** The error for a provider that cannot be used without a key. */
export function keyMissing(label: string, variable: string, remedy: string): AppError {
  return new AppError('KEY_MISSING', `${label} needs a key, and ${variable} is not set.`, {
    suggestions: [`Set ${variable} in the environment or in the file .env.`, remedy],
  });
}
