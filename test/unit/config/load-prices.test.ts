import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadPrices } from '../../../src/config/load-prices.ts';
import { DEFAULT_SETTINGS } from '../../../src/config/settings.ts';

test('the shipped list is dated and knows the default model and the search provider', () => {
  const { date, models, credits } = loadPrices();
  expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(models).toHaveProperty([DEFAULT_SETTINGS.openai.model, 'output'], expect.any(Number));
  expect(credits['tavily']).toBeGreaterThan(0);
});

test('prices of the configuration go over those of the list, whole models at a time', () => {
  const shipped = loadPrices();
  const { models, credits } = loadPrices({
    models: {
      'gpt-5.4-mini': { input: 1, output: 5 },
      'home-made': { input: 0, cachedInput: 0, output: 0 },
    },
    credits: { tavily: 0.005 },
  });
  expect(models['gpt-5.4-mini']).toEqual({ input: 1, cachedInput: 1, output: 5 });
  expect(models['home-made']).toEqual({ input: 0, cachedInput: 0, output: 0 });
  expect(models['gpt-5.4']).toEqual(shipped.models['gpt-5.4']);
  expect(credits).toEqual({ tavily: 0.005 });
});

test.each([
  ['{', /cannot be used: .*JSON/],
  ['{"date":"soon","models":{},"credits":{}}', /date must be a date/],
  ['{"date":"2026-11-01","credits":{}}', /models must be/],
  [
    '{"date":"2026-11-01","models":{"m":{"input":-1,"output":2}},"credits":{}}',
    /models\.m\.input must be US dollars/,
  ],
])('a file that is no price list is refused: %s', async (content, message) => {
  const folder = await mkdtemp(join(tmpdir(), 'prices-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'prices.json');
  await writeFile(path, content);
  const load = () => loadPrices({}, path);
  expect(load).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  expect(load).toThrow(message);
  expect(() => loadPrices({}, join(folder, 'gone.json'))).toThrow(/gone\.json/);
});
