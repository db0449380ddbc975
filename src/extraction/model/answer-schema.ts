import { type Field, scalarTypeOf, type ScalarType } from '../field.ts';

type Schema = Record<string, unknown>;

/** The JSON type in which a model answers a value. Everything with a form of its own is a text. */
function jsonType(type: ScalarType): string {
  if (type === 'boolean' || type === 'integer') return type;
  return type === 'number' || type === 'percentage' ? 'number' : 'string';
}

function valueSchema(field: Field, isNullable: boolean): Schema {
  const values = field.enum;
  const types =
    values === undefined
      ? [jsonType(scalarTypeOf(field))]
      : [...new Set(values.map((value) => typeof value))];
  const all = isNullable ? [...types, 'null'] : types;
  return {
    type: all.length === 1 ? all[0] : all,
    ...(values === undefined ? {} : { enum: isNullable ? [...values, null] : values }),
  };
}

function closed(properties: Schema): Schema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/**
 * The schema of an answer, strict: for each field `{value, quote}`, both null where the text has nothing; for a list, one
 * such entry for each of its values. Bounds are checked afterwards, because servers differ in which they know.
 */
export function answerSchema(fields: readonly Field[]): Schema {
  const properties = fields.map((field): [string, Schema] => {
    if (field.type !== 'array') {
      const entry = { value: valueSchema(field, true), quote: { type: ['string', 'null'] } };
      return [field.name, closed(entry)];
    }
    const entry = closed({ value: valueSchema(field, false), quote: { type: 'string' } });
    return [field.name, { type: 'array', items: entry }];
  });
  return closed(Object.fromEntries(properties));
}
