/**
 * What a call costs on its way through the gateway, beside the call itself: processor time of 4,000 calls that are
 * answered at once with about 8 KB, sixteen at a time, and of as many that find their answer kept.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapConcurrent } from '../src/batch/map-concurrent.ts';
import { Budget } from '../src/gateway/budget.ts';
import { createGateway, type GatewayOptions } from '../src/gateway/create-gateway.ts';
import { keptAnswersOf } from '../src/gateway/kept-answers.ts';
import { openLedger } from '../src/ledger/open-ledger.ts';
import type { CallRequest } from '../src/providers/call.ts';
import { printTable } from './print-table.ts';

const CALLS = 4000;
const WARM_CALLS = 500;
const LANES = 16;
const RUN = 'bench';
const never = new AbortController().signal;
const credit = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits: 1 };

const folder = mkdtempSync(join(tmpdir(), 'seo-content-bench-'));
const ledger = await openLedger(join(folder, 'ledger.db'), { create: true });
try {
  const createdAt = new Date().toISOString();
  const facts = { run: RUN, command: 'batch', dryRun: false, createdAt, settings: {} };
  const claim = await ledger.createRun(facts, []);
  const kept = keptAnswersOf(ledger, { run: RUN, researchNotBefore: '', ownOnly: false });
  const bare = await measure((request) => request.attempt(request.body, never), 'bare');
  const alone = await measure(through({}), 'gateway');
  const recorded = await measure(through({ kept }), 'recorded');
  const replayed = await measure(through({ kept }), 'recorded');
  printTable('A call through the gateway', [
    row('gateway alone', alone - bare),
    row('gateway and ledger', recorded - bare),
    row('answer that was kept', replayed),
  ]);
  claim.release();
} finally {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
}

function row(what: string, milliseconds: number) {
  return { what, 'CPU ms a call': milliseconds.toFixed(3) };
}

function through(
  more: Partial<GatewayOptions>,
): (request: CallRequest<unknown, unknown>) => unknown {
  const gateway = createGateway({
    limits: { tavily: { requestsPerMinute: 100_000_000, concurrency: LANES } },
    prices: { date: '2026-01-01', models: {}, credits: { tavily: 0.008 } },
    retries: { attempts: 1, maxElapsedMs: 60_000 },
    drain: never,
    budget: new Budget({ limitUsd: 1_000_000, spentUsd: 0 }),
    emit: () => {},
    ...more,
  });
  return (request) => gateway.call(request, { signal: never, item: 0, step: 'research' });
}

/** Processor milliseconds a call, after some that warm the code up. */
async function measure(
  call: (request: CallRequest<unknown, unknown>) => unknown,
  kind: string,
): Promise<number> {
  const numbers = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => from + index);
  const run = (all: number[]) =>
    mapConcurrent(all, async (number) => call(requestOf(kind, number)), { concurrency: LANES });
  await run(numbers(WARM_CALLS, 0));
  const before = process.cpuUsage();
  await run(numbers(CALLS, WARM_CALLS));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / CALLS;
}

function requestOf(kind: string, number: number): CallRequest<unknown, unknown> {
  const query = `${kind} ${number}`;
  return {
    provider: 'tavily',
    operation: 'search',
    body: { query, maxResults: 5 },
    detail: query,
    keep: 'research',
    worstCase: credit,
    attempt: async () => {
      await new Promise(setImmediate);
      return { value: pagesFor(number), consumed: credit, status: 200 };
    },
  };
}

function pagesFor(seed: number): string[] {
  return Array.from(
    { length: 160 },
    (_, index) => `sentence ${Math.sin(seed + index)} about a topic`,
  );
}
