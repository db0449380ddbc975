import { describe, expect, it } from 'vitest';
import { extractByPatterns } from '../../../src/extraction/extract-by-patterns.ts';
import type { Field, FieldValue } from '../../../src/extraction/field.ts';
import { readFields } from '../../../src/extraction/fields/read-fields.ts';
import { readSchema } from '../../../src/extraction/fields/read-schema.ts';

/** The values that a text gives, each compared with its quote's place first. */
function valuesOf(text: string, list: string | Field[], language?: string) {
  const fields = typeof list === 'string' ? readFields(list) : list;
  const extraction = extractByPatterns(text, fields, { language });
  for (const { quote, start, end } of Object.values(extraction.fields))
    expect(quote).toBe(start === undefined ? undefined : text.slice(start, end));
  const values: Record<string, FieldValue> = {};
  for (const [name, { value }] of Object.entries(extraction.fields)) values[name] = value;
  return { values, ...extraction };
}

const GERMAN_INVOICE = `# Rechnung

Muster GmbH, Hauptstraße 5, 10115 Berlin

Rechnungsnummer: RE-2025-0117
Rechnungsdatum: 09.03.2025
Kunden-Nr.: 4711
Bestellnummer: B-99
Leistungsdatum: 1. März 2025
Fällig am: 8. April 2025

Kunde: Beispiel AG

| Pos | Bezeichnung | Menge | Einzelpreis | Betrag |
| --- | --- | --- | --- | --- |
| 1 | Wärmepumpe | 2 | 500,00 € | 1.000,00 € |
| 2 | Montage | 1 | 92,44 € | 92,44 € |

Nettobetrag: 1.092,44 €
MwSt. 19 %: 207,56 €
Gesamtbetrag: 1.300,00 €

Bankverbindung: IBAN DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX
USt-IdNr.: DE136695976
Tel.: +49 (0)30 123 45 67, Fax: 030 1234568
E-Mail: info@muster.example
www.muster-gmbh.de
`;

