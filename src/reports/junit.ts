import type { ItemOutcome, RunSummary } from '../core/summary.ts';
import { escapeXmlAttribute, escapeXmlText } from './escape-xml.ts';
import { itemFields } from './item-fields.ts';
import { nanoDollars } from './nano-dollars.ts';

/** Told by elements and attributes of their own. */
const TOLD_ELSEWHERE = new Set(['keyword', 'status', 'error_code', 'error_message', 'remedies']);

/**
 * The run as JUnit XML, as CI servers read it: a test suite a run, a test case a keyword. What was cancelled or never
 * begun is skipped. Times are in seconds.
 */
export function junitReport(summary: RunSummary): string {
  const { totals } = summary;
  const counts = {
    tests: totals.total,
    failures: totals.failed,
    errors: 0,
    skipped: totals.cancelled + totals.notStarted,
    time: seconds(totals.milliseconds),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'seo-content', ...counts })}>`,
    // The schema of Jenkins knows no time zones: the time is UTC.
    `  <testsuite${attributes({ name: summary.run, timestamp: summary.createdAt.slice(0, 19), ...counts })}>`,
    '    <properties>',
    ...properties(summary),
    '    </properties>',
    ...summary.items.flatMap((item) => testCase(item, summary.command)),
    ...(summary.stopError === undefined
      ? []
      : [element('    ', 'system-err', errorLines(summary.stopError).join('\n'))]),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function properties(summary: RunSummary): string[] {
  const values = {
    command: summary.command,
    writer: summary.writer,
    research: summary.research.join(', '),
    output_directory: summary.outputDirectory,
    cost_usd: String(nanoDollars(summary.totals.usage.costUsd)),
    saved_usd: String(nanoDollars(summary.totals.saved.costUsd)),
    exit_code: String(summary.exitCode),
    ...(summary.stoppedBy === undefined ? {} : { stopped_by: summary.stoppedBy }),
  };
  return Object.entries(values).map(
    ([name, value]) => `      <property${attributes({ name, value })}/>`,
  );
}

function testCase(item: ItemOutcome, command: string): string[] {
  const about = { name: item.keyword, classname: command, time: seconds(item.milliseconds) };
  return [
    `    <testcase${attributes(about)}>`,
    ...fate(item),
    element('      ', 'system-out', figures(item)),
    '    </testcase>',
  ];
}

function fate({ status, error }: ItemOutcome): string[] {
  if (status === 'succeeded') return [];
  const reason = error ?? { code: 'INTERNAL', message: 'No reason is known.', suggestions: [] };
  if (status === 'failed') {
    const about = { type: reason.code, message: reason.message };
    return [element('      ', 'failure', errorLines(reason).join('\n'), about)];
  }
  return [`      <skipped${attributes({ message: status.replace('-', ' ') })}/>`];
}

function errorLines(error: { message: string; suggestions: readonly string[] }): string[] {
  return [error.message, ...error.suggestions.map((text) => `→ ${text}`)];
}

/** A line for each figure that is known and not zero. */
function figures(item: ItemOutcome): string {
  return Object.entries(itemFields(item))
    .filter(([name, value]) => !TOLD_ELSEWHERE.has(name) && value !== '' && value !== 0)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function element(indent: string, name: string, text: string, about = {}): string {
  return `${indent}<${name}${attributes(about)}>${escapeXmlText(text)}</${name}>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXmlAttribute(String(value))}"`)
    .join('');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
