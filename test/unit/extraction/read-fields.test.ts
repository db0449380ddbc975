import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/core/errors.ts';
import { toJsonSchema } from '../../../src/extraction/discovery/to-json-schema.ts';
import { readFields } from '../../../src/extraction/fields/read-fields.ts';
import { readPatterns } from '../../../src/extraction/fields/read-patterns.ts';
import { readSchema } from '../../../src/extraction/fields/read-schema.ts';

function failureOf(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('Nothing was wrong.');
}

describe('a list of fields', () => {
  it.each([
    ['name', 'string'],
    ['date', 'date'],
    ['invoice_date', 'date'],
    ['dueDate', 'date'],
    ['Rechnungsdatum', 'date'],
    ['valid until', 'date'],
    ['update', 'string'],
    ['email', 'email'],
    ['e-mail', 'email'],
    ['contact_email', 'email'],
    ['phone', 'phone'],
    ['Telefonnummer', 'phone'],
    ['fax', 'phone'],
    ['url', 'url'],
    ['website', 'url'],
    ['website_title', 'string'],
    ['iban', 'iban'],
    ['vat_id', 'vat'],
    ['USt-IdNr', 'vat'],
    ['vat_number', 'vat'],
    ['vat_rate', 'percentage'],
    ['vat_amount', 'money'],
    ['percent', 'percentage'],
    ['amount', 'money'],
    ['total', 'money'],
    ['unitPrice', 'money'],
    ['Gesamtbetrag', 'money'],
    ['montant', 'money'],
    ['cost_center', 'string'],
    ['net_weight', 'string'],
    ['tax_number', 'string'],
    ['quantity', 'string'],
  ])('%s is of the type %s', (name, type) => {
    expect(readFields(name)).toEqual([{ name, type }]);
  });

  it('may name types', () => {
    expect(readFields(' name , total:Money, tags : string[], x:array, ibans:iban[],')).toEqual([
      { name: 'name', type: 'string' },
      { name: 'total', type: 'money' },
      { name: 'tags', type: 'array', items: 'string' },
      { name: 'x', type: 'array', items: 'string' },
      { name: 'ibans', type: 'array', items: 'iban' },
    ]);
  });

  it('is told about with all that is wrong and the remedy', () => {
    const error = failureOf(() => readFields('a,,a,b:colour,1x,__proto__,=x'));
    expect(error.code).toBe('USAGE');
    expect(error.message).toBe(
      'The list of fields is not usable: field 2 is empty; “a” stands there twice; “b” has the unknown type “colour”; “1x” has to begin with a letter and may hold letters, digits, spaces and _ . - only; “__proto__” cannot be used as a name; “=x” has to begin with a letter and may hold letters, digits, spaces and _ . - only.',
    );
    expect(error.suggestions.join(' ')).toContain('--fields');
    expect(failureOf(() => readFields('')).message).toContain('it names no field');
    const many = Array.from({ length: 101 }, (_, index) => `f${index}`).join(',');
    expect(failureOf(() => readFields(many)).message).toContain('101 fields, more than 100');
    expect(failureOf(() => readFields('x'.repeat(20_000))).message).toContain('longer than');
  });
});

