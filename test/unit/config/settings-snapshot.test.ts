import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  similarity: 'meaning',
  embeddings: 'none',
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

it('takes prices and limits from the file of today, and nothing else', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'seo-content-'));
  const first = await loadSettings({ cwd, flags, environment: {}, needs: [] });
  const snapshot = { run: 'r1', settings: snapshotSettings(first.settings, cwd) };
  const models = { 'my-model': { input: 1, output: 4 } };
  const limits = { openai: { requestsPerMinute: 40 } };
  const today = { parallel: 9, writer: 'openai', prices: { models }, limits };
  await writeFile(join(cwd, 'seo-content.config.json'), JSON.stringify(today));
  const again = await loadSettings({ cwd, snapshot, environment: {}, needs: [] });
  expect(again.settings).toEqual({
    ...first.settings,
    prices: { models },
    limits: {
      ...first.settings.limits,
      openai: { ...first.settings.limits.openai, requestsPerMinute: 40 },
    },
  });
  expect(again.origins.get('prices.models')).toEqual({
    kind: 'file',
    name: 'seo-content.config.json',
  });
  await rm(cwd, { recursive: true });
});
