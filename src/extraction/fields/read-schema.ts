import { AppError } from '../../core/errors.ts';
import type { Field } from '../field.ts';
import { MOST_FIELDS, nameProblem } from './check-name.ts';
import { escapePointer, isObject, readProperty, type Tell } from './schema-property.ts';

const MOST_TOLD = 30;
const KNOWN = new Set(
  '$schema $id $comment title description type properties required additionalProperties'.split(' '),
);

/**
 * The fields of a JSON Schema: an object whose properties are texts, numbers, booleans, or lists of these.
 * @throws AppError `INPUT_INVALID` that names every problem with its JSON pointer and what to do.
 */
export function readSchema(json: string, path: string): Field[] {
  const problems: string[] = [];
  const tell: Tell = (pointer, problem) =>
    problems.push(`${pointer === '' ? 'the schema' : pointer} ${problem}`);
  const schema = parse(json, path);
  const fields = isObject(schema) ? readRoot(schema, tell) : [];
  if (!isObject(schema)) tell('', 'is no object');
  if (problems.length === 0) return fields;
  const more = problems.length - MOST_TOLD;
  const told = [...problems.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])];
  throw new AppError('INPUT_INVALID', `The schema ${path} is not usable: ${told.join('; ')}.`, {
    suggestions: [
      'Write an object with properties: {"type": "object", "properties": {"total": {"type": "string", "format": "money"}}}.',
      'seo-content extract --discover prints a schema for your documents.',
    ],
  });
}

function parse(json: string, path: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('INPUT_INVALID', `The schema ${path} is no JSON: ${reason}.`, {
      suggestions: ['Check commas, quotes and brackets at that place.'],
      cause: error,
    });
  }
}

function readRoot(schema: Record<string, unknown>, tell: Tell): Field[] {
  if (schema['type'] !== undefined && schema['type'] !== 'object')
    tell('/type', 'has to be object: each property is a field');
  for (const key of Object.keys(schema)) {
    if (KNOWN.has(key)) continue;
    const isDefinitions = key === '$defs' || key === 'definitions';
    tell(
      `/${escapePointer(key)}`,
      isDefinitions
        ? 'is not supported: write each property out in its place'
        : 'is not supported: leave it out',
    );
  }
  const { properties } = schema;
  if (!isObject(properties) || Object.keys(properties).length === 0) {
    tell('/properties', 'is missing or empty: name at least one field');
    return [];
  }
  const names = Object.keys(properties);
  if (names.length > MOST_FIELDS)
    tell('/properties', `has ${names.length} fields, more than ${MOST_FIELDS}`);
  const required = readRequired(schema['required'], names, tell);
  return names.flatMap((name) => {
    const pointer = `/properties/${escapePointer(name)}`;
    const problem = nameProblem(name);
    if (problem !== undefined) tell(pointer, `has a name that ${problem}`);
    const field = readProperty(name, properties[name], pointer, tell);
    if (field === undefined) return [];
    return [required.has(name) ? { ...field, required: true } : field];
  });
}

function readRequired(raw: unknown, names: readonly string[], tell: Tell): ReadonlySet<string> {
  if (raw === undefined) return new Set();
  if (!Array.isArray(raw) || !raw.every((name) => typeof name === 'string')) {
    tell('/required', 'has to be a list of names');
    return new Set();
  }
  for (const [index, name] of raw.entries()) {
    if (!names.includes(name)) tell(`/required/${index}`, `names “${name}”, which is no property`);
  }
  return new Set(raw);
}
