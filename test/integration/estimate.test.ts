import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunSummary } from '../../src/core/summary.ts';
import {
  startLoopbackServer,
  TEST_OPENAI_KEY,
  TEST_TAVILY_KEY,
} from '../support/loopback/server.ts';
import { runSource } from '../support/run-source.ts';

const KEYWORDS = [
  'heat pumps',
  'home composting',
  'how to start a podcast',
  'best standing desks',
  'induction vs gas cooktops',
  'what is a smart thermostat',
];
const FAST = { requestsPerMinute: 100_000, concurrency: 16 };

test('what a run is estimated to take is what it takes, but for what the model writes', async () => {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  const cwd = await mkdtemp(join(tmpdir(), 'estimate-'));
  onTestFinished(() => rm(cwd, { recursive: true }));
  const limits = { tavily: FAST, openai: { ...FAST, tokensPerMinute: 100_000_000 } };
  await writeFile(join(cwd, 'seo-content.config.json'), JSON.stringify({ limits }));
  const environment = {
    TAVILY_API_KEY: TEST_TAVILY_KEY,
    TAVILY_API_BASE_URL: server.tavilyUrl,
    OPENAI_API_KEY: TEST_OPENAI_KEY,
    OPENAI_BASE_URL: server.openaiUrl,
  };
  const args = ['batch', ...KEYWORDS, '--parallel', '3', '--json', '--reporter', 'lines'];
  const { stdout, stderr } = await runSource(args, { cwd, environment });

  const told =
    /^Estimate: (\d+) searches, (\d+) credits, (\d+) writer calls, about ([\d,]+) tokens; about \$([\d.]+)\.$/m.exec(
      stderr,
    );
  const [searches, credits, writerCalls, tokens, costUsd] = (told ?? [])
    .slice(1)
    .map((figure) => Number(figure.replaceAll(',', '')));
  const { usage, succeeded } = (JSON.parse(stdout) as RunSummary).totals;
  expect(succeeded).toBe(KEYWORDS.length);
  expect({ searches, credits, writerCalls }).toEqual({
    searches: server.count('search'),
    credits: usage.credits,
    writerCalls: server.count('chat'),
  });
  const usedTokens = usage.inputTokens + usage.outputTokens;
  expect((tokens ?? 0) / usedTokens).toBeGreaterThan(0.75);
  expect((tokens ?? 0) / usedTokens).toBeLessThan(1.35);
  expect((costUsd ?? 0) / usage.costUsd).toBeGreaterThan(0.85);
  expect((costUsd ?? 0) / usage.costUsd).toBeLessThan(1.15);
});
