import type { AttemptLimits } from '../attempt-within.ts';
import type { HttpVerdict } from '../http-error.ts';

/** Seconds that Tavily takes for a whole site. */
const SHORTEST = 10;
const LONGEST = 150;

/** The time that Tavily itself may spend on a site, in seconds. */
export function siteSeconds({ timeoutMs }: AttemptLimits): number {
  return Math.min(LONGEST, Math.max(SHORTEST, Math.ceil(timeoutMs / 1000)));
}

/** At maps and crawls a 403 is about the site, or about the plan, and not about the key. */
export function judgeSite(status: number): HttpVerdict | undefined {
  if (status !== 403) return undefined;
  return {
    code: 'REQUEST_REJECTED',
    says: 'may not explore the site',
    suggestions: ['Leave the site out of --site, or name its pages as sources.'],
  };
}
