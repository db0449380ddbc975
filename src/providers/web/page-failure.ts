import { AppError } from '../../core/errors.ts';
import { cutText } from '../../core/cut-text.ts';
import { connectionFailure } from '../connection-failure.ts';
import { BodySilent, BodyTooLarge } from '../read-pieces.ts';
import { type ReadHeader, retryAfterMs } from '../retry-after.ts';
import { scrubKeys } from '../scrub-keys.ts';
import { AddressRefused } from './guarded-lookup.ts';

/** Of an address, in a message. */
const SHOWN_CHARACTERS = 200;
/** Errors are wrapped a few times; a chain without end is no chain. */
const DEEPEST = 10;

const SAVE_IT = 'Open the page in a browser, save it, and name the file instead.';
const CHECK_IT = 'Check the address, or take it out of the sources.';
const LATER = 'Try again later, or take it out of the sources.';
const ALLOW_PRIVATE = 'If it shall be read, allow it with --allow-private.';

/** An address as messages show it: short, and without what looks like a key. */
function shownUrl(url: string): string {
  return cutText(scrubKeys(url), SHOWN_CHARACTERS);
}

/**
 * The error of a page that cannot be read. It has one code for whatever reason: the gateway takes other codes for an
 * outage or a limit of the whole provider, and one site says nothing of the others.
 */
export function pageFailure(
  url: string,
  /** Goes on after `The page URL`, without a full stop. */
  reason: string,
  options: {
    suggestions: readonly string[];
    retryable?: boolean;
    status?: number;
    retryAfterMs?: number | undefined;
    cause?: unknown;
  },
): AppError {
  const { retryAfterMs: wait, ...others } = options;
  return new AppError('DOCUMENT_UNREADABLE', `The page ${shownUrl(url)} ${reason}.`, {
    ...others,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** Why an answer with this status is no page. */
export function statusFailure(url: string, status: number, header: ReadHeader): AppError {
  const wait = retryAfterMs(header);
  const answered = `(HTTP ${status})`;
  if (status === 404 || status === 410)
    return pageFailure(url, `does not exist ${answered}`, { status, suggestions: [CHECK_IT] });
  if ([401, 402, 403, 407, 451].includes(status)) {
    const reason = `is not open to programs ${answered}`;
    return pageFailure(url, reason, { status, suggestions: [SAVE_IT] });
  }
  if (status === 429) {
    const reason = `got too many requests ${answered}`;
    return pageFailure(url, reason, {
      status,
      suggestions: [LATER],
      retryable: true,
      retryAfterMs: wait,
    });
  }
  const isPassing = status === 408 || status === 425 || (status >= 500 && status !== 501);
  const reason = `${isPassing ? 'is out of order at the moment' : 'could not be read'} ${answered}`;
  return pageFailure(url, reason, {
    status,
    suggestions: [isPassing ? LATER : CHECK_IT],
    retryable: isPassing,
    ...(isPassing ? { retryAfterMs: wait } : {}),
  });
}

/** Why no answer came. */
export function connectionError(url: string, error: unknown): AppError {
  const refused = refusedAddress(error);
  if (refused !== undefined) return privateAddress(url, refused);
  const failure = connectionFailure(error);
  const words = failure.kind === 'connection' ? failure.message : 'unknown reason';
  if (words === 'bad port') {
    return pageFailure(url, 'is at a port that no web page has', { suggestions: [CHECK_IT] });
  }
  const line = cutText(scrubKeys(words).replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' '), SHOWN_CHARACTERS);
  const isLasting = /ENOTFOUND|CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/.test(words);
  return pageFailure(url, `cannot be reached: ${line}`, {
    suggestions: [isLasting ? CHECK_IT : LATER],
    retryable: !isLasting,
  });
}

/** Why its body could not be read to the end. */
export function bodyError(url: string, error: unknown): AppError {
  if (error instanceof BodyTooLarge) {
    return pageFailure(url, `is ${error.message}`, { suggestions: [SAVE_IT] });
  }
  const reason =
    error instanceof BodySilent
      ? `began and then sent nothing for ${error.idleMs / 1000} s`
      : 'broke off before its end';
  return pageFailure(url, reason, { suggestions: [LATER], retryable: true });
}

/** Why it is not connected to. */
export function privateAddress(url: string, address?: string): AppError {
  const where = address === undefined ? '' : ` (${address})`;
  const reason = `is in a private network or on this machine${where}`;
  return pageFailure(url, reason, { suggestions: [ALLOW_PRIVATE, CHECK_IT] });
}

/** Why the owner of the site does not want it to be read. */
export function robotsFailure(url: string): AppError {
  return pageFailure(url, 'may not be read by programs: the robots.txt of its site says so', {
    suggestions: [SAVE_IT, 'Or ask its owner to allow the user agent seo-content.'],
  });
}

/** Why it is not read while its robots.txt cannot be. */
export function robotsUnknown(url: string, cause: AppError): AppError {
  const { retryable, suggestions, retryAfterMs: wait, message } = cause;
  const why = message.replace(/\.$/, '');
  return pageFailure(url, `is not read as long as its robots.txt cannot be: ${why}`, {
    suggestions,
    retryable,
    retryAfterMs: wait,
    cause,
  });
}

/** The address that was refused, where that is why a request failed. */
export function refusedAddress(error: unknown): string | undefined {
  let deepest = error;
  for (let depth = 0; depth < DEEPEST && deepest instanceof Error; depth += 1) {
    if (deepest instanceof AddressRefused) return deepest.address;
    deepest = deepest.cause;
  }
  return undefined;
}