describe('papers', () => {
  it('a German invoice, by English names', () => {
    const { values, warnings } = valuesOf(
      GERMAN_INVOICE,
      'invoice_number,invoice_date,customer_number,order_number,delivery_date,due_date,customer,net,tax,total,iban,bic,vat_id,vat_rate,phone,fax,email,website,product:string[],quantity:integer[],price:money[]',
      'de',
    );
    expect(values).toEqual({
      invoice_number: 'RE-2025-0117',
      invoice_date: '2025-03-09',
      customer_number: '4711',
      order_number: 'B-99',
      delivery_date: '2025-03-01',
      due_date: '2025-04-08',
      customer: 'Beispiel AG',
      net: '1092.44 EUR',
      tax: '207.56 EUR',
      total: '1300.00 EUR',
      iban: 'DE89370400440532013000',
      bic: 'COBADEFFXXX',
      vat_id: 'DE136695976',
      vat_rate: 19,
      phone: '+49301234567',
      fax: '0301234568',
      email: 'info@muster.example',
      website: 'https://www.muster-gmbh.de',
      product: ['Wärmepumpe', 'Montage'],
      quantity: [2, 1],
      price: ['500.00 EUR', '92.44 EUR'],
    });
    expect(warnings).toEqual([]);
  });

  it('the same by German names', () => {
    const { values } = valuesOf(
      GERMAN_INVOICE,
      'Rechnungsnummer,Rechnungsdatum,Gesamtbetrag,Kunde,USt-IdNr',
      'de',
    );
    expect(values).toEqual({
      Rechnungsnummer: 'RE-2025-0117',
      Rechnungsdatum: '2025-03-09',
      Gesamtbetrag: '1300.00 EUR',
      Kunde: 'Beispiel AG',
      'USt-IdNr': 'DE136695976',
    });
  });

  it('an American invoice with its labels above their values and without colons', () => {
    const text = `INVOICE

Acme Corp.
123 Main St, Springfield

Invoice number   Date            Due date
INV-2025-001     March 9, 2025   April 8, 2025

Bill to: Jane Doe
Subtotal $1,200.00
Tax (8.25%) $99.00
Total $1,299.00

Questions? Call (555) 234-5678 ext. 12 or write to billing@acme.example.com.
`;
    const { values } = valuesOf(
      text,
      'invoice_number,date,due_date,customer,subtotal,tax,total,phone,email',
      'en',
    );
    expect(values).toEqual({
      invoice_number: 'INV-2025-001',
      date: '2025-03-09',
      due_date: '2025-04-08',
      customer: 'Jane Doe',
      subtotal: '1200.00 USD',
      tax: '99.00 USD',
      total: '1299.00 USD',
      phone: '5552345678;ext=12',
      email: 'billing@acme.example.com',
    });
  });

  it('a French invoice tells net from gross', () => {
    const text = `FACTURE N° 2025-118
Date : 9 mars 2025
Date d'échéance : 8 avril 2025
Client : Société Dupont & Fils

Total HT : 1 000,00 €
TVA 20 % : 200,00 €
Total TTC : 1 200,00 €

N° TVA intracommunautaire : FR83404833048
SIRET : 404 833 048 00022
Tél. : 01 23 45 67 89
`;
    const { values, warnings } = valuesOf(
      text,
      'invoice_number,date,due_date,customer,net,tax,total,vat_id,siret,phone',
      'fr',
    );
    expect(values).toEqual({
      invoice_number: '2025-118',
      date: '2025-03-09',
      due_date: '2025-04-08',
      customer: 'Société Dupont & Fils',
      net: '1000.00 EUR',
      tax: '200.00 EUR',
      total: '1200.00 EUR',
      vat_id: 'FR83404833048',
      siret: '404 833 048 00022',
      phone: '0123456789',
    });
    expect(warnings).toEqual([]);
  });

  it('a Spanish invoice', () => {
    const text = `Factura nº: F-2025/33
Fecha: 9 de marzo de 2025
Vencimiento: 08/04/2025
Cliente: Comercial Norte S.L.
NIF: B12345678
Base imponible: 1.000,00 €
IVA 21%: 210,00 €
Total a pagar: 1.210,00 €
Teléfono: +34 912 345 678
`;
    const { values } = valuesOf(
      text,
      'invoice_number,date,due_date,customer,net,tax,total,phone',
      'es',
    );
    expect(values).toEqual({
      invoice_number: 'F-2025/33',
      date: '2025-03-09',
      due_date: '2025-04-08',
      customer: 'Comercial Norte S.L.',
      net: '1000.00 EUR',
      tax: '210.00 EUR',
      total: '1210.00 EUR',
      phone: '+34912345678',
    });
  });

  it('a contract in prose', () => {
    const text =
      'This agreement begins on 1 May 2025 and ends on 30 April 2027. The rent is EUR 850.00 per month, and the deposit amounts to EUR 2,550.00. Please pay to DE89 3704 0044 0532 0130 00.';
    const { values } = valuesOf(text, 'start_date,end_date,rent,deposit,iban', 'en');
    expect(values).toEqual({
      start_date: '2025-05-01',
      end_date: '2027-04-30',
      rent: '850.00 EUR',
      deposit: '2550.00 EUR',
      iban: 'DE89370400440532013000',
    });
  });

  it('a product sheet', () => {
    const text = `# Garden Pump GP 3000

- Price: 129,99 €
- Weight: 4.5 kg
- Art. No.: GP-3000-X
- Warranty: 2 years
- Colour: green
- EAN: 4006381333931
- In stock: yes
- Scope: pump, hose, manual

## Description

Moves 3,000 litres an hour.
`;
    const { values } = valuesOf(
      text,
      'price,weight,sku,warranty,colour,ean,in_stock:boolean,scope:string[],description',
      'en',
    );
    expect(values).toEqual({
      price: '129.99 EUR',
      weight: '4.5 kg',
      sku: 'GP-3000-X',
      warranty: '2 years',
      colour: 'green',
      ean: '4006381333931',
      in_stock: true,
      scope: ['pump', 'hose', 'manual'],
      description: 'Moves 3,000 litres an hour.',
    });
  });

  it('a table of two columns, and amounts whose heading names the currency', () => {
    const text = `| Field | Value |
| --- | --- |
| Order no. | 77-12 |
| Order date | 2025-03-09 |

| Item | Amount (CHF) |
| --- | --- |
| A | 1'000.50 |
| B | 20.00 |
| Total | 1'020.50 |
`;
    const { values } = valuesOf(text, 'order_number,order_date,total,amount:money[]');
    expect(values).toMatchObject({
      order_number: '77-12',
      order_date: '2025-03-09',
      total: '1020.50 CHF',
    });
  });

  it('a row of a table with the names of its columns', () => {
    const text =
      'transcript: The customer called on 9 March 2025 about order no. A-17 and wants EUR 49.90 back.\n\nnotes: call +49 30 1234567';
    const { values } = valuesOf(text, 'date,order_number,amount,phone', 'en');
    expect(values).toEqual({
      date: '2025-03-09',
      order_number: null,
      amount: '49.90 EUR',
      phone: '+49301234567',
    });
  });
});

