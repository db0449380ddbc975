/**
 * How well the support check tells planted faults from faithful sentences: the labelled pairs of
 * bench/support/pairs, each half by itself. A fault is caught when its verdict is not `supported`; a faithful
 * sentence whose verdict is not `supported` is a false alarm. `--misses` lists the pairs of the tuning half that went
 * wrong; those of the half held aside stay unseen, so that no rule is made for them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPairs, type JudgedPair, type PairsFile } from './support/run-pairs.ts';
import { printTable } from './print-table.ts';
import { root } from './run-program.ts';

const HALVES = ['tuning', 'held-aside'];
const showsMisses = process.argv.includes('--misses');

for (const half of HALVES) {
  const path = join(root, 'bench', 'support', 'pairs', `${half}.json`);
  const file = JSON.parse(readFileSync(path, 'utf8')) as PairsFile;
  const judged = runPairs(file);
  printTable(
    `Support check, ${half} half: ${file.pairs.length} pairs over ${file.passages.length} passages (≥ 90 % caught, ≤ 5 % false alarms)`,
    [...rowsByKind(judged), ...totals(judged)],
  );
  if (showsMisses && half === 'tuning')
    for (const pair of judged.filter(({ isRight }) => !isRight)) printMiss(pair);
}

function rowsByKind(judged: readonly JudgedPair[]) {
  const kinds = [...new Set(judged.map(({ label }) => label))].toSorted();
  return kinds.map((kind) =>
    row(
      kind,
      judged.filter(({ label }) => label === kind),
    ),
  );
}

function totals(judged: readonly JudgedPair[]) {
  const isFaithful = ({ label }: JudgedPair) => label.startsWith('faithful');
  return [
    row('all faithful', judged.filter(isFaithful), true),
    row(
      'all faults',
      judged.filter((pair) => !isFaithful(pair)),
      false,
    ),
  ];
}

function row(kind: string, pairs: readonly JudgedPair[], isFaithful = kind.startsWith('faithful')) {
  const count = pairs.filter(({ isRight }) => isRight !== isFaithful).length;
  const percent = `${((100 * count) / Math.max(1, pairs.length)).toFixed(1)} %`;
  return {
    kind,
    pairs: pairs.length,
    caught: isFaithful ? '' : count,
    'false alarms': isFaithful ? count : '',
    percent,
  };
}

function printMiss({ id, label, claim, support }: JudgedPair): void {
  console.log(`\n${id} ${label}: ${claim}`);
  console.log(
    `  ${support.verdict}${support.fault === undefined ? '' : ` (${support.fault})`}: ${support.reason}`,
  );
  console.log(`  ${support.evidence?.text ?? 'no evidence'}`);
}
