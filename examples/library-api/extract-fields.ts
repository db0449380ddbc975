import { extractFields } from '../../src/index.ts';

const invoice = `Invoice 2025-117 of 9 March 2025

Total: EUR 1,299.00
Questions? accounts@example.org`;

const { fields } = await extractFields(invoice, { fields: 'date,total:money,email,iban' });
console.log(fields);

// With a model of yours. What it says counts only with words of the text that bear it out.
const found = await extractFields(invoice, {
  fields: 'number,customer',
  model: async ({ messages, schema }) => {
    console.log(
      `${messages.length} messages, a schema for`,
      Object.keys(schema['properties'] ?? {}),
    );
    return JSON.stringify({
      number: { value: '2025-117', quote: 'Invoice 2025-117' },
      customer: { value: 'Example Ltd', quote: 'Example Ltd' },
    });
  },
});
console.log(found.fields['number']?.value, found.fields['customer']?.value);
