/**
 * 200 mixed PDFs, two at a time: truncated, broken, encrypted, scanned, of 500 pages, of no bytes, of something else, made
 * to unfold without measure. Each must have the outcome that is due, and memory must stay small.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocumentReader } from '../../src/documents/open-document-reader.ts';
import { printTable } from '../print-table.ts';
import { root } from '../run-program.ts';
import type { MadeFile } from './make-corpus.ts';

const COUNT = 200;
const MOST_MB = 600;

const folder = mkdtempSync(join(tmpdir(), 'seo-content-bench-'));
const reader = openDocumentReader({ workers: 2 });
try {
  const largestFirst = makeCorpus().toSorted((one, other) => other.size - one.size);
  const startedAt = performance.now();
  const outcomes = await Promise.all(
    largestFirst.map(async ({ path, outcome, message }) => {
      const [found, told] = await reader.read(path).then(
        ({ warnings }) => [warnings.length === 0 ? 'text' : 'warning', warnings.join(' ')] as const,
        (error: Error) => ['error', error.message] as const,
      );
      const isRight = found === outcome && new RegExp(message, 'u').test(told);
      if (!isRight) console.error(`${path}: ${found} instead of ${outcome}: ${told}`);
      return { found, isRight };
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const count = (outcome: string): number =>
    outcomes.filter(({ found }) => found === outcome).length;
  const right = outcomes.filter(({ isRight }) => isRight).length;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  printTable(`${COUNT} mixed PDFs, two workers`, [
    {
      'read whole': count('text'),
      'read with a warning': count('warning'),
      refused: count('error'),
      'as they should be': `${right} of ${COUNT}`,
      seconds: seconds.toFixed(1),
      'peak memory, MB': `${peakMb.toFixed(0)} (≤ ${MOST_MB} asked)`,
    },
  ]);
  if (right < COUNT || peakMb > MOST_MB) process.exitCode = 1;
} finally {
  await reader.close();
  rmSync(folder, { recursive: true, force: true });
}

/** In a process of its own, whose memory is not that of the reader. */
function makeCorpus(): MadeFile[] {
  const script = join(root, 'bench', 'documents', 'make-corpus.ts');
  const { stdout, status } = spawnSync(process.execPath, [script, folder, String(COUNT)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error('the files could not be made');
  return JSON.parse(stdout) as MadeFile[];
}
