import { isAbsolute, resolve } from 'node:path';
import type { CheckedLayer } from './layer.ts';
import type { Origin } from './origin.ts';
import type { Secrets } from './secrets.ts';
import { setAt, settingPaths, valueAt } from './setting-paths.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

export interface MergedSettings {
  settings: Settings;
  /** Where each setting comes from, by its dotted path. */
  origins: ReadonlyMap<string, Origin>;
}

/**
 * The value in force of every setting: of the first layer that has it (strongest first), else the default.
 * Paths become absolute, lists lose their repeats, language tags get their canonical form.
 */
export function mergeLayers(
  layers: readonly CheckedLayer[],
  secrets: Secrets,
  baseDirectory: string,
): MergedSettings {
  const origins = new Map<string, Origin>();
  const merged = emptyGroups();
  for (const path of settingPaths()) {
    const layer = layers.find(({ values }) => valueAt(values, path) !== undefined);
    const value = valueAt(layer?.values ?? DEFAULT_SETTINGS, path);
    if (value !== undefined) setAt(merged, path, value);
    origins.set(path, layer?.originOf(path) ?? { kind: 'default', name: '' });
  }
  // Every path of the schema was set from a checked layer or from the defaults, which are Settings.
  const settings = merged as unknown as Settings;
  applyKeyDefaults(settings, secrets, origins);
  return { settings: normalise(settings, baseDirectory), origins };
}

/** Groups without a single setting are there all the same. */
function emptyGroups(): Record<string, unknown> {
  const groups = Object.entries(DEFAULT_SETTINGS).filter(
    ([, value]) => typeof value === 'object' && !Array.isArray(value),
  );
  return Object.fromEntries(groups.map(([name]) => [name, {}]));
}

/** Requests a second. */
const OPENALEX_RATE_WITH_KEY = 100;

/** With a key at hand the better provider is the default. */
function applyKeyDefaults(
  settings: Settings,
  secrets: Secrets,
  origins: Map<string, Origin>,
): void {
  const isDefault = (path: string) => origins.get(path)?.kind === 'default';
  if (isDefault('research')) {
    const hasTavily = secrets.tavilyApiKey !== undefined;
    if (hasTavily) settings.research = ['tavily'];
    const name = `TAVILY_API_KEY is ${hasTavily ? 'set' : 'not set'}`;
    origins.set('research', { kind: 'default', name });
  }
  if (isDefault('limits.openalex.requestsPerSecond')) {
    const hasOpenAlex = secrets.openalexApiKey !== undefined;
    if (hasOpenAlex) settings.limits.openalex.requestsPerSecond = OPENALEX_RATE_WITH_KEY;
    const name = `OPENALEX_API_KEY is ${hasOpenAlex ? 'set' : 'not set'}`;
    origins.set('limits.openalex.requestsPerSecond', { kind: 'default', name });
  }
  const hasKey = secrets.openaiApiKey !== undefined;
  if (isDefault('embeddings')) {
    if (hasKey) settings.embeddings = 'openai';
    const name = `OPENAI_API_KEY is ${hasKey ? 'set' : 'not set'}`;
    origins.set('embeddings', { kind: 'default', name });
  }
  if (isDefault('writer')) {
    const hasServer = settings.openai.baseUrl !== undefined;
    if (hasKey || hasServer) settings.writer = 'openai';
    const reason = hasServer && !hasKey ? 'openai.baseUrl is set' : undefined;
    const name = reason ?? `OPENAI_API_KEY is ${hasKey ? 'set' : 'not set'}`;
    origins.set('writer', { kind: 'default', name });
  }
}

function normalise(settings: Settings, baseDirectory: string): Settings {
  return {
    ...settings,
    outputDir: resolve(baseDirectory, settings.outputDir),
    formats: [...new Set(settings.formats)],
    reports: [...new Set(settings.reports.map((path) => resolve(baseDirectory, path)))],
    research: [...new Set(settings.research)],
    includeDomains: domainsOf(settings.includeDomains),
    excludeDomains: domainsOf(settings.excludeDomains),
    sites: domainsOf(settings.sites),
    publish: [...new Set(settings.publish)],
    library: [...new Set(settings.library.map((path) => resolve(baseDirectory, path)))],
    template: isTemplatePath(settings.template)
      ? resolve(baseDirectory, settings.template)
      : settings.template,
    language: Intl.getCanonicalLocales(settings.language)[0] ?? settings.language,
  };
}

function domainsOf(domains: readonly string[]): string[] {
  return [...new Set(domains.map((domain) => domain.toLowerCase()))];
}

function isTemplatePath(template: string): boolean {
  return /[/\\]|\.md$/i.test(template) || isAbsolute(template);
}
