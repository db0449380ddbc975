import { copyFile, cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRun } from '../../src/cli/runs/export-run.ts';
import { reportRun } from '../../src/cli/runs/run-report.ts';
import { AppError } from '../../src/core/errors.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { readStoredRun } from '../../src/run/read-stored-run.ts';
import { Workplace } from '../support/cli.ts';
import { seededRandom } from '../support/loopback/random.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { tally } from '../support/processes/call-names.ts';
import { noteFigures } from '../support/processes/note-figures.ts';
import { prepareWorkplace, SAME_DATE } from '../support/processes/prepared-workplace.ts';
import { readTree } from '../support/processes/read-tree.ts';

const CASES = 100;
/** For twelve starts of the program that write up to 30 articles each. */
const TIMEOUT = 300_000;
/** Stands for the path of a ledger where two are compared. */
const FILE = '<file>';
const BATCH = ['batch', '--from-file', 'keywords.txt', '--parallel', '6'];
const LEDGER = join('.seo-content', 'ledger.db');

/** Where articles are short: three calls to the model each. */
const openPlace = () =>
  prepareWorkplace(server, { keywords: 60, config: { template: 'glossary' } });

let server: LoopbackServer;
/** A run of 60 keywords that is finished, and one that was stopped half way and can go on. */
let finished: Workplace;
let stopped: Workplace;

beforeAll(async () => {
  server = await startLoopbackServer();
  finished = await openPlace();
  await finished.run(BATCH);
  stopped = await openPlace();
  let chats = 0;
  server.setFault(({ route }) => (route === 'chat' && ++chats > 90 ? { status: 401 } : undefined));
  await stopped.run(BATCH);
  server.reset();
});
afterAll(async () => {
  await server.close();
  await finished[Symbol.asyncDispose]();
  await stopped[Symbol.asyncDispose]();
});

type Damage = (bytes: Buffer, random: () => number) => Buffer;

const DAMAGES: Record<'truncated' | 'flipped', Damage> = {
  truncated: (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  flipped: (bytes, random) => {
    const copy = Buffer.from(bytes);
    const place = Math.floor(random() * bytes.length);
    copy[place] = (copy[place] ?? 0) ^ (1 + Math.floor(random() * 255));
    return copy;
  },
};

/** What `runs show --json` and `runs export --format json` tell of the newest run of a ledger. */
async function tellRun(path: string, baseDirectory: string): Promise<string> {
  const ledger = await openLedger(path, { create: false });
  try {
    const [run] = await ledger.listRuns({ limit: 1 });
    if (run === undefined) throw new Error('The run is gone, and nothing was said.');
    const report = await reportRun(ledger, run, baseDirectory);
    const { summary } = await readStoredRun(ledger, run, baseDirectory);
    return JSON.stringify([report, await exportRun(summary, { format: 'json' })]);
  } finally {
    await ledger.close();
  }
}

/** `same`, or the code of a clear refusal that left the file as it was; anything else is a fault, told in words. */
async function judge(file: string, damaged: Buffer, expected: string): Promise<string> {
  try {
    const told = await tellRun(file, finished.folder);
    return told.replaceAll(file, FILE) === expected ? 'same' : 'tells something else';
  } catch (error) {
    if (!(error instanceof AppError)) return `no clear error: ${String(error)}`;
    const { code, message, suggestions } = error;
    if (!message.includes(file) || suggestions.length === 0) return `unclear: ${message}`;
    return damaged.equals(await readFile(file)) ? code : `changed by ${code}`;
  }
}

/** `same` articles as in an undisturbed run, or how the program refused; anything else is a fault, told in words. */
async function judgeResume(damaged: Buffer, expected: ReadonlyMap<string, string>) {
  await using place = await Workplace.openWith(server, SAME_DATE);
  await cp(join(stopped.folder, 'content'), join(place.folder, 'content'), { recursive: true });
  await mkdir(join(place.folder, '.seo-content'));
  const config = 'seo-content.config.json';
  await copyFile(join(stopped.folder, config), join(place.folder, config));
  const ledger = await place.write(LEDGER, damaged);
  // The run in the ledger has its files where it was begun.
  const { exitCode, all } = await place.run(['batch', '--resume', '-o', 'content']);
  const files = await readTree(join(place.folder, 'content'));
  const invented = [...files].filter(([path, content]) => expected.get(path) !== content);
  if (invented.length > 0) return `wrong files: ${invented.map(([path]) => path).join(' ')}`;
  if (exitCode === 0) return files.size === expected.size ? 'same' : `only ${files.size} files`;
  const isClear = all.includes(ledger) && /LEDGER_DAMAGED/u.test(all) && /backup/u.test(all);
  if (!isClear || /^\s+at .*:\d+:\d+/mu.test(all)) return `unclear: ${all}`;
  if (exitCode === 1) return 'stopped under way';
  return damaged.equals(await readFile(ledger)) ? `refused with ${exitCode}` : 'changed';
}

const countOf = (verdicts: readonly string[]) => Object.fromEntries(tally(verdicts));

describe('a run of 60 keywords', () => {
  it('is finished in one place and stopped half way in the other', async () => {
    const stateOf = async (place: Workplace) =>
      JSON.parse((await place.run(['runs', 'list', '--json'])).stdout)[0];
    expect(await stateOf(finished)).toMatchObject({ state: 'finished', counts: { succeeded: 60 } });
    expect(await stateOf(stopped)).toMatchObject({ state: 'stopped', exitCode: 3 });
  });
});

describe.each(['truncated', 'flipped'] as const)('a ledger that is %s anywhere', (kind) => {
  it(`tells what it told before or is refused, and stays as it is (${CASES} places)`, async () => {
    await using place = await Workplace.open();
    const bytes = await readFile(join(finished.folder, LEDGER));
    const random = seededRandom(kind);
    const original = await place.write('original.db', bytes);
    const expected = (await tellRun(original, finished.folder)).replaceAll(original, FILE);
    const verdicts: string[] = [];
    for (let index = 0; index < CASES; index++) {
      const damaged = DAMAGES[kind](bytes, random);
      const file = await place.write(`ledger-${index}.db`, damaged);
      verdicts.push(await judge(file, damaged, expected));
    }
    noteFigures(
      `${CASES} ledgers ${kind} (${bytes.length} bytes): ${JSON.stringify(countOf(verdicts))}`,
    );
    const fine = new Set(['same', 'LEDGER_DAMAGED', 'LEDGER_UNUSABLE']);
    expect(verdicts.filter((verdict) => !fine.has(verdict))).toEqual([]);
  });

  it(
    'is refused by the program, or goes on to the articles of an undisturbed run (12 places)',
    { timeout: TIMEOUT },
    async () => {
      const bytes = await readFile(join(stopped.folder, LEDGER));
      const expected = await readTree(join(finished.folder, 'content'));
      const random = seededRandom(`resume ${kind}`);
      const verdicts: string[] = [];
      for (let index = 0; index < 12; index++)
        verdicts.push(await judgeResume(DAMAGES[kind](bytes, random), expected));
      noteFigures(`12 resumed runs, ledger ${kind}: ${JSON.stringify(countOf(verdicts))}`);
      const fine = new Set(['same', 'refused with 2', 'stopped under way']);
      expect(verdicts.filter((verdict) => !fine.has(verdict))).toEqual([]);
    },
  );
});
