import type { ItemStatus } from '../core/events.ts';
import type { ItemOutcome, RunSummary } from '../core/summary.ts';
import { createPaint, type Paint } from './create-paint.ts';
import { describeQuality } from './describe-quality.ts';
import { describeSite } from './describe-site.ts';
import { describeWorks } from './describe-works.ts';
import { describePublication } from './describe-publication.ts';
import { describeEstimate, describeResult, describeStop, describeUsage } from './describe-run.ts';
import { formatCount, formatNumberOf } from './format-count.ts';
import { groupFailures } from './group-failures.ts';
import { nextSteps } from './next-steps.ts';
import { runWords } from './run-words.ts';
import { terminalText } from './terminal-text.ts';
import { unseenStopError } from './unseen-stop-error.ts';
import { wrapText } from './wrap-text.ts';

/** How many of each fate are named; the counts are always whole, and `--json` lists all. */
const MAX_SUCCEEDED = 20;
const MAX_FAILED = 50;
const MAX_OTHERS = 10;
/** Notes on one keyword. */
const MAX_NOTES = 3;

export interface SummaryOptions {
  color: boolean;
  /** Width to wrap at; without it lines stay whole, as a log wants them. */
  columns?: number | undefined;
}

/** A line before it is wrapped: its mark is coloured, its text is plain. */
interface Line {
  /** Columns before the mark. */
  indent: number;
  mark?: { text: string; style: Parameters<Paint>[0] };
  text: string;
  style?: Parameters<Paint>[0];
}

/** The closing summary of a run for people, with a line break at its end. */
export function renderSummary(summary: RunSummary, options: SummaryOptions): string {
  const paint = createPaint(options.color);
  const blocks = [
    [...headline(summary), ...stopLines(summary)],
    succeededLines(summary),
    failedLines(summary),
    othersLines(summary, 'cancelled', 'Cancelled'),
    othersLines(summary, 'not-started', 'Not started'),
    closingLines(summary),
  ].filter((block) => block.length > 0);
  const rendered = blocks.map((lines) =>
    lines.map((line) => renderLine(line, paint, options.columns)).join('\n'),
  );
  return `\n${rendered.join('\n\n')}\n`;
}

function headline(summary: RunSummary): Line[] {
  const stop = describeStop(summary);
  const text = describeResult(summary);
  const isGood = summary.exitCode === 0;
  return [
    {
      indent: 0,
      mark: isGood ? { text: '✔', style: 'green' } : { text: '✖', style: 'red' },
      text: stop === undefined ? text : `${stop}: ${text}`,
      style: 'bold',
    },
  ];
}

/** Why the run was stopped, where no keyword says it; what to do about it stands at the end. */
function stopLines(summary: RunSummary): Line[] {
  const error = unseenStopError(summary);
  if (error === undefined) return [];
  return [{ indent: 2, text: `${terminalText(error.message)} (${error.code})` }];
}

function succeededLines(summary: RunSummary): Line[] {
  const { fillsFolder } = runWords(summary.command);
  // Where all goes into one file, only those are named that have something to tell.
  const items = summary.items.filter(
    ({ status, notes = [] }) => status === 'succeeded' && (fillsFolder || notes.length > 0),
  );
  const named = items.slice(0, MAX_SUCCEEDED);
  const lines = named.flatMap((item): Line[] => {
    const files = item.files.map((file) => terminalText(file, { limit: 300 })).join(', ');
    const facts = describeQuality(item).join(', ');
    const target = files === '' ? '' : ` → ${files}`;
    return [
      {
        indent: 2,
        mark: { text: '✔', style: 'green' },
        text: `${keywordText(item)}${target}${facts === '' ? '' : ` (${facts})`}`,
      },
      ...(item.notes ?? []).slice(0, MAX_NOTES).map((note): Line => {
        const text = terminalText(note, { limit: 300 });
        return { indent: 4, mark: { text: '!', style: 'yellow' }, text };
      }),
      ...draftLines(item),
    ];
  });
  const more = items.length - named.length;
  if (more > 0) {
    const folder = terminalText(summary.outputDirectory, { limit: 300 });
    const rest = fillsFolder ? ` in ${folder}` : ' with notes';
    lines.push({ indent: 4, text: `and ${formatCount(more)} more${rest}`, style: 'dim' });
  }
  return lines;
}

