import { AppError } from '../../core/errors.ts';
import { writeFileAtomically } from '../../output/write-file-atomically.ts';
import { createPaint } from '../create-paint.ts';
import type { Environment } from '../reporters/reporter.ts';
import { shouldColor } from '../should-color.ts';
import { terminalText } from '../terminal-text.ts';
import { checkFiles } from './check-files.ts';
import { checkFormatOfPath, checkFormats, type CheckFormat } from './check-formats.ts';
import { closingLine } from './format-text.ts';
import { checkAnnotations } from './github-annotations.ts';
import type { JudgeSentences } from './judge-sentences.ts';
import { listPages } from './list-pages.ts';

export interface CheckRequest {
  format?: CheckFormat | undefined;
  output?: string | undefined;
  keyword?: string | undefined;
  minSupport?: string | undefined;
  strict: boolean;
  judge?: JudgeSentences | undefined;
  cwd: string;
  env: Environment;
  /** Of standard output. */
  isTTY: boolean;
  version: string;
}

export interface CheckResult {
  /** For standard output; absent where it went into a file. */
  content?: string;
  /** For standard error, a line each. */
  notes: string[];
  exitCode: 0 | 1;
}

/**
 * Checks files and folders and writes what was found.
 * @throws AppError `USAGE`, `DOCUMENT_UNREADABLE` naming all files that cannot be read, `OUTPUT_UNWRITABLE`.
 */
export async function runCheckCommand(
  names: readonly string[],
  request: CheckRequest,
): Promise<CheckResult> {
  const { keyword, strict, judge, env } = request;
  const minSupport = parseShare(request.minSupport);
  const paths = await listPages(names);
  const report = await checkFiles(paths, { keyword, strict, judge, minSupport });
  const path = request.output === '-' ? undefined : request.output;
  const format = request.format ?? (path === undefined ? 'text' : checkFormatOfPath(path));
  const write = await checkFormats[format]();
  const isTTY = path === undefined && request.isTTY;
  const content = write(report, { ...request, paint: createPaint(shouldColor({ isTTY, env })) });
  const notes = env['GITHUB_ACTIONS'] === 'true' ? checkAnnotations(report) : [];
  const { exitCode } = report;
  if (path === undefined) return { content, notes, exitCode };
  await writeFileAtomically(path, `${content}\n`);
  return { notes: [...notes, closingLine(report), `Wrote ${terminalText(path)}`], exitCode };
}

function parseShare(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new AppError('USAGE', `--min-support is a share between 0 and 1, not "${text}".`, {
    suggestions: ['For nine sentences of ten: --min-support 0.9'],
  });
}
