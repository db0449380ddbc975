import { AppError } from '../../core/errors.ts';
import { cutText } from '../../core/cut-text.ts';
import { foldText } from '../../core/fold-text.ts';
import { type Field, SCALAR_TYPES, type ScalarType } from '../field.ts';
import { MOST_FIELDS, nameProblem } from './check-name.ts';
import { typeOfName } from './type-of-name.ts';

const LONGEST_LIST = 10_000;
const TYPES: ReadonlySet<string> = new Set(SCALAR_TYPES);

/**
 * The fields of a list such as `name,date,total:money,tags:string[]`: names, each with a type where the one that the name
 * suggests is not meant.
 * @throws AppError `USAGE` that names every entry that is wrong.
 */
export function readFields(list: string): Field[] {
  const problems: string[] = [];
  const fields: Field[] = [];
  const taken = new Set<string>();
  if (list.length > LONGEST_LIST)
    throw failure([`the list is longer than ${LONGEST_LIST} characters`]);
  const entries = list.split(',').map((entry) => foldText(entry));
  // A comma at the end is no mistake worth a stop.
  if (entries.at(-1) === '') entries.pop();
  for (const [index, entry] of entries.entries()) {
    const colon = entry.indexOf(':');
    const name = (colon === -1 ? entry : entry.slice(0, colon)).trim();
    const typeText = colon === -1 ? undefined : entry.slice(colon + 1).trim();
    const place = name === '' ? `field ${index + 1}` : `“${cutText(name, 80)}”`;
    const problem = nameProblem(name);
    if (problem !== undefined) problems.push(`${place} ${problem}`);
    else if (taken.has(name)) problems.push(`${place} stands there twice`);
    taken.add(name);
    const type = typeText === undefined ? { type: typeOfName(name) } : readType(typeText);
    if (type === undefined)
      problems.push(`${place} has the unknown type “${cutText(typeText ?? '', 40)}”`);
    else fields.push({ name, ...type });
  }
  if (entries.length === 0) problems.push('it names no field');
  if (entries.length > MOST_FIELDS)
    problems.push(`there are ${entries.length} fields, more than ${MOST_FIELDS}`);
  if (problems.length > 0) throw failure(problems);
  return fields;
}

function readType(text: string): Pick<Field, 'type' | 'items'> | undefined {
  const lower = text.toLowerCase();
  if (lower === 'array') return { type: 'array', items: 'string' };
  if (lower.endsWith('[]')) {
    const items = lower.slice(0, -2).trim();
    return TYPES.has(items) ? { type: 'array', items: items as ScalarType } : undefined;
  }
  return TYPES.has(lower) ? { type: lower as ScalarType } : undefined;
}

function failure(problems: readonly string[]): AppError {
  return new AppError('USAGE', `The list of fields is not usable: ${problems.join('; ')}.`, {
    suggestions: [
      'Write names with commas between them, such as --fields "name,date,total:money,tags:string[]".',
      `Types are ${SCALAR_TYPES.join(', ')}, and each of them with [] behind it for a list.`,
    ],
  });
}
