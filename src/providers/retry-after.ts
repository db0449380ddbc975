import { readDuration } from './read-duration.ts';

/** Reads one header by its lower-case name. */
export type ReadHeader = (name: string) => string | undefined;

/**
 * How long a provider asks to wait, in milliseconds: `retry-after-ms`, `Retry-After` (seconds or a date),
 * else the time until a used-up limit of OpenAI's `x-ratelimit-*` headers is filled again.
 */
export function retryAfterMs(header: ReadHeader, now: number = Date.now()): number | undefined {
  const milliseconds = readNumber(header('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const after = header('retry-after')?.trim();
  if (after !== undefined && after !== '') {
    const seconds = readNumber(after);
    if (seconds !== undefined) return seconds * 1000;
    const date = Date.parse(after);
    if (!Number.isNaN(date)) return Math.max(0, date - now);
  }
  const waits = ['requests', 'tokens']
    .filter((kind) => readNumber(header(`x-ratelimit-remaining-${kind}`)) === 0)
    .map((kind) => readDuration(header(`x-ratelimit-reset-${kind}`)))
    .filter((wait) => wait !== undefined);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
