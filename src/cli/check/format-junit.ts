import { escapeXmlAttribute, escapeXmlText } from '../../reports/escape-xml.ts';
import type { SeoFinding } from '../../core/summary.ts';
import { hasFailed, type CheckedFile, type CheckReport } from './check-report.ts';

/** The findings as JUnit XML: a test case a file, which fails with all that keeps it from passing. */
export function formatCheckJunit(report: CheckReport): string {
  const { files, totals, strict } = report;
  const counts = `tests="${totals.files}" failures="${totals.failed}" errors="0" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="seo-content" ${counts}>`,
    `  <testsuite name="check" ${counts}>`,
    ...files.flatMap((file) => testCase(file, strict)),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function testCase(file: CheckedFile, strict: boolean): string[] {
  const isFailure = ({ severity }: SeoFinding) =>
    severity === 'error' || (strict && severity === 'warning');
  const failures = file.findings.filter(isFailure);
  const others = file.findings.filter((finding) => !isFailure(finding));
  const path = escapeXmlAttribute(file.path);
  const [first] = failures;
  return [
    `    <testcase name="${path}" classname="check" file="${path}">`,
    ...(first === undefined || !hasFailed(file, strict)
      ? []
      : [
          `      <failure type="${escapeXmlAttribute(first.rule)}" message="${escapeXmlAttribute(first.message)}">${findingLines(failures, file)}</failure>`,
        ]),
    ...(others.length === 0
      ? []
      : [`      <system-out>${findingLines(others, file)}</system-out>`]),
    '    </testcase>',
  ];
}

function findingLines(findings: readonly SeoFinding[], { path }: CheckedFile): string {
  const lines = findings.map(({ severity, rule, message, remedy, line }) => {
    const place = line === undefined ? path : `${path}:${line}`;
    return `${place} ${severity} ${rule}: ${message}\n→ ${remedy}`;
  });
  return escapeXmlText(lines.join('\n'));
}
