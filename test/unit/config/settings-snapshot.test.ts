import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadSettings } from '../../../src/config/load-settings.ts';
import { snapshotSettings } from '../../../src/config/settings-snapshot.ts';

const flags = {
  parallel: '3',
  'output-dir': 'articles',
  library: ['handbook', '/elsewhere/docs'],
  report: ['articles/report.csv'],
  template: './own.md',
  'max-cost': '2.5',
  cache: false,
  'reuse-similar': '0.9',
  'continue-on-error': true,
};

it('brings the settings of a run back, in another folder and under another environment', async () => {
  const here = await mkdtemp(join(tmpdir(), 'seo-content-'));
  const there = await mkdtemp(join(tmpdir(), 'seo-content-'));
  const first = await loadSettings({ cwd: here, flags, environment: {}, needs: [] });
  const snapshot = JSON.parse(JSON.stringify(snapshotSettings(first.settings, here)));
  const again = await loadSettings({
    cwd: there,
    flags: { parallel: '5' },
    snapshot: { run: 'r1', settings: snapshot },
    environment: { OPENAI_MODEL: 'another', OPENAI_API_KEY: 'sk-now' },
    needs: [],
  });
  const moved = (path: string) => path.replace(here, there);
  expect(again.settings).toEqual({
    ...first.settings,
    parallel: 5,
    outputDir: moved(first.settings.outputDir),
    library: first.settings.library.map(moved),
    reports: first.settings.reports.map(moved),
    template: moved(first.settings.template),
  });
  expect(again.settings.library[1]).toBe('/elsewhere/docs');
  expect(again.secrets.openaiApiKey).toBe('sk-now');
  expect(again.origins.get('mode')).toEqual({ kind: 'run', name: 'run r1' });
  await Promise.all([here, there].map((folder) => rm(folder, { recursive: true })));
});

it('refuses settings that are none, naming the run', async () => {
  const cwd = tmpdir();
  const snapshot = { run: 'r1', settings: { parallel: 'many' } };
  await expect(loadSettings({ cwd, snapshot, environment: {}, needs: [] })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('run r1'),
  });
});
