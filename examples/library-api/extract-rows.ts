import { extractFields, runBatch } from '../../src/index.ts';

const calls = [
  { id: 7, note: 'Wants a visit on 3 May 2026, budget about 12,000 EUR.' },
  { id: 7, note: 'Nobody answered.' },
  { id: 8, note: 'Call back: +49 30 901820' },
];

// Rows are known by their place: that two of them have one id does no harm.
const result = await runBatch(
  calls,
  async ({ note }, { signal }) => {
    const { fields } = await extractFields(note, { fields: 'date,budget:money,phone', signal });
    return Object.values(fields).map(({ value }) => value);
  },
  { concurrency: 3, mode: 'continue' },
);

result.results.forEach((values, index) => console.log(calls[index]?.id, values));
