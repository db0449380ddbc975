import type { PublishTarget } from '../config/settings.ts';
import type { BodyRenderer, PublishingPlace } from '../pipeline/publish-article.ts';
import { loadPublisher } from './load-publisher.ts';
import type { ToolOptions } from './open-tools.ts';

/** The content systems that the settings name, each with what makes a body for it; none for a dry run. */
export function openPublishers(
  { loaded, gateway, run, dryRun }: Pick<ToolOptions, 'loaded' | 'gateway' | 'run' | 'dryRun'>,
  bodies: Readonly<Record<PublishTarget, BodyRenderer>>,
): Promise<PublishingPlace[]> {
  const { publish, timeouts } = loaded.settings;
  const options = { gateway, run, timeoutMs: timeouts.attemptMs };
  return Promise.all(
    (dryRun ? [] : publish).map(async (target) => ({
      publisher: await loadPublisher(target, loaded, options),
      renderBody: bodies[target],
    })),
  );
}
