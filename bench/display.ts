/**
 * What the live display costs: 10,000 keywords over 16 lanes on a pseudo-terminal of 80 × 24, against the
 * same run with the silent reporter. Each keyword tells 19 events and takes about 20 ms.
 * Run it with `node bench/display.ts`; it needs `script` of util-linux.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createReporter, type ReporterName } from '../src/cli/reporters/create-reporter.ts';
import type { UnstampedEvent } from '../src/core/events.ts';
import { NO_USAGE } from '../src/core/usage.ts';

interface Measurement {
  wallMs: number;
  cpuMs: number;
  peakMb: number;
  bytes: number;
  writes: number;
}

const KEYWORDS = Number(process.env['BENCH_KEYWORDS'] ?? 10_000);
const LANES = 16;
const STEPS = 2;
const STEP_MS = 10;
const CALLS_PER_STEP = 3;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const TEXTS = [
  'best e-bike battery',
  '電動自転車 バッテリー 比較',
  '👩‍🌾 home composting',
  'a long keyword '.repeat(8),
];

const [name, resultPath] = process.argv.slice(2);
if (name !== undefined && resultPath !== undefined) {
  const measurement = await simulateRun(name as ReporterName);
  writeFileSync(resultPath, JSON.stringify(measurement));
} else {
  printComparison();
}

/** One run of invented events; the work between them is waiting, as with real calls. */
async function simulateRun(reporterName: ReporterName): Promise<Measurement> {
  const written = countWrites();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const reporter = createReporter(reporterName, {
    stderr: process.stderr,
    isTTY: process.stderr.isTTY,
    columns: undefined,
    color: true,
    now: () => performance.now(),
    quiet: false,
    debug: false,
    env: {},
  });
  const emit = (event: UnstampedEvent): void =>
    reporter.onEvent({ run: 'bench', at: performance.now() - start, ...event });
  const usage = { ...NO_USAGE, calls: 1, inputTokens: 900, outputTokens: 300, costUsd: 0.001 };
  let next = 0;
  let call = 0;

  const processItem = async (item: number, lane: number): Promise<void> => {
    const keyword = `${TEXTS[item % TEXTS.length]} ${item}`;
    const base = { item, keyword };
    const began = performance.now();
    emit({ type: 'item-start', ...base, lane });
    for (const step of ['research', 'write'] as const) {
      emit({ type: 'step-start', ...base, step });
      const calls = Array.from({ length: CALLS_PER_STEP }, () => {
        call += 1;
        return { call, provider: 'bench', operation: 'search', item, step };
      });
      for (const each of calls) emit({ type: 'call-start', ...each, detail: keyword });
      await sleep(STEP_MS);
      calls.forEach((each, index) => {
        emit({ type: 'call-end', ...each, ok: true, attempts: 1, milliseconds: STEP_MS, usage });
        if (step === 'research') {
          emit({ type: 'step-progress', ...base, step, done: index + 1, total: CALLS_PER_STEP });
        }
      });
      emit({ type: 'step-end', ...base, step, milliseconds: STEP_MS });
    }
    const end = { ...base, lane, milliseconds: performance.now() - began, usage };
    if (item % 500 === 250) {
      const error = {
        code: 'NO_SOURCES',
        message: 'Research found nothing.',
        suggestions: [],
      } as const;
      emit({ type: 'item-error', ...end, status: 'failed', error });
    } else {
      emit({ type: 'item-end', ...end, files: [`content/${item}.md`] });
    }
  };

  emit({ type: 'run-start', command: 'batch', total: KEYWORDS, lanes: LANES });
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      while (next < KEYWORDS) {
        next += 1;
        await processItem(next - 1, lane);
      }
    }),
  );
  await reporter.close();
  const { user, system } = process.cpuUsage(cpu);
  return {
    wallMs: performance.now() - start,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
    ...written,
  };
}

/** Counts what reaches the terminal; the display puts its own `write` in front of this one. */
function countWrites(): { bytes: number; writes: number } {
  const written = { bytes: 0, writes: 0 };
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text: string | Uint8Array, ...rest: never[]) => {
    written.bytes += Buffer.byteLength(text);
    written.writes += 1;
    return write(text, ...rest);
  };
  return written;
}

function measureOnPty(reporterName: ReporterName): Measurement {
  const folder = mkdtempSync(join(tmpdir(), 'bench-display-'));
  const result = join(folder, 'result.json');
  const command = `stty cols 80 rows 24; ${process.execPath} ${process.argv[1]} ${reporterName} ${result}`;
  execFileSync('script', ['-qec', command, '/dev/null'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const measurement = JSON.parse(readFileSync(result, 'utf8')) as Measurement;
  rmSync(folder, { recursive: true });
  return measurement;
}

/** Both in turn, so that a busy machine is unfair to both; the best of each counts. */
function printComparison(): void {
  const best = new Map<ReporterName, Measurement>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const reporterName of ['silent', 'default', 'lines'] as const) {
      const measured = measureOnPty(reporterName);
      const known = best.get(reporterName);
      if (known === undefined || measured.wallMs < known.wallMs) best.set(reporterName, measured);
    }
  }
  const silent = best.get('silent');
  if (silent === undefined) return;
  const ideal = ((KEYWORDS * STEPS * STEP_MS) / LANES / 1000).toFixed(1);
  console.log(
    `${KEYWORDS} keywords, ${LANES} lanes, best of ${ROUNDS}; waiting alone takes ${ideal} s`,
  );
  console.table(
    Object.fromEntries(
      [...best].map(([reporterName, measured]) => [
        reporterName,
        {
          'wall s': (measured.wallMs / 1000).toFixed(2),
          'wall ÷ silent': (measured.wallMs / silent.wallMs).toFixed(3),
          'CPU s': (measured.cpuMs / 1000).toFixed(2),
          'added CPU ÷ wall': ((measured.cpuMs - silent.cpuMs) / measured.wallMs).toFixed(3),
          'peak MB': measured.peakMb.toFixed(0),
          'KB written': Math.round(measured.bytes / 1024),
          'writes a second': ((measured.writes / measured.wallMs) * 1000).toFixed(1),
        },
      ]),
    ),
  );
}
