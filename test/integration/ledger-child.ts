/** What a second process does with a ledger: `node ledger-child.ts <what> <path> <run> [<count>]`. Tells lines on stdout. */
import { writeSync } from 'node:fs';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { callOf, itemsOf, outcomeOf, runOf, stepOf } from '../unit/ledger/sample-records.ts';

const [what = '', path = '', run = '', count = '1'] = process.argv.slice(2);
/** At once: what is said has happened when the process is killed. */
const say = (line: string) => writeSync(1, `${line}\n`);

const ledger = await openLedger(path, { create: true });
if (what === 'hold') {
  // Saves calls, says each that is durable, and stays with the run until it is killed.
  await ledger.createRun(runOf(run), itemsOf(Number(count)));
  for (let item = 0; item < Number(count); item += 1) {
    ledger.startItem(run, item);
    await ledger.saveCall(callOf(run, item));
    say(`${item}`);
  }
  say('holding');
  setInterval(() => {}, 60_000);
} else if (what === 'write') {
  const claim = await ledger.createRun(runOf(run), itemsOf(Number(count)));
  const lanes = Array.from({ length: 4 }, async (_, lane) => {
    for (let item = lane; item < Number(count); item += 4) {
      ledger.startItem(run, item);
      await ledger.saveCall(callOf(run, item));
      ledger.saveStep(stepOf(run, item));
      ledger.endItem(run, outcomeOf(item));
    }
  });
  await Promise.all(lanes);
  claim.release();
  await ledger.close();
  say('written');
} else if (what === 'claim') {
  const startedAt = performance.now();
  try {
    await ledger.claimRun(run);
    say('claimed');
  } catch (error) {
    say(JSON.stringify({ error, message: (error as Error).message }));
  }
  say(`${performance.now() - startedAt}`);
  await ledger.close();
} else if (what === 'read') {
  const calls = await ledger.readCalls(run);
  say(JSON.stringify({ calls: calls.length, run: await ledger.findRun(run) }));
  await ledger.close();
}
