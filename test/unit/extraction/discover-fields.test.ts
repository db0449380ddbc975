import { describe, expect, it } from 'vitest';
import { discoverFields } from '../../../src/extraction/discovery/discover-fields.ts';
import { toJsonSchema } from '../../../src/extraction/discovery/to-json-schema.ts';
import { extractByPatterns } from '../../../src/extraction/extract-by-patterns.ts';
import { readSchema } from '../../../src/extraction/fields/read-schema.ts';

const invoice = (number: number) => ({
  text: `# Rechnung

Rechnungsnummer: RE-2025-0${number}
Datum: 0${number}.03.2025
Kunde: Kunde ${number}
Bezahlt: ja
Steuersatz: 19 %

| Bezeichnung | Menge | Betrag |
| --- | --- | --- |
| Pumpe | ${number} | 1.000,00 € |
| Rohr | 2 | 20,00 € |

Gesamtbetrag: 1.020,00 €

Zahlbar auf DE89 3704 0044 0532 0130 00, Fragen an info@muster.example.
`,
  language: 'de',
});

describe('the fields of a sample', () => {
  const sample = [invoice(1), invoice(2), invoice(3), { text: 'Nothing here.\nNote: one' }];

  it('are its labels, columns and forms, with share and example', () => {
    const found = discoverFields(sample);
    expect(found.map(({ name, type, items, found: how }) => [name, items ?? type, how])).toEqual([
      ['invoice_number', 'string', 'label'],
      ['date', 'date', 'label'],
      ['customer', 'string', 'label'],
      ['bezahlt', 'boolean', 'label'],
      ['vat_rate', 'percentage', 'label'],
      ['product', 'string', 'column'],
      ['quantity', 'integer', 'column'],
      ['amount', 'money', 'column'],
      ['total', 'money', 'label'],
      ['email', 'email', 'form'],
      ['iban', 'iban', 'form'],
    ]);
    expect(found[0]).toMatchObject({
      labels: ['Rechnungsnummer'],
      share: 0.75,
      example: 'RE-2025-01',
    });
    expect(found.every(({ share }) => share === 0.75)).toBe(true);
  });

  it('make a schema that finds them again', () => {
    const schema = JSON.stringify(toJsonSchema(discoverFields(sample)));
    const { fields } = extractByPatterns(invoice(4).text, readSchema(schema, 's.json'), {
      language: 'de',
    });
    expect(Object.entries(fields).map(([name, { value }]) => [name, value])).toEqual([
      ['invoice_number', 'RE-2025-04'],
      ['date', '2025-03-04'],
      ['customer', 'Kunde 4'],
      ['bezahlt', true],
      ['vat_rate', 19],
      ['product', ['Pumpe', 'Rohr']],
      ['quantity', [4, 2]],
      ['amount', ['1000.00 EUR', '20.00 EUR']],
      ['total', '1020.00 EUR'],
      ['email', 'info@muster.example'],
      ['iban', 'DE89370400440532013000'],
    ]);
  });

  it('of one document are those of that document; of none there are none', () => {
    expect(discoverFields([{ text: 'Age: 33\nName: Jane\nPLZ: 01067' }])).toMatchObject([
      { name: 'age', type: 'integer', share: 1 },
      { name: 'name', type: 'string' },
      { name: 'postcode', type: 'string', labels: ['PLZ'] },
    ]);
    expect(discoverFields([])).toEqual([]);
    expect(discoverFields([{ text: '' }, { text: 'prose without anything' }])).toEqual([]);
  });

  it('stand in the order of their shares, and no more than wanted', () => {
    const found = discoverFields(
      [{ text: 'A: 1\nB: 2' }, { text: 'B: 3\nA: 1' }, { text: 'B: 4' }],
      { most: 1 },
    );
    expect(found).toMatchObject([{ name: 'b', share: 1 }]);
  });
});
