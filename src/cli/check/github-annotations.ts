import { formatCount } from '../format-count.ts';
import { githubCommand, MAX_ANNOTATIONS } from '../github-command.ts';
import { terminalText } from '../terminal-text.ts';
import type { CheckReport } from './check-report.ts';

/** Workflow commands that mark errors and warnings in the files of a change; the last of each kind counts the rest. */
export function checkAnnotations({ files }: CheckReport): string[] {
  return (['error', 'warning'] as const).flatMap((severity) => {
    const all = files.flatMap(({ path, findings }) =>
      findings.filter((found) => found.severity === severity).map((found) => ({ path, found })),
    );
    const shown = all.length > MAX_ANNOTATIONS ? all.slice(0, MAX_ANNOTATIONS - 1) : all;
    const lines = shown.map(({ path, found: { line, rule, message, remedy } }) =>
      githubCommand(
        severity,
        { file: terminalText(path).replaceAll('\\', '/'), line, title: rule },
        `${terminalText(message)}\n→ ${terminalText(remedy)}`,
      ),
    );
    const hidden = all.length - shown.length;
    if (hidden === 0) return lines;
    const message = `${formatCount(hidden)} more ${severity}s`;
    return [...lines, githubCommand(severity, { title: 'seo-content' }, message)];
  });
}
