/**
 * What the ledger costs: items of one call, one step and one end each, with answers and outputs of about 2 KB. A
 * checkpoint is one durable call, step or item. The peer is a bare `node:sqlite` loop that commits rows of the same
 * sizes one by one with `synchronous = FULL`, and does nothing else.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NO_USAGE } from '../src/core/usage.ts';
import { openLedger } from '../src/ledger/open-ledger.ts';
import { printTable } from './print-table.ts';

const ITEMS = 10_000;
/** Work that has to warm up counts for nothing in what memory grows by. */
const WARM_ITEMS = 1000;
const ITEMS_ONE_BY_ONE = 2000;
const PEER_ITEMS = 2000;
const CHECKPOINTS_AN_ITEM = 3;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const AT = new Date().toISOString();
const usage = { ...NO_USAGE, calls: 1, inputTokens: 800, outputTokens: 200, costUsd: 0.001 };

const peer = runPeer();
const rows = [];
for (const [lanes, items] of [
  [1, ITEMS_ONE_BY_ONE],
  [16, ITEMS],
] as const) {
  const { seconds, cpuMs, grownMb } = await runLedger(lanes, items);
  const rate = (items * CHECKPOINTS_AN_ITEM) / seconds;
  rows.push({
    lanes,
    items,
    'checkpoints a second': Math.round(rate),
    '÷ bare loop': (rate / peer).toFixed(2),
    'CPU ms a call': (cpuMs / items).toFixed(3),
    [`MB held more than at item ${WARM_ITEMS}`]: grownMb.held.toFixed(1),
    'MB resident more': grownMb.resident.toFixed(1),
  });
}
printTable(
  `Ledger (≥ 1,500 checkpoints a second and ≥ 0.6 of the bare loop's ${Math.round(peer)}; memory flat)`,
  rows,
);

async function runLedger(lanes: number, items: number) {
  const folder = mkdtempSync(join(tmpdir(), 'seo-content-bench-'));
  try {
    const ledger = await openLedger(join(folder, 'ledger.db'), { create: true });
    const run = 'bench';
    const plan = Array.from({ length: items }, (_, index) => ({
      index,
      keyword: `keyword number ${index}`,
      slug: `keyword-number-${index}`,
      priority: 0,
      extra: {},
    }));
    const settings = { parallel: lanes };
    const claim = await ledger.createRun(
      { run, command: 'batch', dryRun: false, createdAt: AT, settings },
      plan,
    );
    let next = 0;
    let warm = memoryMb();
    const startedAt = performance.now();
    const startedCpu = process.cpuUsage();
    const lane = async () => {
      for (let item = next++; item < items; item = next++) {
        if (item === WARM_ITEMS) warm = memoryMb();
        await recordItem(ledger, run, item);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    await ledger.flush();
    const seconds = (performance.now() - startedAt) / 1000;
    const cpu = process.cpuUsage(startedCpu);
    const end = memoryMb();
    const grownMb = { held: end.held - warm.held, resident: end.resident - warm.resident };
    const { counts } = await ledger.findRun(run);
    if (counts.succeeded !== items) throw new Error(`only ${counts.succeeded} items were recorded`);
    claim.release();
    await ledger.close();
    return { seconds, cpuMs: (cpu.user + cpu.system) / 1000, grownMb };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function recordItem(
  ledger: Awaited<ReturnType<typeof openLedger>>,
  run: string,
  item: number,
): Promise<void> {
  ledger.startItem(run, item);
  const common = { run, item, ok: true, usage, startedAt: AT, milliseconds: 400 };
  await ledger.saveCall({
    ...common,
    step: 'research',
    key: `${item}`.padStart(64, 'f'),
    provider: 'tavily',
    operation: 'search',
    detail: `POST https://api.tavily.com/search ${item}`,
    answer: { results: payload(item) },
    attempts: 1,
  });
  ledger.saveStep({
    ...common,
    step: 'research',
    input: `${item}`.padStart(64, '0'),
    output: { sources: payload(item + 1) },
    saved: NO_USAGE,
    madeAt: AT,
  });
  ledger.endItem(run, {
    index: item,
    keyword: `keyword number ${item}`,
    slug: `keyword-number-${item}`,
    status: 'succeeded',
    files: [`content/keyword-number-${item}.md`],
    usage,
    saved: NO_USAGE,
    milliseconds: 1000,
  });
}

/** About 2 KB that compress like text. */
function payload(seed: number): string[] {
  return Array.from(
    { length: 40 },
    (_, index) => `sentence ${Math.sin(seed + index)} about a topic`,
  );
}

/** Checkpoints a second of the bare loop. */
function runPeer(): number {
  const folder = mkdtempSync(join(tmpdir(), 'seo-content-bench-'));
  const database = new DatabaseSync(join(folder, 'peer.db'));
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, data TEXT)',
    );
    const insert = database.prepare('INSERT INTO rows (data) VALUES (?)');
    const startedAt = performance.now();
    for (let item = 0; item < PEER_ITEMS; item += 1) {
      insert.run(JSON.stringify(payload(item)));
      insert.run(JSON.stringify(payload(item + 1)));
      insert.run(JSON.stringify({ item, status: 'succeeded', usage, saved: NO_USAGE }));
    }
    return (PEER_ITEMS * CHECKPOINTS_AN_ITEM) / ((performance.now() - startedAt) / 1000);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What lives, and what the process takes of memory; garbage left out as far as possible. */
function memoryMb() {
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { held: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 };
}
