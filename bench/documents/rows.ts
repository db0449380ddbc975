/**
 * 100 rows through a model whose answers take 2.5 s ± 50 %, scaled down 25 times: how much faster more lanes are than one.
 * Each row's latency is the same in every run. `node bench/documents/rows.ts 2500` is the unscaled one, which takes five
 * minutes: what the program itself takes a row counts 25 times less there.
 */
import { printTable } from '../print-table.ts';
import { runBuilt, startLoopback } from '../run-program.ts';

const ROWS = 100;
const LATENCY_MS = Number(process.argv[2] ?? 100);
const LANES = LATENCY_MS > 1000 ? [1, 10] : [1, 3, 5, 10];
const SPREAD = 0.5;

const lines = Array.from(
  { length: ROWS },
  (_, at) => `${at},"Date: 2025-03-0${(at % 9) + 1} for order ${at}"`,
);
const files = { 'rows.csv': ['id,note', ...lines].join('\n') };
const server = await startLoopback(0, LATENCY_MS, SPREAD);
try {
  const run = (lanes: number) =>
    runBuilt(server, {
      files,
      command: [
        'extract',
        '--from-file=rows.csv',
        '--columns=note',
        '--fields=date',
        '--method=ai',
        '--output=out.csv',
        `--parallel=${lanes}`,
      ],
      items: ROWS,
    });
  const rows = [];
  let alone = 0;
  for (const lanes of LANES) {
    const { runMs, cpuMs } = await run(lanes);
    alone ||= runMs;
    rows.push({
      lanes,
      'wall s': (runMs / 1000).toFixed(2),
      'speed-up': (alone / runMs).toFixed(2),
      'speed-up ÷ lanes': (alone / runMs / lanes).toFixed(3),
      'CPU ms a row': (cpuMs / ROWS).toFixed(1),
    });
  }
  printTable(
    `${ROWS} rows, answers of ${LATENCY_MS} ms ± ${SPREAD * 100} % (speed-up ≥ 9.3 at 10 lanes)`,
    rows,
  );
} finally {
  server.stop();
}
