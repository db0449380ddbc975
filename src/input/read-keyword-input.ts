import { resolve } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { KeywordCheck, KeywordItem } from '../core/keyword.ts';
import { type LocatedKeyword, mergeKeywords } from '../core/merge-keywords.ts';
import { cleanKeyword, keywordKey } from '../core/normalise-keyword.ts';
import { checkCommonSources, withSources } from './common-sources.ts';
import { checkRow } from './check-row.ts';
import { decodeText } from './decode-text.ts';
import { type InputFormat, detectFormat } from './detect-format.ts';
import { type KeywordRow, MAXIMUM_KEYWORDS, type ParsedRows } from './keyword-row.ts';
import { parseJsonLines } from './parse-json-lines.ts';
import { parseLines } from './parse-lines.ts';
import { quoteValue } from './quote-value.ts';
import { readLimitedFile, readLimitedStream } from './read-limited.ts';

/** More than these are counted and not listed. */
const SHOWN_PROBLEMS = 50;
const SHOWN_NOTES = 20;
const SHOWN_SUGGESTIONS = 10;

interface KeywordInputRequest {
  /** Keywords given as arguments. */
  args: readonly string[];
  /** Path of a keyword file, `-` for standard input. */
  fromFile?: string | undefined;
  /** Sources that every keyword gets beside those of its row. */
  sources?: readonly string[] | undefined;
  stdin: AsyncIterable<Uint8Array | string>;
  /** What relative paths count from. */
  cwd: string;
  /** Finds what is wrong with a row beyond the form of its cells; called for every row, merged ones too. */
  check?: KeywordCheck;
}

export interface KeywordInput {
  /** In input order, arguments first; empty when nothing was given. */
  items: KeywordItem[];
  /** For people: what was merged. */
  notes: string[];
}

/** Where the rows of one input come from, in words. */
interface Origin {
  /** Before a problem: `keywords.csv:7`. */
  problemPlace: (line: number) => string;
  /** In a note: `line 7`. */
  notePlace: (line: number) => string;
}

const ARGUMENTS: Origin = {
  problemPlace: (line) => `argument ${line}`,
  notePlace: (line) => `argument ${line}`,
};

/**
 * Reads all keywords of a command, checks them and merges those that are the same.
 * @throws AppError `INPUT_INVALID`, one for all problems, each with its file and line.
 */
export async function readKeywordInput(request: KeywordInputRequest): Promise<KeywordInput> {
  const problems: string[] = [];
  const suggestions = new Set<string>();
  const located: LocatedKeyword[] = [];
  const slugs = new Map<string, { place: string; key: string }>();
  const take = async (origin: Origin, { rows, problems: found }: ParsedRows): Promise<void> => {
    if (located.length + rows.length > MAXIMUM_KEYWORDS) throw tooMany();
    const placed = found.map(({ line, message }) => ({ line, message }));
    for (const row of rows) {
      const item = checkRow(row, (message) => placed.push({ line: row.line, message }));
      const place = origin.notePlace(row.line);
      const clash = claimSlug(slugs, item, place);
      if (clash !== undefined) placed.push({ line: row.line, message: clash });
      for (const problem of (await request.check?.(item)) ?? []) {
        placed.push({ line: row.line, message: problem.message });
        for (const suggestion of problem.suggestions) suggestions.add(suggestion);
      }
      located.push({ item, place });
    }
    placed.sort((left, right) => left.line - right.line);
    problems.push(...placed.map(({ line, message }) => `${origin.problemPlace(line)}: ${message}`));
  };
  const forAll = await checkCommonSources(request.sources ?? [], request.check);
  problems.push(...forAll.problems);
  for (const suggestion of forAll.suggestions) suggestions.add(suggestion);
  await take(ARGUMENTS, { rows: request.args.map(argumentRow), problems: [] });
  if (request.fromFile !== undefined) {
    const { name, parsed } = await readRows(request.fromFile, request);
    await take(
      { problemPlace: (line) => `${name}:${line}`, notePlace: (line) => `line ${line}` },
      parsed,
    );
  }
  if (problems.length > 0) throw inputInvalid(problems, [...suggestions]);
  const { items, notes } = mergeKeywords(located);
  return {
    items: items.map((item) => withSources(item, forAll.sources)),
    notes: shorten(notes, SHOWN_NOTES, 'merged keywords'),
  };
}

function argumentRow(argument: string, index: number): KeywordRow {
  return { line: index + 1, cells: { keyword: argument }, extra: {} };
}

async function readRows(
  fromFile: string,
  { stdin, cwd }: KeywordInputRequest,
): Promise<{ name: string; parsed: ParsedRows }> {
  const isStdin = fromFile === '-';
  const name = isStdin ? 'standard input' : cleanKeyword(fromFile);
  const bytes = isStdin
    ? await readLimitedStream(stdin, name)
    : await readLimitedFile(resolve(cwd, fromFile), name);
  const text = decodeText(bytes, name);
  const format = detectFormat(isStdin ? undefined : fromFile, text);
  return { name, parsed: await parseRows(format, text) };
}

/** The table parser is loaded only for tables. */
async function parseRows(format: InputFormat, text: string): Promise<ParsedRows> {
  if (format === 'lines') return parseLines(text);
  if (format === 'json-lines') return parseJsonLines(text);
  const { parseTable } = await import('./parse-table.ts');
  return parseTable(text);
}

/** Two keywords cannot ask for one file name; the same keyword may repeat its own. */
function claimSlug(
  slugs: Map<string, { place: string; key: string }>,
  item: KeywordItem,
  place: string,
): string | undefined {
  if (item.slug === undefined) return undefined;
  const name = item.slug.toLowerCase();
  const key = keywordKey(item.keyword);
  const first = slugs.get(name);
  if (first === undefined) slugs.set(name, { place, key });
  if (first === undefined || first.key === key) return undefined;
  return `the slug ${quoteValue(item.slug)} is taken by another keyword (${first.place})`;
}

function inputInvalid(problems: readonly string[], suggestions: readonly string[]): AppError {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const list = shorten(problems, SHOWN_PROBLEMS, 'problems').map((problem) => `\n  ${problem}`);
  return new AppError('INPUT_INVALID', `The keywords have ${count}:${list.join('')}`, {
    suggestions: [
      ...suggestions.slice(0, SHOWN_SUGGESTIONS),
      'Correct these lines and run again. Nothing was spent.',
    ],
  });
}

function tooMany(): AppError {
  const limit = MAXIMUM_KEYWORDS.toLocaleString('en');
  return new AppError('INPUT_INVALID', `There are more than ${limit} keywords.`, {
    suggestions: [`Split them into runs of at most ${limit}.`],
  });
}

function shorten(entries: readonly string[], limit: number, what: string): string[] {
  if (entries.length <= limit) return [...entries];
  return [...entries.slice(0, limit), `and ${entries.length - limit} more ${what}`];
}