describe('a JSON Schema', () => {
  const read = (properties: unknown, more: object = {}) =>
    readSchema(JSON.stringify({ type: 'object', properties, ...more }), 'schema.json');

  it('becomes fields with types, formats, bounds and descriptions', () => {
    const fields = read(
      {
        name: { type: 'string', description: 'Who pays', minLength: 2, maxLength: 80 },
        day: { type: 'string', format: 'date' },
        at: { type: ['string', 'null'], format: 'date-time' },
        mail: { anyOf: [{ type: 'string', format: 'email' }, { type: 'null' }] },
        site: { type: 'string', format: 'uri', title: 'Home page' },
        total: { type: 'string', format: 'money', 'x-labels': ['Sum'] },
        rate: { type: 'number', format: 'percentage', minimum: 0, maximum: 100 },
        count: { type: 'integer', nullable: true },
        done: { type: 'boolean' },
        status: { enum: ['paid', 'open', null] },
        level: { type: 'integer', enum: [1, 2] },
        tags: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' }, maxItems: 5 },
        ibans: { type: 'array', items: { type: 'string', format: 'iban' } },
      },
      { required: ['name'], $schema: 'https://json-schema.org/draft/2020-12/schema' },
    );
    expect(fields).toEqual([
      {
        name: 'name',
        type: 'string',
        description: 'Who pays',
        minLength: 2,
        maxLength: 80,
        required: true,
      },
      { name: 'day', type: 'date', format: 'date' },
      { name: 'at', type: 'date-time', format: 'date-time' },
      { name: 'mail', type: 'email', format: 'email' },
      { name: 'site', type: 'url', format: 'uri', description: 'Home page' },
      { name: 'total', type: 'money', format: 'money', labels: ['Sum'] },
      { name: 'rate', type: 'percentage', format: 'percentage', minimum: 0, maximum: 100 },
      { name: 'count', type: 'integer' },
      { name: 'done', type: 'boolean' },
      { name: 'status', type: 'string', enum: ['paid', 'open'] },
      { name: 'level', type: 'integer', enum: [1, 2] },
      { name: 'tags', type: 'array', items: 'string', pattern: '^[a-z]+$', maxItems: 5 },
      { name: 'ibans', type: 'array', items: 'iban', format: 'iban' },
    ]);
    const again = readSchema(JSON.stringify(toJsonSchema(fields)), 'again.json');
    expect(toJsonSchema(again)).toEqual(toJsonSchema(fields));
  });

  it('is told about with every problem, its pointer and its remedy', () => {
    const error = failureOf(() =>
      read(
        {
          address: { type: 'object', properties: { city: { type: 'string' } } },
          'a/b~c': { $ref: '#/$defs/x' },
          both: { type: ['string', 'number'] },
          odd: { type: 'colour' },
          bare: {},
          list: { type: 'array' },
          deep: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
          regex: { type: 'string', pattern: '(' },
          least: { type: 'number', minimum: 'x', minLength: -1 },
          values: { enum: [{ a: 1 }] },
          text: 'string',
        },
        { $defs: { x: {} }, required: ['nowhere'], oneOf: [] },
      ),
    );
    expect(error.code).toBe('INPUT_INVALID');
    for (const part of [
      'The schema schema.json is not usable',
      '/$defs is not supported: write each property out in its place',
      '/oneOf is not supported',
      '/required/0 names “nowhere”, which is no property',
      '/properties/address is an object within the object, which is not read: make each of its properties a field of its own',
      '/properties/address/properties is not supported',
      '/properties/a~1b~0c/$ref is not supported: write what it refers to in its place',
      '/properties/a~1b~0c has a name that has to begin with a letter',
      '/properties/both/type names several types',
      '/properties/odd/type is no type: "colour"',
      '/properties/bare/type is missing',
      '/properties/list/items is missing',
      '/properties/deep/items is a list of lists',
      '/properties/regex/pattern is no regular expression',
      '/properties/least/minimum has to be a number',
      '/properties/least/minLength has to be a whole number from 0',
      '/properties/values/enum has to be a list of texts or numbers',
      '/properties/text is no schema',
    ])
      expect(error.message).toContain(part);
  });

  it.each([
    ['{"type": "object"', /is no JSON/u],
    ['[]', /is no object/u],
    ['null', /is no object/u],
    ['{"type": "string"}', /\/type has to be object/u],
    ['{"type": "object", "properties": {}}', /\/properties is missing or empty/u],
    ['{"properties": {"__proto__": {"type": "string"}}}', /cannot be used as a name/u],
  ])('%s is refused', (json, message) => {
    expect(failureOf(() => readSchema(json, 's.json')).message).toMatch(message);
  });
});

describe('a file of patterns', () => {
  it('may be YAML or JSON, with names and more', () => {
    const yaml = `# ours
order_number: 'PO-\\d{6}'
batch: 'Batch (\\w+)'
weight:
  pattern: '(?<value>[\\d.]+) kg'
  flags: i
  group: value
  type: number
  label: Net weight
`;
    const expected = [
      { name: 'order_number', pattern: String.raw`PO-\d{6}`, flags: 'u', group: 0, type: 'string' },
      { name: 'batch', pattern: String.raw`Batch (\w+)`, flags: 'u', group: 1, type: 'string' },
      {
        name: 'weight',
        pattern: String.raw`(?<value>[\d.]+) kg`,
        flags: 'iu',
        group: 'value',
        type: 'number',
        label: 'Net weight',
      },
    ];
    expect(readPatterns(yaml, 'p.yaml')).toEqual(expected);
    const json = Object.fromEntries(expected.map(({ name, ...rest }) => [name, rest]));
    expect(readPatterns(JSON.stringify(json), 'p.json')).toEqual(expected);
  });

  it('is told about with every problem and its line', () => {
    const error = failureOf(() =>
      readPatterns(
        `a: '('
b:
  pattern: x
  colour: red
  type: date2
c: 5
d: {pattern: '(x)', group: 2}
e: {pattern: x, flags: g}
1f: x
`,
        'p.yaml',
      ),
    );
    expect(error.code).toBe('INPUT_INVALID');
    for (const part of [
      'line 1, a: the pattern is no regular expression',
      'line 2, b: “colour” is unknown; known are pattern, flags, group, type, label',
      'line 2, b: the type has to be one of',
      'line 6, c: write a regular expression',
      'line 7, d: there is no group 2 in the pattern, which has 1',
      'line 8, e: flags may be i, m, s, u and v',
      'line 9, 1f: the name has to begin with a letter',
    ])
      expect(error.message).toContain(part);
  });

  it.each([
    ['', /is empty|no names/u],
    ['- a\n- b', /no names with patterns/u],
    ['a: x\na: y', /line 2/u],
    ['a: [x', /line \d/u],
    ['x: &x abc\na: *x', /[Aa]lias/u],
  ])('%j is refused', (text, message) => {
    expect(failureOf(() => readPatterns(text, 'p.yaml')).message).toMatch(message);
  });
});
