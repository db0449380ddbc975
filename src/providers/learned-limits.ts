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
/** A window this close to a usual one is that one: what is left is told in whole numbers, and late. */
const SAME_WINDOW = 1.5;
/** With less than this used, a short window cannot be told, or not its length. */
const ENOUGH_USED = 3;
const ENOUGH_TO_MEASURE = 10;

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
  const window = used > 0 ? windowOf((resetMs * limit) / used, used) : undefined;
  if (window === undefined) return undefined;
  const inMinute = (limit * MINUTE) / window;
  return window <= MINUTE ? inMinute : Math.max(1, Math.min(limit, remaining + inMinute));
}

/** The window that was meant by one that was measured; undefined when too little is used to say. */
function windowOf(measuredMs: number, used: number): number | undefined {
  const ratio = (window: number): number =>
    Math.max(window, measuredMs) / Math.max(1, Math.min(window, measuredMs));
  const nearest = WINDOWS.reduce((best, window) => (ratio(window) < ratio(best) ? window : best));
  if (nearest > MINUTE || (nearest === MINUTE && ratio(nearest) <= SAME_WINDOW)) return nearest;
  if (measuredMs > MINUTE) return MINUTE;
  if (ratio(nearest) <= SAME_WINDOW) return used < ENOUGH_USED ? undefined : nearest;
  return used < ENOUGH_TO_MEASURE ? undefined : measuredMs;
}

function readCount(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  return /^\d{1,15}(?:\.\d{1,10})?$/.test(trimmed) ? Number(trimmed) : undefined;
}
