import type { Response } from 'undici';
import { readLimitedBytes } from '../read-limited-bytes.ts';

/** What comes behind a redirect or an error is short. */
const LIMITS = { maxBytes: 64 * 1024, idleMs: 1000 };

/** Reads a body that nobody needs, so that its connection can be used again; a long one is given up with the connection. */
export async function discardBody({ body }: Response): Promise<void> {
  await readLimitedBytes(body, LIMITS, 'cut').catch(() => undefined);
  // The next request can have the connection a turn of the event loop later.
  await new Promise((resolve) => setImmediate(resolve));
}
