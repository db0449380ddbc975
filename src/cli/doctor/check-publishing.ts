import type { LoadedSettings } from '../../config/load-settings.ts';
import { findPublishingShortages } from '../../config/publishing-shortages.ts';
import { maskKey } from '../../config/secrets.ts';
import type { PublishTarget } from '../../config/settings.ts';
import { loadPublisher } from '../../run/load-publisher.ts';
import { runCheck, type Check } from './check.ts';
import { openProbeGateway, PROBE_MS } from './open-probe-gateway.ts';

export interface PublishingOptions {
  /** Without it nothing leaves the machine. */
  online: boolean;
  signal: AbortSignal;
}

type Finding = Omit<Check, 'name'>;

const LABELS = { wordpress: 'WordPress', ghost: 'Ghost' } satisfies Record<PublishTarget, string>;

/**
 * Whether drafts could be put at the places that the settings name or have a key for. Nothing is said of the others:
 * most people have none.
 */
export function checkPublishing(
  loaded: LoadedSettings,
  options: PublishingOptions,
): Promise<Check[]> {
  const targets = (['wordpress', 'ghost'] as const).filter((target) => isMeant(target, loaded));
  return Promise.all(
    targets.map((target) => runCheck(LABELS[target], () => look(target, loaded, options))),
  );
}

function isMeant(target: PublishTarget, { settings, secrets }: LoadedSettings): boolean {
  const key = keyOf(target, secrets);
  return (
    settings.publish.includes(target) || (settings[target].url !== undefined && key !== undefined)
  );
}

async function look(
  target: PublishTarget,
  loaded: LoadedSettings,
  { online, signal }: PublishingOptions,
): Promise<Finding> {
  const { settings, secrets, origins } = loaded;
  const isChosen = settings.publish.includes(target);
  const wantedBy = isChosen ? 'publish' : `--publish ${target}`;
  const wanted = { ...settings, publish: [target] };
  const shortages = findPublishingShortages(wanted, secrets, wantedBy);
  if (shortages.length > 0) {
    return {
      status: isChosen ? 'failed' : 'warning',
      message: shortages.map(({ text }) => text).join('; '),
      remedy: shortages.flatMap(({ suggestion }) => suggestion ?? []).join(' '),
      ...(isChosen ? { code: 'CONFIG_INVALID' as const } : {}),
    };
  }
  const variable =
    target === 'wordpress' ? 'WORDPRESS_APPLICATION_PASSWORD' : 'GHOST_ADMIN_API_KEY';
  const origin = origins.get(variable)?.kind ?? 'environment';
  const key = `key ${maskKey(keyOf(target, secrets) ?? '')}, from ${origin}`;
  const place = `${settings[target].url}, ${key}`;
  if (!online) {
    const message = `${place}; not asked, --online asks it one question`;
    return { status: 'ok', message };
  }
  const gateway = openProbeGateway(settings, signal);
  const publisher = await loadPublisher(target, loaded, { gateway, timeoutMs: PROBE_MS });
  const { message, advice } = await publisher.checkAccess({ signal });
  return advice === undefined
    ? { status: 'ok', message }
    : { status: 'warning', message, remedy: advice };
}

function keyOf(target: PublishTarget, secrets: LoadedSettings['secrets']): string | undefined {
  return target === 'wordpress' ? secrets.wordpressPassword : secrets.ghostAdminKey;
}
