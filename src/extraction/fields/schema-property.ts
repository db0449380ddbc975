import { cutText } from '../../core/cut-text.ts';
import { type Field, SCALAR_TYPES, type ScalarType } from '../field.ts';
import { typeOfName } from './type-of-name.ts';

export type SchemaObject = Record<string, unknown>;
/** Tells a problem at a JSON pointer. */
export type Tell = (pointer: string, problem: string) => void;

const TEXT_FORMATS: Readonly<Record<string, ScalarType>> = {
  date: 'date',
  'date-time': 'date-time',
  email: 'email',
  'idn-email': 'email',
  uri: 'url',
  url: 'url',
  iri: 'url',
  money: 'money',
  phone: 'phone',
  iban: 'iban',
  vat: 'vat',
  percentage: 'percentage',
};
const KNOWN = new Set(
  `type enum const format description title required nullable items minimum maximum minLength maxLength minItems maxItems
  pattern default examples example $comment deprecated readOnly writeOnly uniqueItems x-labels`.split(
    /\s+/u,
  ),
);
const REMEDIES: Readonly<Record<string, string>> = {
  $ref: 'write what it refers to in its place',
  properties:
    'objects within objects are not read; make each property a field of its own, such as address_city',
  anyOf: 'name one type, and null beside it if need be',
  oneOf: 'name one type, and null beside it if need be',
  allOf: 'write all keywords into one schema',
};
const MOST_VALUES = 200;

/** One property of a schema as a field; everything that is wrong with it is told with its place. */
export function readProperty(
  name: string,
  raw: unknown,
  pointer: string,
  tell: Tell,
): Field | undefined {
  if (!isObject(raw)) {
    tell(pointer, 'is no schema: write an object such as {"type": "string"}');
    return undefined;
  }
  const schema = withoutNull(raw);
  for (const key of Object.keys(schema)) {
    if (!KNOWN.has(key)) tell(`${pointer}/${escapePointer(key)}`, unknownKeyword(key));
  }
  const isArray = schema['type'] === 'array';
  const items = isArray
    ? isObject(schema['items'])
      ? withoutNull(schema['items'])
      : undefined
    : schema;
  if (isArray && items === undefined)
    tell(`${pointer}/items`, 'is missing: say what the entries are, such as {"type": "string"}');
  if (isArray && items !== undefined) {
    for (const key of Object.keys(items)) {
      if (!KNOWN.has(key)) tell(`${pointer}/items/${escapePointer(key)}`, unknownKeyword(key));
    }
    if (items['type'] === 'array')
      tell(
        `${pointer}/items`,
        'is a list of lists, which is not read: make it a list of single values',
      );
  }
  const place = isArray ? `${pointer}/items` : pointer;
  const type = items === undefined ? 'string' : scalarOf(name, items, place, tell);
  const values = items === undefined ? undefined : readEnum(items, place, tell);
  const field: Field = { name, type: isArray ? 'array' : type };
  if (isArray) field.items = type;
  if (values !== undefined) field.enum = values;
  const description = schema['description'] ?? schema['title'] ?? items?.['description'];
  if (typeof description === 'string' && description.trim() !== '')
    field.description = cutText(description.trim(), 1000);
  if (typeof items?.['format'] === 'string') field.format = items['format'];
  if (isStringList(schema['x-labels'])) field.labels = schema['x-labels'];
  readBounds(field, schema, pointer, tell);
  if (isArray && items !== undefined) readBounds(field, items, place, tell);
  return field;
}

function unknownKeyword(key: string): string {
  return `is not supported${Object.hasOwn(REMEDIES, key) ? `: ${REMEDIES[key]}` : ': leave it out'}`;
}

