import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadPrices } from '../../src/config/load-prices.ts';
import { priceOf } from '../../src/core/price.ts';
import { answerChat } from '../support/loopback/openai-routes.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { noteFigures } from '../support/processes/note-figures.ts';
import { nameOfRequest, tally } from '../support/processes/call-names.ts';
import { callsOfArticles } from '../support/processes/calls-of-articles.ts';
import { keywordList } from '../support/processes/keywords.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';

let server: LoopbackServer;
beforeAll(async () => {
  // Answers come at different times, so that some calls are under way whenever the money ends.
  server = await startLoopbackServer({ fault: ({ id }) => ({ delayMs: (id * 17) % 60 }) });
});
afterEach(() => server.reset());
afterAll(() => server.close());

const BATCH = ['batch', '--from-file', 'keywords.txt', '--parallel', '3'];
/** Articles are short: three answers each, which may cost up to 3 cents and take about half a cent. */
const CONFIG = { template: 'glossary' };

/** US dollars that the providers would charge for what the server has served. */
function servedUsd(): number {
  const prices = loadPrices();
  let sum = 0;
  for (const { route, body, status } of server.calls) {
    if (status !== 200) continue;
    const nothing = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits: 0 };
    if (route === 'search') {
      sum += priceOf({ ...nothing, credits: 1 }, { provider: 'tavily' }, prices) ?? 0;
      continue;
    }
    const { usage } = answerChat(Object(body), {}, {}, 0).body as {
      usage: { prompt_tokens: number; completion_tokens: number };
    };
    const consumed = {
      ...nothing,
      inputTokens: usage.prompt_tokens,
      outputTokens: usage.completion_tokens,
    };
    sum += priceOf(consumed, { provider: 'openai', model: 'gpt-5.4-mini' }, prices) ?? 0;
  }
  return sum;
}

describe('--max-cost', () => {
  it('is never passed, stops with exit 3, and a higher one goes on from there', async () => {
    await using place = await prepareWorkplace(server, { keywords: 12, config: CONFIG });
    const first = await place.runForData([...BATCH, '--max-cost', '0.30']);
    expect(first.exitCode).toBe(3);
    expect(first.summary).toMatchObject({ stoppedBy: 'budget', maxCostUsd: 0.3 });
    expect(first.summary.stopError?.code).toBe('BUDGET_EXHAUSTED');
    expect(servedUsd()).toBeLessThanOrEqual(0.3);
    expect(servedUsd()).toBeGreaterThan(0.26);
    expect(first.summary.totals.usage.costUsd).toBeCloseTo(servedUsd(), 9);
    expect(first.summary.totals.succeeded).toBeGreaterThan(2);
    // What the money did not reach has not failed.
    expect(first.summary.totals.failed).toBe(0);

    const same = await place.run(['batch', '--resume']);
    expect(same.exitCode).toBe(3);
    expect(same.stdout).toContain('--max-cost');
    expect(servedUsd()).toBeLessThanOrEqual(0.3);

    const second = await place.runForData(['batch', '--resume', '--max-cost', '0.5']);
    expect(second.exitCode).toBe(3);
    expect(servedUsd()).toBeLessThanOrEqual(0.5);
    expect(servedUsd()).toBeGreaterThan(0.46);
    noteFigures(
      `limits of $0.30 and $0.50: $${first.summary.totals.usage.costUsd.toFixed(4)} and $${servedUsd().toFixed(4)} spent`,
    );

    const last = await place.runForData(['batch', '--resume', '--max-cost', '5']);
    expect(last.exitCode).toBe(0);
    expect(last.summary.totals).toMatchObject({ total: 12, succeeded: 12 });
    expect(last.summary.totals.usage.costUsd).toBeCloseTo(servedUsd(), 9);
    expect([...tally(server.calls.map(nameOfRequest)).values()].filter((n) => n > 1)).toEqual([]);
    expect(server.count()).toBe((await callsOfArticles(keywordList(12), 'glossary')).all);
  });

  it('too small for the first call starts none, in both modes', async () => {
    await using place = await prepareWorkplace(server, { keywords: 3, config: CONFIG });
    for (const mode of ['--fail-fast', '--continue-on-error']) {
      const { exitCode, summary } = await place.runForData([...BATCH, mode, '--max-cost', '0.001']);
      expect(exitCode).toBe(3);
      expect(summary.totals).toMatchObject({ succeeded: 0, failed: 0 });
      expect(server.count()).toBe(0);
    }
  });

  it('counts answers that were of no use as well', async () => {
    await using place = await prepareWorkplace(server, { keywords: 2, config: CONFIG });
    server.configure({ chat: () => 'This is no JSON.' });
    const { exitCode, summary } = await place.runForData([
      'batch',
      '--from-file',
      'keywords.txt',
      '--max-cost',
      '0.2',
      '--continue-on-error',
    ]);
    expect([1, 3]).toContain(exitCode);
    expect(server.count('chat')).toBeGreaterThan(1);
    expect(summary.totals.usage.costUsd).toBeGreaterThan(0.008 * server.count('search'));
    expect(summary.totals.usage.costUsd).toBeLessThanOrEqual(0.2);
  });

  it('ends in time where a keyword was cheaper than it could have been', async () => {
    // All keywords together fit, although each of them could have cost more than what is left at the end; up to
    // twelve parts of articles ask for money at the same time.
    await using place = await prepareWorkplace(server, { keywords: 3 });
    const { exitCode, summary } = await place.runForData([...BATCH, '--max-cost', '0.27']);
    expect(exitCode).toBe(0);
    expect(summary.totals.succeeded).toBe(3);
    expect(servedUsd()).toBeLessThanOrEqual(0.27);
    expect(server.count()).toBe((await callsOfArticles(keywordList(3))).all);
  });
});
