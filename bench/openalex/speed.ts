/**
 * All works of 500 authors, whose lists have 20 pages for every 50 of them, from a service that takes 100 ms for an
 * answer and lets 100 requests through in any second, 10 without a key. The lower bound is what that limit alone takes
 * when every request waits for none: the first second's requests at once, the next ones in the next second. Evenly
 * spread, a request after the other, they take one second more. The peer is a plain loop with `fetch`.
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
const SELECT =
  'id,doi,title,publication_year,type,authorships,primary_location,open_access,biblio,cited_by_count,is_retracted';

const corpus = new OpenAlexCorpus(CORPUS);
const expected = new Set(
  authorNumbers(AUTHORS).flatMap((author) => corpus.worksOf(author).map((work) => `W${work}`)),
);
const options = { openalex: CORPUS, latency: { works: LATENCY_MS } };
const double = await openDouble({ ...options, limits: { openalex: { requests: 'real' } } });
try {
  const peer = await runPeer(double);
  const keyed = await runProgram(double, 100, TEST_OPENALEX_KEY);
  const keyless = await runProgram(double, 10);
  printTable(`All works of ${AUTHORS} authors, ${LATENCY_MS} ms an answer`, [
    { ...keyed.row, 'speed-up over a plain loop': (peer.wallMs / keyed.wallMs).toFixed(1) },
    { ...keyless.row, 'speed-up over a plain loop': (peer.wallMs / keyless.wallMs).toFixed(1) },
  ]);
  console.log(
    `\nThe plain loop, with a key: ${(peer.wallMs / 1000).toFixed(2)} s, ${peer.requests} requests, ${peer.works} works.`,
  );
  if (!keyed.isWhole || !keyless.isWhole) process.exitCode = 1;
} finally {
  double.stop();
}

async function runProgram(double: Double, perSecond: number, key?: string) {
  await double.forget();
  const folder = mkdtempSync(join(tmpdir(), 'seo-content-bench-'));
  try {
    writeFileSync(join(folder, 'ids.txt'), authorIds(AUTHORS));
    const { wallMs, cpuMs, peakMb } = await runResearch({
      folder,
      url: double.url,
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
    const lost = [...expected].filter((id) => !found.has(id)).length;
    const strange = ids.filter((id) => !expected.has(id)).length;
    const repeated = ids.length - found.size;
    return {
      wallMs,
      isWhole: lost + strange + repeated === 0,
      row: {
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

async function runPeer(double: Double) {
  await double.forget();
  const ids = authorNumbers(AUTHORS).map((number) => `A${number}`);
  const batches = Array.from({ length: AUTHORS / BATCH }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  );
  const peer = await runPlainLoop({
    url: double.url,
    key: TEST_OPENALEX_KEY,
    batches,
    select: SELECT,
  });
  if (peer.works !== expected.size) throw new Error(`the plain loop found ${peer.works} works`);
  return peer;
}
