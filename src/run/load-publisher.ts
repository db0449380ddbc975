import type { LoadedSettings } from '../config/load-settings.ts';
import type { PublishTarget } from '../config/settings.ts';
import type { PublisherOptions } from '../providers/create-publisher.ts';
import type { Publisher } from '../providers/publisher.ts';

type Loader = (loaded: LoadedSettings, options: PublisherOptions) => Promise<Publisher>;

const LOADERS = {
  wordpress: async ({ settings, secrets }, options) => {
    const { createWordPress } = await import('../providers/wordpress.ts');
    return createWordPress({
      ...options,
      url: settings.wordpress.url,
      user: settings.wordpress.user,
      applicationPassword: secrets.wordpressPassword,
      idleTimeoutMs: settings.timeouts.idleMs,
    });
  },
  ghost: async ({ settings, secrets }, options) => {
    const { createGhost } = await import('../providers/ghost.ts');
    return createGhost({
      ...options,
      url: settings.ghost.url,
      adminKey: secrets.ghostAdminKey,
      idleTimeoutMs: settings.timeouts.idleMs,
    });
  },
} satisfies Record<PublishTarget, Loader>;

/**
 * A content system as the settings name it.
 * @throws AppError for an address or key that is missing or cannot be used.
 */
export function loadPublisher(
  target: PublishTarget,
  loaded: LoadedSettings,
  options: PublisherOptions,
): Promise<Publisher> {
  return LOADERS[target](loaded, options);
}
