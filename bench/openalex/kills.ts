/**
 * A fetch that is killed ten times (SIGKILL), each time when some more requests have arrived, and then goes on to its
 * end. No page whose answer was in the ledger may be asked for again, and the file must be the same, to the byte, as that
 * of a fetch that nobody disturbs.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../test/support/loopback/random.ts';
import { TEST_OPENALEX_KEY } from '../../test/support/loopback/server.ts';
import { printTable } from '../print-table.ts';
import { authorIds } from './author-ids.ts';
import { committedPages } from './committed-pages.ts';
import { openDouble } from './open-double.ts';
import { runResearch, startResearch } from './start-research.ts';

const AUTHORS = 500;
const KILLS = 10;
/** Requests between two kills: more than are in flight together, so that some answers are kept each time. */
const [FEWEST, MORE] = [26, 14];

const double = await openDouble({
  openalex: { works: 79, sharedEvery: 5 },
  latency: { works: 100 },
  limits: { openalex: { requests: 'real' } },
});
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'seo-content-bench-'))) as [
  string,
  string,
];
try {
  for (const folder of folders) writeFileSync(join(folder, 'ids.txt'), authorIds(AUTHORS));
  const [undisturbed, disturbed] = folders.map((folder) => ({
    folder,
    url: double.url,
    key: TEST_OPENALEX_KEY,
  })) as [Start, Start];
  await runResearch(undisturbed);
  const needed = new Set((await double.calls()).map(({ page }) => page));
  await double.forget();

  const random = seededRandom('kills');
  const kept = new Set<string>();
  const again: string[] = [];
  let [seen, lost] = [0, 0];
  const look = async (): Promise<string[]> => {
    const pages = (await double.calls()).slice(seen).map(({ page }) => page);
    seen += pages.length;
    again.push(...pages.filter((page) => kept.has(page)));
    return pages;
  };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const program = startResearch(disturbed);
    const isReached = await Promise.race([
      double.waitForCalls(seen + FEWEST + Math.floor(random() * MORE)).then(() => true),
      program.ended.then(() => false),
    ]);
    if (!isReached) throw new Error(`kill ${kill} came too late: ${(await program.ended).stderr}`);
    program.kill();
    await program.ended;
    await double.waitForRest();
    const sent = await look();
    for (const page of committedPages(disturbed.folder)) kept.add(page);
    lost += sent.filter((page) => !kept.has(page)).length;
  }
  const before = kept.size;
  await runResearch(disturbed);
  await look();
  const [whole, after] = folders.map((folder) => readFileSync(join(folder, 'works.jsonl'))) as [
    Buffer,
    Buffer,
  ];
  const isSame = whole.equals(after);
  printTable(`A fetch that is killed ${KILLS} times`, [
    {
      'pages needed': needed.size,
      'kept at the last kill': before,
      requests: seen,
      'in flight at the kills': lost,
      'asked for again though kept': again.length,
      'requests beyond needed + in flight': Math.max(0, seen - needed.size - lost),
      'file as undisturbed': isSame ? `yes, ${whole.byteLength} bytes` : 'no',
    },
  ]);
  if (again.length > 0 || !isSame || before === 0) process.exitCode = 1;
} finally {
  double.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

type Start = Parameters<typeof startResearch>[0];
