import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES } from '../../checking/rules.ts';
import { cleanText } from '../../core/text/clean-text.ts';
import type { CheckReport } from './check-report.ts';
import { EVIDENCE_RULES, type ReportedRule } from './evidence-rules.ts';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const REPORTED: readonly ReportedRule[] = [
  ...Object.values(RULES),
  ...Object.values(EVIDENCE_RULES),
];
const INDEX = new Map(REPORTED.map(({ id }, index) => [id, index]));

/**
 * The findings as SARIF 2.1.0 (OASIS), as GitHub code scanning and editors read it: one run, all rules with their
 * metadata, a result a finding. Paths are relative to `cwd`, and so to the root of the sources.
 */
export function formatCheckSarif(report: CheckReport, cwd: string, version: string): string {
  const results = report.files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, remedy, line }) => ({
      ruleId: rule,
      ruleIndex: INDEX.get(rule) ?? -1,
      level: severity,
      message: { text: cleanText(`${message} ${remedy}`) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(path, cwd),
            // A finding about the whole file stands on its first line, which GitHub asks for.
            region: { startLine: line ?? 1 },
          },
        },
      ],
    })),
  );
  const driver = {
    name: 'seo-content',
    semanticVersion: version,
    rules: REPORTED.map(({ id, severity, wants, remedy }) => ({
      id,
      shortDescription: { text: wants },
      help: { text: remedy },
      defaultConfiguration: { level: severity },
    })),
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2);
}

function artifact(path: string, cwd: string): { uri: string; uriBaseId?: string } {
  const shorter = relative(cwd, path);
  if (shorter.startsWith('..') || isAbsolute(shorter)) return { uri: pathToFileURL(path).href };
  const uri = shorter.split(sep).map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}
