import type { LoadedSettings } from '../config/load-settings.ts';
import type { Gateway } from '../providers/call.ts';
import type { OpenAlex } from '../providers/openalex/openalex.ts';
import type { OpenedProvider } from './open-library-provider.ts';
import type { ToolOptions } from './open-tools.ts';

/** Works of scholarship to research in. */
export async function openOpenAlex(options: ToolOptions): Promise<OpenedProvider> {
  const { createOpenAlexSearch } = await import('../providers/openalex/openalex-search.ts');
  const openalex = await connectOpenAlex(options);
  const { maxResults } = options.loaded.settings.openalex;
  return {
    provider: createOpenAlexSearch(openalex, { now: options.today }),
    maxResults,
    place: { openalex: openalex.baseUrl, maxResults },
  };
}

/** The catalogue that the settings name. */
export async function connectOpenAlex({
  loaded,
  gateway,
}: {
  loaded: LoadedSettings;
  gateway: Gateway;
}): Promise<OpenAlex> {
  const { createOpenAlex } = await import('../providers/openalex/openalex.ts');
  const { settings, secrets } = loaded;
  return createOpenAlex({
    apiKey: secrets.openalexApiKey,
    baseUrl: settings.openalex.baseUrl,
    mailto: settings.openalex.mailto,
    timeoutMs: settings.timeouts.attemptMs,
    idleTimeoutMs: settings.timeouts.idleMs,
    gateway,
  });
}
