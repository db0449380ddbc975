import type { LoadedSettings } from '../../config/load-settings.ts';
import { findShortages } from '../../config/rules.ts';
import type { Gateway } from '../../providers/call.ts';
import { NO_FILTERS } from '../../providers/search-filters.ts';
import type { SearchProvider } from '../../providers/search-provider.ts';
import { connectOpenAlex } from '../../run/open-openalex.ts';
import { runCheck, type Check } from './check.ts';
import { openProbeGateway, PROBE_MS } from './open-probe-gateway.ts';
import type { EndpointOptions } from './check-endpoints.ts';

type Finding = Omit<Check, 'name'>;
type FreeSearch = 'openalex' | 'searxng';

const LABELS = { openalex: 'OpenAlex', searxng: 'SearXNG' } satisfies Record<FreeSearch, string>;
/** Something is found by it everywhere. */
const QUESTION = 'water';

/** Whether the searches that cost nothing answer, those in use only: most people have none. */
export function checkSearches(loaded: LoadedSettings, options: EndpointOptions): Promise<Check[]> {
  const names = (['openalex', 'searxng'] as const).filter((name) =>
    loaded.settings.research.includes(name),
  );
  return Promise.all(
    names.map((name) => runCheck(LABELS[name], () => look(name, loaded, options))),
  );
}

async function look(
  name: FreeSearch,
  loaded: LoadedSettings,
  { online, signal }: EndpointOptions,
): Promise<Finding> {
  const { settings, secrets, origins } = loaded;
  const shortage = findShortages(settings, secrets, origins, ['research']).find(
    ({ lacks }) => name === 'searxng' && lacks === 'SEARXNG_BASE_URL',
  );
  if (shortage !== undefined) {
    const { text: message, suggestion: remedy = '' } = shortage;
    return { status: 'failed', message, remedy, code: 'CONFIG_INVALID' };
  }
  if (!online) {
    const message = 'not asked; --online asks it one question that costs nothing';
    return { status: 'skipped', message };
  }
  const gateway = openProbeGateway(settings, signal);
  const search = await OPENERS[name](withLimits(loaded), gateway);
  const found = await search.search(QUESTION, { maxResults: 1 }, { signal });
  const place = name === 'searxng' ? (settings.searxng.baseUrl ?? '') : 'OpenAlex';
  return found.length > 0
    ? { status: 'ok', message: 'answers' }
    : {
        status: 'warning',
        message: `answers, but finds nothing for "${QUESTION}"`,
        remedy: `Look at ${place} in a browser: its engines may be switched off.`,
      };
}

const OPENERS: Record<
  FreeSearch,
  (loaded: LoadedSettings, gateway: Gateway) => Promise<SearchProvider>
> = {
  async openalex(loaded, gateway) {
    const { createOpenAlexSearch } = await import('../../providers/openalex/openalex-search.ts');
    const openalex = await connectOpenAlex({ loaded, gateway });
    return createOpenAlexSearch(openalex, { now: () => new Date() });
  },
  async searxng({ settings }, gateway) {
    const { createSearxng } = await import('../../providers/searxng/searxng.ts');
    return createSearxng({
      baseUrl: settings.searxng.baseUrl,
      gateway,
      filters: NO_FILTERS,
      language: 'auto',
      timeoutMs: settings.timeouts.attemptMs,
      idleTimeoutMs: settings.timeouts.idleMs,
      now: () => new Date(),
    });
  },
};

/** A healthy service does not take longer. */
function withLimits(loaded: LoadedSettings): LoadedSettings {
  const { settings } = loaded;
  const attemptMs = Math.min(PROBE_MS, settings.timeouts.attemptMs);
  return { ...loaded, settings: { ...settings, timeouts: { ...settings.timeouts, attemptMs } } };
}
