import type { LearnedLimits } from '../core/learned-limits.ts';
import { readDuration } from './read-duration.ts';
import type { ReadHeader } from './retry-after.ts';

/** What one kind of limit, of requests or of tokens, tells of itself. */
interface ToldLimit {
  perMinute: number | undefined;
  remaining: number | undefined;
  resetMs: number | undefined;
}

const MINUTE = 60_000;
/** Windows in which providers count. */
const WINDOWS = [1000, MINUTE, 60 * MINUTE, 24 * 60 * MINUTE] as const;
/** What is left is told in whole numbers: with less than this used, the length of the window cannot be told from it. */
const ENOUGH_USED = 3;

/**
 * Reads `x-ratelimit-{limit,remaining,reset}-{requests,tokens}` as OpenAI and many compatible servers send them; a limit
 * may be one of a second, a minute, an hour or a day, and only the three together tell which.
 */
export function learnedLimits(header: ReadHeader): LearnedLimits | undefined {
  const requests = readLimit(header, 'requests');
  const tokens = readLimit(header, 'tokens');
  const limits: LearnedLimits = {
    ...(requests.perMinute === undefined ? {} : { requestsPerMinute: requests.perMinute }),
    ...(requests.remaining === undefined ? {} : { remainingRequests: requests.remaining }),
    ...(requests.resetMs === undefined ? {} : { requestsResetMs: requests.resetMs }),
    ...(tokens.perMinute === undefined ? {} : { tokensPerMinute: tokens.perMinute }),
    ...(tokens.remaining === undefined ? {} : { remainingTokens: tokens.remaining }),
    ...(tokens.resetMs === undefined ? {} : { tokensResetMs: tokens.resetMs }),
  };
  return Object.keys(limits).length === 0 ? undefined : limits;
}

function readLimit(header: ReadHeader, kind: 'requests' | 'tokens'): ToldLimit {
  const limit = readCount(header(`x-ratelimit-limit-${kind}`));
  const remaining = readCount(header(`x-ratelimit-remaining-${kind}`));
  const resetMs = readDuration(header(`x-ratelimit-reset-${kind}`));
  const isLimit = limit !== undefined && limit >= 1;
  return {
    perMinute: isLimit ? perMinute(limit, remaining, resetMs) : undefined,
    remaining,
    resetMs,
  };
}

/**
 * A limit in terms of a minute: as documented, where nothing else can be told. Of a limit over a longer time, a minute
 * may take all that is left and what flows in. Undefined when it may be one of a second or of a minute.
 */
function perMinute(
  limit: number,
  remaining: number | undefined,
  resetMs: number | undefined,
): number | undefined {
  if (remaining === undefined || resetMs === undefined) return limit;
  const used = limit - remaining;
  // Rounded to nothing: it tells no length.
  if (resetMs === 0 && used >= ENOUGH_USED) return limit;
  const window = used > 0 ? nearestWindow((resetMs * limit) / used) : WINDOWS[0];
  if (window === WINDOWS[0] && used < ENOUGH_USED) return undefined;
  const inMinute = (limit * MINUTE) / window;
  return window <= MINUTE ? inMinute : Math.max(1, Math.min(limit, remaining + inMinute));
}

/** By ratio, not by difference. */
function nearestWindow(milliseconds: number): number {
  const distance = (window: number): number =>
    Math.abs(Math.log(window / Math.max(1, milliseconds)));
  return WINDOWS.reduce((best, window) => (distance(window) < distance(best) ? window : best));
}

function readCount(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  return /^\d{1,15}(?:\.\d{1,10})?$/.test(trimmed) ? Number(trimmed) : undefined;
}
