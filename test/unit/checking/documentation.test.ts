import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PageFormat } from '../../../src/checking/page.ts';
import type { Rule } from '../../../src/checking/rule.ts';
import { RULES } from '../../../src/checking/rules.ts';
import { EVIDENCE_RULES, type ReportedRule } from '../../../src/cli/check/evidence-rules.ts';
import { packageRoot } from '../../../src/config/package-root.ts';

const page = readFileSync(join(packageRoot(), 'docs', 'checks.md'), 'utf8');

const NAMES: Readonly<Record<PageFormat, string>> = {
  markdown: 'Markdown',
  html: 'HTML',
  text: 'text',
};

/** The cells of the rows of a section's table that begin with a name in code. */
function rowsBelow(heading: string): string[][] {
  const section = page.split(/^## /mu).find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

test('docs/checks.md tells every rule as it is, and no other', () => {
  expect(rowsBelow('Rules')).toEqual(
    Object.values<Rule>(RULES).map(({ id, severity, appliesTo, wants, remedy }) => [
      `\`${id}\``,
      severity,
      appliesTo.map((format) => NAMES[format]).join(', '),
      wants,
      remedy,
    ]),
  );
});

test('docs/checks.md tells every rule on citations and support', () => {
  expect(rowsBelow('Citations')).toEqual(
    Object.values<ReportedRule>(EVIDENCE_RULES).map(({ id, severity, wants, remedy }) => [
      `\`${id}\``,
      severity,
      wants,
      remedy,
    ]),
  );
});
