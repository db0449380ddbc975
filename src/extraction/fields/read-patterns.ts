import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { cutText } from '../../core/cut-text.ts';
import { AppError } from '../../core/errors.ts';
import { SCALAR_TYPES, type ScalarType } from '../field.ts';
import { MOST_FIELDS, nameProblem } from './check-name.ts';
import { isObject, regexProblem } from './schema-property.ts';

/** A pattern of the user's. Plain JSON. */
export interface NamedPattern {
  name: string;
  /** Source of a regular expression. */
  pattern: string;
  /** As JavaScript has them, without g and y. */
  flags: string;
  /** Number or name of the group that is the value; 0 is the whole match. */
  group: number | string;
  type: ScalarType;
  /** The match nearest behind these words is meant. */
  label?: string;
}

const KEYS = new Set(['pattern', 'flags', 'group', 'type', 'label']);
const MOST_TOLD = 30;

/**
 * Named patterns of a YAML or JSON file: `name: regular expression`, or an object with pattern, flags, group, type, label.
 * @throws AppError `INPUT_INVALID` that names every problem with its line and pattern.
 */
export function readPatterns(text: string, path: string): NamedPattern[] {
  const lines = new LineCounter();
  // JSON is YAML too; aliases would let a small file grow without end.
  const document = parseDocument(text.replace(/^\uFEFF/u, ''), {
    lineCounter: lines,
    uniqueKeys: true,
  });
  const problems: string[] = document.errors.map(
    ({ message, pos }) => `line ${lines.linePos(pos[0]).line}: ${message.split('\n', 1)[0] ?? ''}`,
  );
  let entries: [string, unknown][] = [];
  if (problems.length === 0) {
    const value = toValue(document, problems);
    if (isObject(value)) entries = Object.entries(value);
    else if (problems.length === 0) problems.push('it holds no names with patterns');
  }
  if (entries.length > MOST_FIELDS)
    problems.push(`there are ${entries.length} patterns, more than ${MOST_FIELDS}`);
  const patterns = entries.flatMap(([name, raw]) => {
    const place = `line ${lineOf(document, lines, name)}, ${cutText(name, 60)}`;
    return readPattern(name, raw, (problem) => problems.push(`${place}: ${problem}`));
  });
  if (entries.length === 0 && problems.length === 0) problems.push('it is empty');
  if (problems.length === 0) return patterns;
  const more = problems.length - MOST_TOLD;
  const told = [...problems.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])];
  throw new AppError('INPUT_INVALID', `The patterns ${path} are not usable: ${told.join('; ')}.`, {
    suggestions: [
      "Write a name and a regular expression a line, such as order_number: 'PO-\\d{6}'. Single quotes keep backslashes.",
    ],
  });
}

function toValue(document: Document.Parsed, problems: string[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function lineOf(document: Document.Parsed, lines: LineCounter, name: string): number {
  const { contents } = document;
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && String(key.value) === name)
    : undefined;
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return lines.linePos(range?.[0] ?? 0).line;
}

function readPattern(name: string, raw: unknown, tell: (problem: string) => void): NamedPattern[] {
  const wrongName = nameProblem(name);
  if (wrongName !== undefined) tell(`the name ${wrongName}`);
  const entry = typeof raw === 'string' ? { pattern: raw } : raw;
  if (!isObject(entry) || typeof entry['pattern'] !== 'string' || entry['pattern'] === '') {
    tell('write a regular expression, or an object with `pattern`');
    return [];
  }
  for (const key of Object.keys(entry)) {
    if (!KEYS.has(key)) tell(`“${cutText(key, 40)}” is unknown; known are ${[...KEYS].join(', ')}`);
  }
  const { pattern, flags = '', group, type = 'string', label } = entry;
  if (typeof flags !== 'string' || !/^[ims]*[uv]?[ims]*$/u.test(flags)) {
    tell('flags may be i, m, s, u and v');
    return [];
  }
  const used = /[uv]/u.test(flags) ? flags : `${flags}u`;
  const problem = regexProblem(pattern, used);
  if (problem !== undefined) {
    tell(`the pattern ${problem}`);
    return [];
  }
  if (!(SCALAR_TYPES as readonly unknown[]).includes(type))
    tell(`the type has to be one of ${SCALAR_TYPES.join(', ')}`);
  if (label !== undefined && (typeof label !== 'string' || label.trim() === ''))
    tell('the label has to be a text');
  const { count, names } = groupsOf(pattern, used);
  const wanted = group ?? (count === 1 ? 1 : 0);
  const isGroup =
    (typeof wanted === 'number' && Number.isInteger(wanted) && wanted >= 0 && wanted <= count) ||
    (typeof wanted === 'string' && names.includes(wanted));
  if (!isGroup)
    tell(
      `there is no group ${cutText(JSON.stringify(wanted), 40)} in the pattern, which has ${count}`,
    );
  return [
    {
      name,
      pattern,
      flags: used,
      group: wanted as number | string,
      type: type as ScalarType,
      ...(typeof label === 'string' ? { label: label.trim() } : {}),
    },
  ];
}

/** An empty alternative lets any pattern match the empty text, and shows its groups. */
function groupsOf(pattern: string, flags: string): { count: number; names: readonly string[] } {
  const match = new RegExp(`${pattern}|`, flags).exec('');
  return { count: (match?.length ?? 1) - 1, names: Object.keys(match?.groups ?? {}) };
}
