/**
 * The whole program with 10,000 keywords over 16 lanes on a pseudo-terminal, against the same without display and
 * against 100 keywords: what the display costs, and whether memory grows with the list. Calls take 10 ms each.
 */
import { printTable } from './print-table.ts';
import { runProgram, startLoopback } from './run-program.ts';

const MANY = Number(process.env['BENCH_KEYWORDS'] ?? 10_000);
const server = await startLoopback(10, 10);
try {
  const args = ['--parallel', '16'];
  const few = await runProgram(server, 100, args, { tty: true });
  const shown = await runProgram(server, MANY, args, { tty: true });
  const silent = await runProgram(server, MANY, [...args, '--reporter', 'silent'], { tty: true });
  const row = (name: string, { wallMs, cpuMs, peakMb }: typeof few) => ({
    run: name,
    'wall s': (wallMs / 1000).toFixed(1),
    'CPU s': (cpuMs / 1000).toFixed(1),
    'peak MB': peakMb.toFixed(0),
  });
  printTable(
    `${MANY} keywords on a terminal (display ≤ 5 %, peak ≤ 150 MB and ≤ 30 MB above 100)`,
    [
      row('100 keywords, live display', few),
      row(`${MANY} keywords, live display`, shown),
      row(`${MANY} keywords, silent`, silent),
    ],
  );
  console.log(`\ndisplay: ${((shown.wallMs / silent.wallMs - 1) * 100).toFixed(1)} % of wall time`);
  console.log(`memory above 100 keywords: ${(shown.peakMb - few.peakMb).toFixed(0)} MB`);
} finally {
  server.stop();
}
