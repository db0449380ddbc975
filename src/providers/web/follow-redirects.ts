import type { Response } from 'undici';
import { discardBody } from './discard-body.ts';

/** More lead nowhere. */
const MOST_REDIRECTS = 5;
const REDIRECTIONS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The answer that a row of redirects ends with; undefined for a row that does not end. */
export interface FollowedAnswer {
  /** Where the last answer came from. */
  url: string;
  response: Response | undefined;
}

/**
 * Sends a request and follows up to five redirects. `send` checks each address before it sends anything there.
 * A redirect that names no place is the answer itself.
 */
export async function followRedirects(
  start: string,
  send: (url: string, hop: number) => Promise<Response>,
): Promise<FollowedAnswer> {
  let url = start;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await send(url, hop);
    const target = REDIRECTIONS.has(response.status) ? response.headers.get('location') : null;
    const next = target === null ? null : URL.parse(target, url);
    if (next === null) return { url, response };
    await discardBody(response);
    next.hash = '';
    url = next.href;
  }
  return { url, response: undefined };
}
