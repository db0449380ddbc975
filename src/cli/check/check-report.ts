import type { PageFormat } from '../../checking/page.ts';
import type { SeoFinding } from '../../core/summary.ts';
import type { Evidence } from './check-evidence.ts';

/** One file with all that was found in it, by line, then the worst first. */
export interface CheckedFile {
  /** As it was named. */
  path: string;
  format: PageFormat;
  title?: string;
  keyword?: string;
  words: number;
  /** Present where a dossier lies beside it. */
  evidence?: Evidence;
  findings: readonly SeoFinding[];
}

/** What `check` came to; the one document of `--format json`. */
export interface CheckReport {
  version: 1;
  files: readonly CheckedFile[];
  totals: { files: number; failed: number; errors: number; warnings: number; notes: number };
  /** Whether warnings fail too. */
  strict: boolean;
  exitCode: 0 | 1;
}

export function createCheckReport(files: readonly CheckedFile[], strict: boolean): CheckReport {
  const count = (severity: SeoFinding['severity']) =>
    files.reduce(
      (sum, { findings }) => sum + findings.filter((found) => found.severity === severity).length,
      0,
    );
  const failed = files.filter((file) => hasFailed(file, strict)).length;
  return {
    version: 1,
    files,
    totals: {
      files: files.length,
      failed,
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
    },
    strict,
    exitCode: failed > 0 ? 1 : 0,
  };
}

/** Errors fail a file, and where it is asked for warnings too. */
export function hasFailed({ findings }: CheckedFile, strict: boolean): boolean {
  return findings.some(
    ({ severity }) => severity === 'error' || (strict && severity === 'warning'),
  );
}
