import type { Paint, Style } from '../create-paint.ts';
import { describeQuality } from '../describe-quality.ts';
import { describePublication } from '../describe-publication.ts';
import { formatNumberOf } from '../format-count.ts';
import { formatDuration } from '../format-duration.ts';
import { formatShortCost } from '../format-money.ts';
import { terminalText } from '../terminal-text.ts';
import { describeUnended, type RunEntry } from './run-entry.ts';
import type { ItemReport, StepReport } from './run-report.ts';

const MARKS = {
  succeeded: { mark: '✔', style: 'green', name: '' },
  failed: { mark: '✖', style: 'red', name: '' },
  cancelled: { mark: '■', style: 'yellow', name: 'cancelled' },
  running: { mark: '▸', style: 'cyan', name: '' },
  'not-started': { mark: '·', style: 'dim', name: 'not started' },
} satisfies Record<ItemReport['status'], { mark: string; style: Style; name: string }>;

/** One keyword of a run: its fate, its error with remedies, its steps. `wrap` fits plain lines to the terminal. */
export function formatItem(
  item: ItemReport,
  run: RunEntry,
  { paint, wrap }: { paint: Paint; wrap: (line: string) => string },
): string[] {
  const { mark, style, name } = lookOf(item, run);
  const keyword = terminalText(item.keyword, { limit: 120 });
  const facts = [
    ...(name === '' ? [] : [name]),
    ...(item.attempts > 1 ? [formatNumberOf(item.attempts, 'attempt')] : []),
    ...describeQuality(item),
    ...(item.usage.calls > 0 ? [formatNumberOf(item.usage.calls, 'call')] : []),
    ...(item.usage.costUsd > 0 || item.usage.unpricedCalls > 0
      ? [formatShortCost(item.usage)]
      : []),
  ];
  const files = item.files.map((file) => terminalText(file, { limit: 300 })).join(', ');
  const head = `${keyword}${files === '' ? '' : ` → ${files}`}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
  const error = isToldAbove(item, run) ? undefined : item.error;
  return [
    // The mark stands where the wrapped line has its first blank.
    paint(style, mark) + wrap(`  ${head}`).slice(1),
    ...(error === undefined ? [] : [wrap(`    ${terminalText(error.message)} (${error.code})`)]),
    ...(error?.suggestions ?? []).map((text) => wrap(`    → ${terminalText(text)}`)),
    ...(item.published ?? []).map((draft) => wrap(`    ${describePublication(draft)}`)),
    ...(item.steps.length === 0 ? [] : [wrap(`    ${item.steps.map(describeStep).join(' · ')}`)]),
  ];
}

function lookOf({ status }: ItemReport, run: RunEntry) {
  if (status !== 'running') return MARKS[status];
  const look = run.state === 'running' ? MARKS.running : MARKS.cancelled;
  return { ...look, name: describeUnended(run) };
}

/** What ended the run is said once, at its head, and not again of each keyword that it cancelled. */
function isToldAbove({ status, error }: ItemReport, { stopError }: RunEntry): boolean {
  if (status !== 'cancelled') return false;
  return error?.code === 'CANCELLED' || (error !== undefined && error.code === stopError?.code);
}

/** `research 2.1s`, `write failed after 3.4s, 2 attempts`, `research reused`. */
function describeStep({ step, ok, attempts, milliseconds, isReused }: StepReport): string {
  const time = formatDuration(milliseconds);
  const end = ok ? (isReused ? 'reused' : time) : `failed after ${time}`;
  return [`${step} ${end}`, ...(attempts > 1 ? [formatNumberOf(attempts, 'attempt')] : [])].join(
    ', ',
  );
}
