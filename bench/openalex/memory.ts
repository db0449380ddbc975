/** Memory while many works are fetched and written line by line: it must not grow with their number. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_OPENALEX_KEY } from '../../test/support/loopback/server.ts';
import { printTable } from '../print-table.ts';
import { authorIds } from './author-ids.ts';
import { openDouble } from './open-double.ts';
import { readWorkIds } from './read-works.ts';
import { runResearch } from './start-research.ts';

const WORKS_OF_AN_AUTHOR = 400;
const SIZES = [2000, 20_000, 200_000];
const LIMITS = { limits: { openalex: { requestsPerSecond: 1000, concurrency: 24 } } };

const double = await openDouble({ openalex: { works: WORKS_OF_AN_AUTHOR, sharedEvery: 0 } });
try {
  const rows = [];
  for (const works of SIZES) rows.push(await measure(works));
  printTable('Works to JSON lines, without limits and latency', rows);
} finally {
  double.stop();
}

async function measure(works: number) {
  await double.forget();
  const folder = mkdtempSync(join(tmpdir(), 'seo-content-bench-'));
  try {
    writeFileSync(join(folder, 'ids.txt'), authorIds(works / WORKS_OF_AN_AUTHOR));
    writeFileSync(join(folder, 'seo-content.config.json'), JSON.stringify(LIMITS));
    const start = { folder, url: double.url, key: TEST_OPENALEX_KEY };
    const { wallMs, cpuMs, peakMb } = await runResearch(start);
    const found = new Set(await readWorkIds(join(folder, 'works.jsonl'))).size;
    if (found !== works) process.exitCode = 1;
    const megabytes = (path: string): string =>
      (statSync(join(folder, path)).size / 2 ** 20).toFixed(0);
    return {
      works,
      'found in the file': found,
      requests: (await double.calls()).length,
      'wall s': (wallMs / 1000).toFixed(1),
      'CPU s': (cpuMs / 1000).toFixed(1),
      'peak MB': peakMb.toFixed(0),
      'file MB': megabytes('works.jsonl'),
      'ledger MB': megabytes(join('.seo-content', 'ledger.db')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