describe('which value a field takes', () => {
  it('is the one at its label, wherever it stands', () => {
    const text = 'Printed on 1 January 2024.\n\nStart: 9 March 2025\nDate of birth: 5 May 1990';
    expect(valuesOf(text, 'birth_date,start_date').values).toEqual({
      birth_date: '1990-05-05',
      start_date: '2025-03-09',
    });
  });

  it('is else the first of its type that no other field has, with a warning where that is a guess', () => {
    const text = 'Due date: 8 April 2025\n\nWritten on 9 March 2025, changed on 10 March 2025.';
    const { values, fields } = valuesOf(text, 'date,due_date');
    expect(values).toEqual({ date: '2025-03-09', due_date: '2025-04-08' });
    expect(fields['date']?.warning).toBe(
      'no label stands at it, it is the first date of the text; the text has “2025-03-10” for it too',
    );
  });

  it('is nothing where all of its type belong to others', () => {
    expect(valuesOf('Due date: 8 April 2025', 'date,due_date').values).toEqual({
      date: null,
      due_date: '2025-04-08',
    });
    expect(valuesOf('Total: 5.00 EUR', 'shipping,total').values).toEqual({
      shipping: null,
      total: '5.00 EUR',
    });
  });

  it('comes with a warning where a second place says something else', () => {
    const { fields } = valuesOf('Total: 5.00 EUR\nText\nTotal: 6.00 EUR\nTotal: 5,00 €', 'total');
    expect(fields['total']).toMatchObject({
      value: '5.00 EUR',
      warning: 'the text has “6.00 EUR” for it too',
    });
  });

  it('ends where the next label begins', () => {
    const { values } = valuesOf('Name: John Smith City: Berlin Phone: 555-0100', 'name,city,phone');
    expect(values).toEqual({ name: 'John Smith', city: 'Berlin', phone: '5550100' });
  });

  it('may stand without a colon, and below labels in a row', () => {
    const letter = 'Rechnung Nr. 4711 vom 12.02.2025\n\nInvoice No. 12345 | Date: 03/15/2025';
    expect(valuesOf(letter.split('\n\n')[0] ?? '', 'rechnungsnummer,date', 'de').values).toEqual({
      rechnungsnummer: '4711',
      date: '2025-02-12',
    });
    expect(valuesOf(letter.split('\n\n')[1] ?? '', 'invoice_number,date').values).toEqual({
      invoice_number: '12345',
      date: '2025-03-15',
    });
    const text = 'Invoice number Date Due date Total\nINV-7 9 March 2025 8 April 2025 $5.00';
    expect(valuesOf(text, 'date,due_date,total').values).toEqual({
      date: '2025-03-09',
      due_date: '2025-04-08',
      total: '5.00 USD',
    });
  });

  it('stands below a label that has its line for itself', () => {
    const { values } = valuesOf(
      '# Customer\n\nJane Doe\n\nInvoice date\n9 March 2025\n',
      'customer,invoice_date',
    );
    expect(values).toEqual({ customer: 'Jane Doe', invoice_date: '2025-03-09' });
  });

  it('is null with a reason where the value at the label is none', () => {
    const { fields } = valuesOf('IBAN: DE88 3704 0044 0532 0130 00', 'iban');
    expect(fields['iban']).toMatchObject({
      value: null,
      quote: 'DE88 3704 0044 0532 0130 00',
      warning: '“DE88 3704 0044 0532 0130 00” is no valid IBAN: its check digits are wrong',
    });
  });

  it('keeps to the schema', () => {
    const schema = {
      type: 'object',
      required: ['missing', 'number'],
      properties: {
        status: { type: 'string', enum: ['Paid', 'Open'] },
        kind: { type: 'string', enum: ['lease', 'sale'] },
        number: { type: 'string', pattern: '^R-\\d+$', 'x-labels': ['Ref'] },
        day: { type: 'string', format: 'date', description: 'Month' },
        missing: { type: 'string' },
        rate: { type: 'number', maximum: 10 },
      },
    };
    const text =
      'Status: paid in full\nRef: R-17\nMonth: March 2025\nRate: 19\nThis lease is long.';
    const { values, fields, warnings } = valuesOf(
      text,
      readSchema(JSON.stringify(schema), 's.json'),
    );
    expect(values).toEqual({
      status: 'Paid',
      kind: 'lease',
      number: 'R-17',
      day: null,
      missing: null,
      rate: null,
    });
    expect(fields['day']?.warning).toBe('is no whole date: “2025-03”');
    expect(fields['rate']?.warning).toBe('is more than 10: “19”');
    expect(warnings).toContain('missing: is required and was not found');
  });

  it('takes numbers and yes or no only behind a label', () => {
    expect(
      valuesOf('We have 12 pumps. Yes.', 'count:integer,done:boolean,size:number').values,
    ).toEqual({
      count: null,
      done: null,
      size: null,
    });
    expect(
      valuesOf(
        'Count: 12 pumps\nDone: ja\nSize: 1,5 m',
        'count:integer,done:boolean,size:number',
        'de',
      ).values,
    ).toEqual({ count: 12, done: true, size: 1.5 });
  });

  it('may be a list of all that has its form', () => {
    const text = 'a@x.example, b@x.example and A@x.example\n\nTags:\n\n- red\n- green\n';
    expect(valuesOf(text, 'emails:email[],tags:string[],ibans:iban[]').values).toEqual({
      emails: ['a@x.example', 'b@x.example', 'A@x.example'],
      tags: ['red', 'green'],
      ibans: null,
    });
  });

  it('is on the page of its quote', () => {
    const text = 'Page one\n\nTotal: 5.00 EUR';
    const pages = [
      { page: 1, start: 0, end: 8 },
      { page: 2, start: 10, end: text.length },
    ];
    const { fields } = extractByPatterns(text, readFields('total'), { pages });
    expect(fields['total']).toMatchObject({ page: 2, start: 17, end: 25 });
  });
});
