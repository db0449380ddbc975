import { resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { cutText } from '../../core/cut-text.ts';
import { type IdentifierKind, readIdentifier } from '../../core/works/read-identifier.ts';
import { decodeText } from '../../input/decode-text.ts';
import { readLimitedFile, readLimitedStream } from '../../input/read-limited.ts';
import { formatCount, formatNumberOf } from '../format-count.ts';
import type { WorksFlags } from './works-flags.ts';

/** Identifiers by what they stand for, each once, in the order in which they were named. */
export interface ReadIds {
  byKind: ReadonlyMap<IdentifierKind, readonly string[]>;
  /** How many were named more than once. */
  repeated: number;
}

const FLAGS = {
  'author-ids': 'author',
  'institution-ids': 'institution',
  doi: 'doi',
  'work-ids': 'work',
  'topic-ids': 'topic',
} as const satisfies Record<string, IdentifierKind>;

const NAMES: Readonly<Record<IdentifierKind, string>> = {
  author: 'an author (A5023888391)',
  institution: 'an institution (I136199984)',
  doi: 'a DOI (10.7717/peerj.4375)',
  work: 'a work (W2741809807)',
  topic: 'a topic (T10102)',
};

const MOST_BYTES = 50 * 1024 * 1024;
/** Problems that are told; the count is always whole. */
const MOST_TOLD = 20;

interface NamedId {
  text: string;
  /** `--author-ids`, `ids.txt line 7`. */
  place: string;
  /** What it has to be; any kind of a file. */
  kind?: IdentifierKind;
}

/**
 * Reads all identifiers of the command line and of a file.
 * @throws AppError `INPUT_INVALID` with every one that is none.
 */
export async function readIds(
  flags: WorksFlags,
  options: { cwd: string; stdin: AsyncIterable<Uint8Array | string> },
): Promise<ReadIds> {
  const named: NamedId[] = Object.entries(FLAGS).flatMap(([flag, kind]) =>
    (flags[flag as keyof typeof FLAGS] ?? [])
      .flatMap((list) => splitList(list))
      .map((text) => ({ text, place: `--${flag}`, kind })),
  );
  const file = flags['ids-from'];
  const listed = file === undefined ? [] : await readFile(file, options);
  if (file !== undefined && listed.length === 0) throw noIds(file);
  return sortIds([...named, ...listed], listed.length > 0);
}

async function readFile(
  path: string,
  { cwd, stdin }: { cwd: string; stdin: AsyncIterable<Uint8Array | string> },
): Promise<NamedId[]> {
  const name = path === '-' ? 'standard input' : path;
  const bytes =
    path === '-'
      ? await readLimitedStream(stdin, name, MOST_BYTES)
      : await readLimitedFile(resolve(cwd, path), name, MOST_BYTES);
  const lines = decodeText(bytes, name).split('\n');
  return lines.flatMap((line, index) =>
    line.trim().startsWith('#')
      ? []
      : splitList(line).map((text) => ({ text, place: `${name} line ${index + 1}` })),
  );
}

/** A semicolon parts ids only where another one begins: DOIs hold semicolons, too. */
const BETWEEN_IDS = /(?:[,\s]|;(?=[,;\s"']|$|https?:|doi:|10\.\d|[AIWT][1-9]\d*(?:[,;\s"']|$)))+/iu;

function splitList(text: string): string[] {
  return text
    .split(BETWEEN_IDS)
    .map((part) => part.replace(/^["']|["']$/gu, ''))
    .filter((part) => part !== '');
}

function sortIds(named: readonly NamedId[], hasFile: boolean): ReadIds {
  const byKind = new Map<IdentifierKind, Set<string>>();
  const problems: string[] = [];
  let repeated = 0;
  let kindOfFile: IdentifierKind | undefined;
  for (const { text, place, kind } of named) {
    const id = readIdentifier(text);
    const shown = `"${cutText(text, 80)}"`;
    if (id === undefined) {
      problems.push(`${place}: ${shown} is no ${kind === 'doi' ? 'DOI' : 'id of OpenAlex'}`);
      continue;
    }
    if (kind === undefined) kindOfFile ??= id.kind;
    const expected = kind ?? kindOfFile;
    if (expected !== undefined && id.kind !== expected) {
      problems.push(`${place}: ${shown} is not ${NAMES[expected]}, but ${NAMES[id.kind]}`);
      continue;
    }
    const values = byKind.get(id.kind) ?? new Set();
    byKind.set(id.kind, values);
    if (values.has(id.value)) repeated += 1;
    values.add(id.value);
  }
  if (problems.length > 0) throw invalidIds(problems, hasFile);
  return { byKind: new Map([...byKind].map(([kind, values]) => [kind, [...values]])), repeated };
}

function invalidIds(problems: readonly string[], hasFile: boolean): AppError {
  const told = problems.slice(0, MOST_TOLD).map((problem) => `  - ${problem}`);
  const more = problems.length - told.length;
  if (more > 0) told.push(`  - and ${formatCount(more)} more`);
  return new AppError(
    'INPUT_INVALID',
    `${formatNumberOf(problems.length, 'id')} cannot be used:\n${told.join('\n')}`,
    {
      suggestions: [
        'Ids look like A5023888391 (author), I136199984, W2741809807, T10102, or 10.7717/peerj.4375; addresses of them will do, too.',
        ...(hasFile
          ? ['A file holds ids of one kind; name others with --author-ids and so on.']
          : []),
      ],
    },
  );
}

function noIds(file: string): AppError {
  const name = file === '-' ? 'standard input' : file;
  return new AppError('INPUT_INVALID', `There are no ids in ${name}.`, {
    suggestions: [
      'Write one a line, or several with commas; lines that begin with # are left out.',
    ],
  });
}
