/**
 * All works of 500 authors, whose lists have 20 pages for every 50 of them, from a service that takes 100 ms for an
 * answer and lets 100 requests through in any second, 10 without a key. The lower bound is what that limit alone takes
 * when every request waits for none: the first second's requests at once, the next ones in the next second. Evenly
 * spread, a request after the other, they take one second more. Once with the fields that are fetched where nothing is
 * said, abstracts among them, and once with few. The peer is a plain loop with `fetch` that asks for the same fields.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenAlexCorpus } from '../../test/support/loopback/openalex-corpus.ts';
import { OpenAlexResults } from '../../test/support/loopback/openalex-results.ts';
import { TEST_OPENALEX_KEY } from '../../test/support/loopback/server.ts';
import { printTable } from '../print-table.ts';
import { authorIds, authorNumbers } from './author-ids.ts';
import { openDouble, type Double } from './open-double.ts';
import { runPlainLoop } from './plain-loop.ts';
import { readWorkIds } from './read-works.ts';
import { runResearch } from './start-research.ts';

const AUTHORS = 500;
const BATCH = 50;
const PER_PAGE = 200;
const LATENCY_MS = 100;
/** With those shared by the author before a batch, 20 pages of 200 for 50 authors. */
const CORPUS = { works: 79, sharedEvery: 5 };
const FEW_FIELDS = ['--select', 'id,doi,title,publication_year,cited_by_count'];

const corpus = new OpenAlexCorpus(CORPUS);
const expected = new Set(
  authorNumbers(AUTHORS).flatMap((author) => corpus.worksOf(author).map((work) => `W${work}`)),
);
const options = { openalex: CORPUS, latency: { works: LATENCY_MS } };
const double = await openDouble({ ...options, limits: { openalex: { requests: 'real' } } });
try {
  const key = TEST_OPENALEX_KEY;
  // The first fetch makes the double's pages ready.
  const keyless = await runProgram(double, { fields: 'usual', perSecond: 10 });
  const keyed = await runProgram(double, { fields: 'usual', perSecond: 100, key });
  const peer = await runPeer(double, keyed.select);
  const few = await runProgram(double, { fields: 'few', perSecond: 100, key, args: FEW_FIELDS });
  const fewPeer = await runPeer(double, few.select);
  const compare = ({ row, wallMs }: typeof keyed, { wallMs: peerMs }: typeof peer) => ({
    ...row,
    'plain loop s': (peerMs / 1000).toFixed(2),
    'speed-up': (peerMs / wallMs).toFixed(1),
  });
  printTable(`All works of ${AUTHORS} authors, ${LATENCY_MS} ms an answer`, [
    compare(keyed, peer),
    compare(few, fewPeer),
    compare(keyless, peer),
  ]);
  if (!keyed.isWhole || !few.isWhole || !keyless.isWhole) process.exitCode = 1;
} finally {
  double.stop();
}

interface Asked {
  fields: string;
  perSecond: number;
  key?: string;
  args?: readonly string[];
}

async function runProgram(double: Double, { fields, perSecond, key, args = [] }: Asked) {
  await double.forget();
  const folder = mkdtempSync(join(tmpdir(), 'seo-content-bench-'));
  try {
    writeFileSync(join(folder, 'ids.txt'), authorIds(AUTHORS));
    const { wallMs, cpuMs, peakMb } = await runResearch({
      folder,
      url: double.url,
      args,
      ...(key === undefined ? {} : { key }),
    });
    const seen = await double.calls();
    const refused = seen.filter(({ status }) => status === 429).length;
    const times = seen.flatMap(({ startedAt, endedAt = startedAt }) => [startedAt, endedAt]);
    const fetchMs = Math.max(...times) - Math.min(...times);
    const least = fewestPages(seen.map(({ filter }) => filter));
    const boundMs = (Math.ceil(least / perSecond) - 1) * 1000 + LATENCY_MS;
    const evenMs = (least / perSecond) * 1000 + LATENCY_MS;
    const ids = await readWorkIds(join(folder, 'works.jsonl'));
    const found = new Set(ids);
    const [first] = seen;
    const lost = [...expected].filter((id) => !found.has(id)).length;
    const strange = ids.filter((id) => !expected.has(id)).length;
    const repeated = ids.length - found.size;
    return {
      wallMs,
      select: new URLSearchParams(first?.page).get('select') ?? '',
      isWhole: lost + strange + repeated === 0,
      row: {
        fields,
        'requests a second': perSecond,
        'wall s': (wallMs / 1000).toFixed(2),
        'first to last request s': (fetchMs / 1000).toFixed(2),
        'lower bound s': (boundMs / 1000).toFixed(2),
        'evenly s': (evenMs / 1000).toFixed(2),
        'wall ÷ evenly': (wallMs / evenMs).toFixed(2),
        'requests ÷ fewest': `${seen.length} ÷ ${least}`,
        '429s': refused,
        'works twice, lost, strange': `${repeated}, ${lost}, ${strange}`,
        'CPU s': (cpuMs / 1000).toFixed(2),
        'peak MB': peakMb.toFixed(0),
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pages that the lists have which were asked for. */
function fewestPages(filters: readonly string[]): number {
  const results = new OpenAlexResults(corpus);
  return [...new Set(filters)]
    .map((filter) => Math.max(1, Math.ceil(results.list({ filter }).length / PER_PAGE)))
    .reduce((sum, pages) => sum + pages, 0);
}

async function runPeer(double: Double, select: string) {
  await double.forget();
  const ids = authorNumbers(AUTHORS).map((number) => `A${number}`);
  const batches = Array.from({ length: AUTHORS / BATCH }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  );
  const peer = await runPlainLoop({
    url: double.url,
    key: TEST_OPENALEX_KEY,
    batches,
    select,
  });
  if (peer.works !== expected.size) throw new Error(`the plain loop found ${peer.works} works`);
  return peer;
}
