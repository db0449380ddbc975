import type { Response } from 'undici';

/** Gives up a body that nobody reads; its connection is closed unless all of it is there. */
export function discardBody({ body }: Response): void {
  body?.cancel().catch(() => undefined);
}
