import type { Layer } from './layer.ts';
import { setAt } from './setting-paths.ts';

/** The flags that change settings, by their names on the command line. Others are ignored. */
export interface SettingFlags {
  parallel?: string | number | undefined;
  'fan-out'?: string | number | undefined;
  'fail-fast'?: boolean | undefined;
  'continue-on-error'?: boolean | undefined;
  'output-dir'?: string | undefined;
  /** Lists may come as several values, with commas in them or both. */
  format?: string | readonly string[] | undefined;
  research?: string | readonly string[] | undefined;
  depth?: string | undefined;
  'include-domains'?: string | readonly string[] | undefined;
  'exclude-domains'?: string | readonly string[] | undefined;
  site?: string | readonly string[] | undefined;
  'time-range'?: string | undefined;
  country?: string | undefined;
  topic?: string | undefined;
  'allow-private'?: boolean | undefined;
  'citation-style'?: string | undefined;
  bibliography?: boolean | undefined;
  library?: string | readonly string[] | undefined;
  embeddings?: string | undefined;
  report?: string | readonly string[] | undefined;
  writer?: string | undefined;
  template?: string | undefined;
  language?: string | undefined;
  tone?: string | undefined;
  audience?: string | undefined;
  instructions?: string | undefined;
  'min-sources'?: string | number | undefined;
  'min-support'?: string | number | undefined;
  unsupported?: string | undefined;
  judge?: boolean | undefined;
  'max-verbatim'?: string | number | undefined;
  'on-duplicate'?: string | undefined;
  'internal-links'?: string | number | undefined;
  sitemap?: boolean | undefined;
  index?: boolean | undefined;
  preset?: string | undefined;
  'site-url'?: string | undefined;
  publish?: string | readonly string[] | undefined;
  'max-cost'?: string | number | undefined;
  /** True for `--cache`, false for `--no-cache`. */
  cache?: boolean | undefined;
  'research-ttl'?: string | number | undefined;
  'reuse-similar'?: string | number | undefined;
  similarity?: string | undefined;
}

type Reading = { flag: keyof SettingFlags; path: string; read: (value: unknown) => unknown };

const FLAGS: readonly Reading[] = [
  { flag: 'parallel', path: 'parallel', read: readNumber },
  { flag: 'fan-out', path: 'fanOut', read: readNumber },
  { flag: 'fail-fast', path: 'mode', read: (value) => (value === true ? 'fail-fast' : undefined) },
  {
    flag: 'continue-on-error',
    path: 'mode',
    read: (value) => (value === true ? 'continue' : undefined),
  },
  { flag: 'output-dir', path: 'outputDir', read: (value) => value },
  { flag: 'format', path: 'formats', read: readNames },
  { flag: 'research', path: 'research', read: readNames },
  { flag: 'depth', path: 'depth', read: (value) => value },
  { flag: 'include-domains', path: 'includeDomains', read: readNames },
  { flag: 'exclude-domains', path: 'excludeDomains', read: readNames },
  { flag: 'site', path: 'sites', read: readNames },
  { flag: 'time-range', path: 'timeRange', read: (value) => value },
  { flag: 'country', path: 'country', read: (value) => value },
  { flag: 'topic', path: 'topic', read: (value) => value },
  { flag: 'allow-private', path: 'allowPrivate', read: (value) => value },
  { flag: 'citation-style', path: 'citationStyle', read: (value) => value },
  { flag: 'bibliography', path: 'bibliography', read: (value) => value },
  // Paths may hold commas.
  { flag: 'library', path: 'library', read: (value) => [value].flat() },
  { flag: 'embeddings', path: 'embeddings', read: (value) => value },
  { flag: 'report', path: 'reports', read: (value) => [value].flat() },
  { flag: 'writer', path: 'writer', read: (value) => value },
  { flag: 'template', path: 'template', read: (value) => value },
  { flag: 'language', path: 'language', read: (value) => value },
  { flag: 'tone', path: 'tone', read: (value) => value },
  { flag: 'audience', path: 'audience', read: (value) => value },
  { flag: 'instructions', path: 'instructions', read: (value) => value },
  { flag: 'min-sources', path: 'minSources', read: readNumber },
  { flag: 'min-support', path: 'minSupport', read: readNumber },
  { flag: 'unsupported', path: 'unsupported', read: (value) => value },
  { flag: 'judge', path: 'judge', read: (value) => value },
  { flag: 'max-verbatim', path: 'maxVerbatim', read: readNumber },
  { flag: 'on-duplicate', path: 'onDuplicate', read: (value) => value },
  { flag: 'internal-links', path: 'internalLinks', read: readNumber },
  { flag: 'sitemap', path: 'sitemap', read: (value) => value },
  { flag: 'index', path: 'index', read: (value) => value },
  { flag: 'preset', path: 'preset', read: (value) => value },
  { flag: 'site-url', path: 'site.url', read: (value) => value },
  { flag: 'publish', path: 'publish', read: readNames },
  { flag: 'max-cost', path: 'maxCostUsd', read: readNumber },
  { flag: 'cache', path: 'cache.enabled', read: (value) => value },
  { flag: 'research-ttl', path: 'cache.researchTtlHours', read: readNumber },
  { flag: 'reuse-similar', path: 'reuseSimilar', read: readNumber },
  { flag: 'similarity', path: 'similarity', read: (value) => value },
];

/** The settings that the command line asks for. */
export function flagLayer(flags: SettingFlags): Layer {
  const values: Record<string, unknown> = {};
  const names = new Map<string, string>();
  for (const { flag, path, read } of FLAGS) {
    const value = flags[flag] === undefined ? undefined : read(flags[flag]);
    if (value === undefined) continue;
    setAt(values, path, value);
    names.set(path, `--${flag}`);
  }
  return {
    values,
    // A list's problems name one entry (`formats.0`): the flag belongs to the whole of it.
    originOf: (path) => ({ kind: 'flag', name: names.get(path.replace(/\.\d+$/, '')) ?? path }),
  };
}

/** What is no number stays as it is, for the schema to say so. */
function readNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

function readNames(value: unknown): string[] {
  return [value]
    .flat()
    .flatMap((entry) => String(entry).split(','))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}