function failedLines(summary: RunSummary): Line[] {
  const lines: Line[] = [];
  let room = MAX_FAILED;
  let hidden = 0;
  for (const { error, items } of groupFailures(summary.items)) {
    const named = items.slice(0, room);
    room -= named.length;
    hidden += items.length - named.length;
    const first = named[0];
    if (first === undefined) continue;
    const subject =
      items.length === 1
        ? keywordText(first)
        : formatNumberOf(items.length, runWords(summary.command).item);
    const reason = `${terminalText(error.message)} (${error.code})`;
    lines.push({ indent: 2, mark: { text: '✖', style: 'red' }, text: `${subject}: ${reason}` });
    if (items.length > 1) {
      lines.push({ indent: 4, text: named.map(keywordText).join(' · ') });
    } else {
      lines.push(...keptLines(first));
    }
    for (const suggestion of error.suggestions) {
      const text = terminalText(suggestion);
      lines.push({ indent: 4, mark: { text: '→', style: 'yellow' }, text });
    }
  }
  if (hidden > 0) {
    const text = `and ${formatCount(hidden)} more failed; --json lists them all`;
    lines.push({ indent: 4, text, style: 'dim' });
  }
  return lines;
}

function draftLines({ published = [] }: ItemOutcome): Line[] {
  return published.map((publication) => ({ indent: 4, text: describePublication(publication) }));
}

/** What stands of a keyword though it failed: an article that could not be put everywhere, say. */
function keptLines(item: ItemOutcome): Line[] {
  if (item.files.length === 0) return [];
  const files = item.files.map((file) => terminalText(file, { limit: 300 })).join(', ');
  return [{ indent: 4, text: `written all the same: ${files}` }, ...draftLines(item)];
}

function othersLines(summary: RunSummary, status: ItemStatus, title: string): Line[] {
  const items = summary.items.filter((item) => item.status === status);
  if (items.length === 0) return [];
  const named = items.slice(0, MAX_OTHERS).map(keywordText).join(' · ');
  const more =
    items.length > MAX_OTHERS ? ` · and ${formatCount(items.length - MAX_OTHERS)} more` : '';
  return [
    {
      indent: 2,
      mark: { text: '■', style: 'yellow' },
      text: `${title} (${formatCount(items.length)}): ${named}${more}`,
    },
  ];
}

function closingLines(summary: RunSummary): Line[] {
  const estimate = describeEstimate(summary);
  return [
    ...describeWorks(summary).map((text): Line => ({ indent: 0, text })),
    { indent: 0, text: describeUsage(summary).join(' · ') },
    ...(estimate === undefined ? [] : [{ indent: 0, text: estimate }]),
    ...describeSite(summary).map((text): Line => ({ indent: 0, text })),
    ...nextSteps(summary).map((text): Line => {
      return { indent: 0, mark: { text: '→', style: 'cyan' }, text };
    }),
  ];
}

function keywordText(item: ItemOutcome): string {
  return terminalText(item.keyword, { limit: 120 });
}

/** Wraps the plain text first and colours then, so that colours change no widths. */
function renderLine(line: Line, paint: Paint, columns: number | undefined): string {
  const margin = ' '.repeat(line.indent);
  const hang = line.indent + (line.mark === undefined ? 0 : 2);
  // The mark is one column wide; a blank holds its place while the text is wrapped.
  const plain = `${' '.repeat(hang)}${line.text}`;
  const wrapped = columns === undefined ? plain : wrapText(plain, columns, hang);
  const body = wrapped.slice(hang);
  const styled = line.style === undefined ? body : paint(line.style, body);
  const mark = line.mark === undefined ? '' : `${paint(line.mark.style, line.mark.text)} `;
  return `${margin}${mark}${styled}`;
}
