import { attemptWithin } from './attempt-within.ts';
import type { CallAnswer, Gateway } from './call.ts';
import { connectionFailure } from './connection-failure.ts';
import type { ContentSystem } from './content-system.ts';
import type { Publisher } from './publisher.ts';
import { putDraft } from './put-draft.ts';
import { scrubKeys } from './scrub-keys.ts';
import { consumedCredits } from './consumed-credits.ts';

export interface PublisherOptions {
  gateway: Gateway;
  /** Name of the run: within it, what was sent and answered is not sent again. */
  run?: string | undefined;
  /** Limit of one attempt in milliseconds, look-up and writing together; 60,000 by default. */
  timeoutMs?: number | undefined;
}

/** A content system behind the gateway: looking for the draft and writing it are one call, free of charge. */
export function createPublisher(
  system: ContentSystem,
  { gateway, run, timeoutMs = 60_000 }: PublisherOptions,
): Publisher {
  const { name, identity, apiUrl } = system;
  const attempt = <T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) =>
    attemptWithin(
      identity,
      { signal, timeoutMs },
      async (inner): Promise<CallAnswer<T>> => {
        const consumed = consumedCredits(0);
        return { value: await work(inner), consumed, status: 200 };
      },
      connectionFailure,
    );
  return {
    name,
    site: identity.baseUrl,

    publish(draft, scope) {
      return gateway.call(
        {
          provider: name,
          operation: 'publish',
          // The run is part of it: what another one has written, somebody may have deleted since.
          body: { site: identity.baseUrl, run, draft },
          detail: scrubKeys(`${apiUrl} "${draft.slug}"`, identity.keys),
          keep: 'writing',
          attempt: (body, signal) =>
            attempt((inner) => putDraft(system, body.draft, inner), signal),
        },
        scope,
      );
    },

    checkAccess(scope) {
      return gateway.call(
        {
          provider: name,
          operation: 'check',
          body: { site: identity.baseUrl },
          detail: apiUrl,
          attempt: (_body, signal) => attempt((inner) => system.checkAccess(inner), signal),
        },
        scope,
      );
    },
  };
}
