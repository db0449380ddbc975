import { type Field, scalarTypeOf, type ScalarType } from '../field.ts';

type Schema = Record<string, unknown>;

const BOUNDS = ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern'] as const;

/** JSON Schema's name and format for each type; `readSchema` reads them back. */
const FORMS: Readonly<Record<ScalarType, Schema>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
  money: { type: 'string', format: 'money' },
  email: { type: 'string', format: 'email' },
  phone: { type: 'string', format: 'phone' },
  url: { type: 'string', format: 'uri' },
  iban: { type: 'string', format: 'iban' },
  vat: { type: 'string', format: 'vat' },
  percentage: { type: 'number', format: 'percentage' },
};

/** A JSON Schema for fields, in the dialect that `extract --schema` reads. */
export function toJsonSchema(fields: readonly Field[]): Schema {
  const required = fields.filter((field) => field.required === true).map(({ name }) => name);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])),
    ...(required.length === 0 ? {} : { required }),
  };
}

function propertyOf(field: Field): Schema {
  const { description, labels, minItems, maxItems } = field;
  const value: Schema = {
    ...FORMS[scalarTypeOf(field)],
    ...(field.enum === undefined ? {} : { enum: field.enum }),
    ...Object.fromEntries(
      BOUNDS.flatMap((bound) => (field[bound] === undefined ? [] : [[bound, field[bound]]])),
    ),
  };
  return {
    ...(field.type === 'array'
      ? {
          type: 'array',
          items: value,
          ...(minItems === undefined ? {} : { minItems }),
          ...(maxItems === undefined ? {} : { maxItems }),
        }
      : value),
    ...(description === undefined ? {} : { description }),
    ...(labels === undefined ? {} : { 'x-labels': labels }),
  };
}
