import { AppError } from '../../core/errors.ts';
import { readLimitedBytes } from '../read-limited-bytes.ts';
import { discardBody } from './discard-body.ts';
import { followRedirects } from './follow-redirects.ts';
import type { WebClient } from './open-web-client.ts';
import { addressProblem } from './page-address.ts';
import {
  bodyError,
  connectionError,
  refusedAddress,
  privateAddress,
  robotsFailure,
  robotsUnknown,
  statusFailure,
} from './page-failure.ts';
import { ALLOW_ALL, readRobots, type RobotsRules } from './robots-rules.ts';

/** Asks the robots.txt of sites, once each. */
export interface RobotsGate {
  /** @throws AppError `DOCUMENT_UNREADABLE` when the page may not be read, or that cannot be told. */
  requireAllowed(url: string, signal: AbortSignal): Promise<void>;
}

/** The name that sites know the program by. */
const PROGRAM = 'seo-content';
/** What a crawler has to read at least (RFC 9309, 2.5); the rest is left out. */
const LONGEST_ROBOTS = 500 * 1024;
/** Sites that are remembered. */
const MOST_SITES = 200;

/**
 * A site without a robots.txt (4xx) allows everything, and so does one that leads on without end. One that is out of
 * order (5xx, too many requests, no answer) allows nothing until it has answered (RFC 9309, 2.3.1).
 */
export function createRobotsGate(client: WebClient, { idleMs }: { idleMs: number }): RobotsGate {
  const sites = new Map<string, Promise<RobotsRules>>();

  return {
    async requireAllowed(url, signal) {
      const { origin, pathname, search } = new URL(url);
      let rules: RobotsRules;
      try {
        rules = await rulesOf(origin, signal);
      } catch (error) {
        signal.throwIfAborted();
        const refused = refusedAddress(error);
        if (refused !== undefined) throw privateAddress(url, refused);
        throw error instanceof AppError ? robotsUnknown(url, error) : error;
      }
      if (!rules.allows(pathname + search)) throw robotsFailure(url);
    },
  };

  async function rulesOf(origin: string, signal: AbortSignal): Promise<RobotsRules> {
    const known = sites.get(origin);
    if (known !== undefined) {
      const rules = await known.catch(() => undefined);
      // Whoever asked first may have failed for a reason of its own.
      return rules ?? rulesOf(origin, signal);
    }
    const asked = ask(origin, signal);
    sites.set(origin, asked);
    asked.catch(() => {
      if (sites.get(origin) === asked) sites.delete(origin);
    });
    const [oldest] = sites.keys();
    if (sites.size > MOST_SITES && oldest !== undefined) sites.delete(oldest);
    return asked;
  }

  async function ask(origin: string, signal: AbortSignal): Promise<RobotsRules> {
    const send = async (url: string, hop: number) => {
      const problem = addressProblem(url);
      if (problem !== undefined) throw problem;
      return client.get(url, signal).catch((error: unknown) => {
        // The page itself is at that address.
        if (hop === 0 && refusedAddress(error) !== undefined) throw error;
        throw connectionError(url, error);
      });
    };
    const { url, response } = await followRedirects(`${origin}/robots.txt`, send);
    if (response === undefined) return ALLOW_ALL;
    const { status, headers, body } = response;
    if (!response.ok) {
      await discardBody(response);
      if (status < 500 && status !== 429) return ALLOW_ALL;
      throw statusFailure(url, status, (name) => headers.get(name) ?? undefined);
    }
    const limits = { maxBytes: LONGEST_ROBOTS, idleMs };
    const bytes = await readLimitedBytes(body, limits, 'cut').catch((error: unknown) => {
      throw bodyError(url, error);
    });
    return readRobots(new TextDecoder().decode(bytes), PROGRAM);
  }
}
