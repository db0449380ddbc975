/**
 * How well contradictions between sources are told from look-alikes: the labelled pairs of bench/contradictions/pairs,
 * each half by itself. `--misses` lists the pairs of the tuning half that went wrong; those of the half held aside stay
 * unseen, so that no rule is made for them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  precisionAndRecall,
  runContradictionPairs,
  type ContradictionPair,
} from './contradictions/run-pairs.ts';
import { printTable } from './print-table.ts';
import { root } from './run-program.ts';

const showsMisses = process.argv.includes('--misses');

for (const half of ['tuning', 'held-aside']) {
  const path = join(root, 'bench', 'contradictions', 'pairs', `${half}.json`);
  const judged = runContradictionPairs(
    JSON.parse(readFileSync(path, 'utf8')) as ContradictionPair[],
  );
  const { precision, recall } = precisionAndRecall(judged);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const labels = [...new Set(judged.map(({ label }) => label))];
  printTable(
    `Contradictions, ${half} half: ${judged.length} pairs; precision ${percent(precision)}, recall ${percent(recall)}`,
    labels.map((label) => {
      const pairs = judged.filter((pair) => pair.label === label);
      const found = pairs.filter((pair) => pair.found !== undefined).length;
      return { label, pairs: pairs.length, 'told as contradictions': found };
    }),
  );
  if (!showsMisses || half !== 'tuning') continue;
  for (const { id, label, left, right, found } of judged.filter(
    (pair) => (pair.found !== undefined) !== pair.isContradiction,
  ))
    console.log(`\n${id} ${label}: ${left}\n  ${right}\n  ${found?.kind ?? 'nothing found'}`);
}
