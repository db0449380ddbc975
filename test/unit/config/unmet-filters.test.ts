import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findUnpriced } from '../../../src/config/find-unpriced.ts';
import type { SettingFlags } from '../../../src/config/flag-layer.ts';
import { loadSettings } from '../../../src/config/load-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/config/settings.ts';
import { findUnmetFilters } from '../../../src/config/unmet-filters.ts';
import { AppError } from '../../../src/core/errors.ts';
import { filterNotes } from '../../../src/run/filter-notes.ts';

const settingsOf = (changes: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...changes });
const unmet = (changes: Partial<Settings>) =>
  findUnmetFilters(settingsOf(changes)).map(({ path, isIdle }) => [path, isIdle]);

describe('filters of pages', () => {
  const all = {
    includeDomains: ['a.example'],
    excludeDomains: ['b.example'],
    timeRange: 'week',
    country: 'germany',
  } as const;

  it('are met where nothing is asked', () => {
    expect(unmet({ research: ['library'] })).toEqual([]);
  });

  it.each<[Partial<Settings>, [string, boolean][]]>([
    [{ research: ['tavily'], ...all }, []],
    [{ research: ['tavily', 'library', 'openalex'], ...all }, []],
    [{ research: ['searxng'], ...all }, [['country', true]]],
    [{ research: ['searxng', 'tavily'], ...all }, [['country', false]]],
    [{ research: ['searxng'], topic: 'news' }, []],
    [{ research: ['searxng'], topic: 'finance' }, [['topic', true]]],
    [{ research: ['tavily'], topic: 'news', country: 'france' }, [['country', true]]],
    [
      { research: ['library', 'openalex'], ...all, topic: 'news' },
      [
        ['includeDomains', true],
        ['excludeDomains', true],
        ['timeRange', true],
        ['country', true],
        ['topic', true],
      ],
    ],
    [{ research: ['library'], sites: ['a.example'], depth: 'standard' }, [['sites', true]]],
    [
      {
        research: ['library'],
        sites: ['a.example'],
        depth: 'deep',
        excludeDomains: ['old.a.example'],
      },
      [],
    ],
  ])('are told by what the research knows: %j', (changes, expected) => {
    expect(unmet(changes)).toEqual(expected);
  });

  it('are told in sentences', () => {
    expect(filterNotes(settingsOf({ research: ['searxng', 'tavily'], country: 'france' }))).toEqual(
      ['country holds for a part of the research: SearXNG knows no country.'],
    );
    expect(filterNotes(settingsOf({ research: ['library'], timeRange: 'day' }))).toEqual([
      'timeRange has no effect: it is about pages of the web, and research is done in library.',
    ]);
  });
});

describe('when settings are loaded', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'filters-'));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const load = (flags: SettingFlags, environment: Record<string, string> = {}) =>
    loadSettings({ cwd, flags, environment, needs: ['research'] });
  const failure = async (flags: SettingFlags, environment: Record<string, string> = {}) => {
    const error: unknown = await load(flags, environment).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    return error as AppError;
  };

  it('flags without effect are refused, all at once', async () => {
    const { message, suggestions, code } = await failure({
      research: 'library',
      country: 'germany',
      'exclude-domains': 'b.example',
      site: 'a.example',
    });
    expect(code).toBe('CONFIG_INVALID');
    expect(message).toMatch(/There are 3 problems/);
    expect(message).toContain(
      '--country has no effect: it is about pages of the web, and research is done in library',
    );
    expect(message).toContain(
      '--site has no effect: only deep research explores sites, and depth is standard',
    );
    expect(suggestions).toContain('Leave --country out, or change --research.');
    expect(suggestions).toContain('Add --depth deep, or leave --site out.');
  });

  it('the same in a file waits for other runs', async () => {
    const config = { country: 'germany', includeDomains: ['a.example'], sites: ['a.example'] };
    await writeFile(join(cwd, 'seo-content.config.json'), JSON.stringify(config));
    const { settings } = await load({ research: 'library' });
    expect(settings.country).toBe('germany');
    expect(filterNotes(settings)).toHaveLength(3);
  });

  it('sites need a key, and its price', async () => {
    const flags = { research: 'library', depth: 'deep', site: 'A.example' };
    const { message } = await failure(flags);
    expect(message).toContain('--site: exploring sites needs TAVILY_API_KEY, which is not set');
    const { settings } = await load(flags, { TAVILY_API_KEY: 'tvly-1' });
    expect(settings.sites).toEqual(['a.example']);
    const prices = { date: '2026-11-05', models: {}, credits: {} };
    expect(findUnpriced(settings, prices, true)).toEqual([
      { name: 'tavily', setting: 'prices.credits' },
    ]);
  });

  it('searxng needs an address', async () => {
    const { message } = await failure({ research: 'searxng' });
    expect(message).toContain('research with searxng needs SEARXNG_BASE_URL, which is not set');
  });
});
