import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingPaths, valueAt } from '../../../src/config/setting-paths.ts';
import { DEFAULT_SETTINGS } from '../../../src/config/settings.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Their defaults depend on keys, or are told in words. */
const IN_WORDS = new Set([
  'research',
  'writer',
  'library',
  'reports',
  'publish',
  'includeDomains',
  'excludeDomains',
  'sites',
]);

/** A default as the page shows it: `16000`, `md`; nothing for a setting that is not set. */
function shown(path: string): string {
  const value = valueAt(DEFAULT_SETTINGS, path);
  return value === undefined ? '' : `\`${JSON.stringify(value).replaceAll(/["[\]]/g, '')}\``;
}

describe('docs/configuration.md', () => {
  it('has a row with the default of every setting, and of no other', async () => {
    const page = await readFile(join(root, 'docs', 'configuration.md'), 'utf8');
    const [, table = ''] = page.split('| Setting |');
    const rows = (table.split('\n\n')[0] ?? '').matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm);
    const documented = new Map([...rows].map(([, path = '', text = '']) => [path, text]));
    expect([...documented.keys()].toSorted()).toEqual(settingPaths().toSorted());
    const wrong = settingPaths().filter(
      (path) => !IN_WORDS.has(path) && !documented.get(path)?.includes(shown(path)),
    );
    expect(wrong).toEqual([]);
  });
});