/** A type with null beside it is the type: whatever is not found is null. */
function withoutNull(schema: SchemaObject): SchemaObject {
  const { anyOf, oneOf, ...rest } = schema;
  const choices = anyOf ?? oneOf;
  if (Array.isArray(choices)) {
    const some = choices.filter((choice) => !(isObject(choice) && choice['type'] === 'null'));
    const [only] = some;
    if (some.length === 1 && choices.length === 2 && isObject(only))
      return withoutNull({ ...rest, ...only });
  }
  if (!Array.isArray(schema['type'])) return schema;
  const types = schema['type'].filter((type) => type !== 'null');
  return { ...schema, type: types.length === 1 ? types[0] : types };
}

function scalarOf(name: string, schema: SchemaObject, pointer: string, tell: Tell): ScalarType {
  const { type, format } = schema;
  const ours =
    typeof format === 'string' && Object.hasOwn(TEXT_FORMATS, format)
      ? TEXT_FORMATS[format]
      : undefined;
  if (type === 'string' || type === undefined) {
    if (
      type === undefined &&
      schema['enum'] === undefined &&
      schema['const'] === undefined &&
      ours === undefined
    )
      tell(`${pointer}/type`, 'is missing: string, number, integer, boolean or array');
    return ours ?? 'string';
  }
  if (type === 'number' || type === 'integer')
    return ours === 'percentage' ||
      (format === undefined && typeOfName(name) === 'percentage' && type === 'number')
      ? 'percentage'
      : type;
  if (type === 'boolean') return 'boolean';
  if ((SCALAR_TYPES as readonly unknown[]).includes(type)) return type as ScalarType;
  if (type === 'array') return 'string';
  if (type === 'object')
    tell(
      pointer,
      'is an object within the object, which is not read: make each of its properties a field of its own',
    );
  else if (Array.isArray(type))
    tell(`${pointer}/type`, 'names several types: name one, and null beside it if need be');
  else
    tell(
      `${pointer}/type`,
      `is no type: ${cutText(JSON.stringify(type), 40)}; use string, number, integer, boolean or array`,
    );
  return 'string';
}

function readEnum(
  schema: SchemaObject,
  pointer: string,
  tell: Tell,
): readonly (string | number)[] | undefined {
  const raw = schema['enum'] ?? (schema['const'] === undefined ? undefined : [schema['const']]);
  if (raw === undefined) return undefined;
  const values = Array.isArray(raw) ? raw.filter((value) => value !== null) : [];
  if (
    values.length === 0 ||
    !values.every((value) => typeof value === 'string' || typeof value === 'number')
  ) {
    tell(`${pointer}/enum`, 'has to be a list of texts or numbers');
    return undefined;
  }
  if (values.length > MOST_VALUES)
    tell(`${pointer}/enum`, `has ${values.length} values, more than ${MOST_VALUES}`);
  return values;
}

const COUNTS = ['minLength', 'maxLength', 'minItems', 'maxItems'] as const;
const NUMBERS = ['minimum', 'maximum'] as const;

function readBounds(field: Field, schema: SchemaObject, pointer: string, tell: Tell): void {
  for (const key of [...COUNTS, ...NUMBERS]) {
    const value = schema[key];
    if (value === undefined) continue;
    const isCount = (COUNTS as readonly string[]).includes(key);
    const isGood = isCount
      ? Number.isSafeInteger(value) && Number(value) >= 0
      : Number.isFinite(value);
    if (isGood) field[key] = value as number;
    else
      tell(`${pointer}/${key}`, isCount ? 'has to be a whole number from 0' : 'has to be a number');
  }
  const { pattern } = schema;
  if (pattern === undefined) return;
  const problem = typeof pattern === 'string' ? regexProblem(pattern) : 'has to be a text';
  if (problem === undefined) field.pattern = pattern as string;
  else tell(`${pointer}/pattern`, problem);
}

/** What is wrong with a regular expression; undefined for a good one. */
export function regexProblem(pattern: string, flags = 'u'): string | undefined {
  if (pattern.length > 2000) return 'is longer than 2000 characters';
  try {
    void new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    return `is no regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export function isObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStringList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
