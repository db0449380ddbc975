import type { Secrets } from '../../config/secrets.ts';
import type { Settings } from '../../config/settings.ts';
import { AppError } from '../../core/errors.ts';
import type { Gateway } from '../../providers/call.ts';
import type { Embedder } from '../../providers/embedder.ts';
import { createEmbedder } from '../create-embedder.ts';

export interface LateEmbedder {
  /** Undefined where the settings want none. */
  embedder: Embedder | undefined;
  /** Gives it the door to the network, which opens with the session of a run. */
  connect: (gateway: Gateway) => void;
}

/**
 * The embedder of the settings before a run begins: what there is to do depends on its name.
 * @throws AppError `KEY_MISSING` when it needs a key that is not there.
 */
export async function createLateEmbedder(
  settings: Settings,
  secrets: Secrets,
): Promise<LateEmbedder> {
  let connected: Gateway | undefined;
  const gateway: Gateway = {
    call: (request, scope) => {
      if (connected === undefined) throw new AppError('INTERNAL', 'No run has begun.');
      return connected.call(request, scope);
    },
  };
  return {
    embedder: await createEmbedder(settings, secrets, gateway),
    connect: (opened) => {
      connected = opened;
    },
  };
}
