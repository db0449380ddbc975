import { parseEnv } from 'node:util';
import { readSmallFile } from './read-small-file.ts';

const LARGEST_BYTES = 64 * 1024;

/** The variables of a `.env` file; none when there is no such file. All bad lines are reported, by number only. */
export async function readDotenv(
  path: string,
  report: (problem: string) => void,
): Promise<Record<string, string | undefined>> {
  const file = await readSmallFile(path, LARGEST_BYTES);
  if (file === undefined) return {};
  if ('problem' in file) {
    report(`.env: ${file.problem}`);
    return {};
  }
  const found = findBadLines(file.text);
  for (const problem of found) report(problem);
  return found.length === 0 ? parseEnv(file.text) : {};
}

const ASSIGNMENT = /^\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_]*\s*=\s*(.*)$/;
const CONTROL = /[^\P{Cc}\t]/u;

// Node's parser skips what it does not understand, so that a slip would show as a missing key.
function findBadLines(text: string): string[] {
  const problems: string[] = [];
  let openQuote: { mark: string; line: number } | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const number = index + 1;
    if (CONTROL.test(line)) problems.push(`.env, line ${number}: holds a control character`);
    if (openQuote !== undefined) {
      if (line.includes(openQuote.mark)) openQuote = undefined;
      continue;
    }
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const value = ASSIGNMENT.exec(line)?.[1];
    if (value === undefined) {
      problems.push(`.env, line ${number}: is not of the form NAME=value`);
      continue;
    }
    const mark = /^["'`]/.exec(value)?.[0];
    if (mark === undefined) continue;
    const end = value.indexOf(mark, 1);
    if (end === -1) openQuote = { mark, line: number };
    else if (!/^\s*(?:#.*)?$/.test(value.slice(end + 1))) {
      problems.push(`.env, line ${number}: has text after the closing quotation mark`);
    }
  }
  if (openQuote !== undefined) {
    problems.push(`.env, line ${openQuote.line}: has a quotation mark that is never closed`);
  }
  return problems;
}
