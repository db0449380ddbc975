import { afterEach, describe, expect, it } from 'vitest';
import {
  createPatternExtractor,
  type PatternExtractor,
} from '../../../src/extraction/create-pattern-extractor.ts';
import { extractFrom, methodSettings } from '../../../src/extraction/extract-from.ts';
import { readFields } from '../../../src/extraction/fields/read-fields.ts';
import { readPatterns } from '../../../src/extraction/fields/read-patterns.ts';
import { REASONABLE_MS } from '../../support/reasonable-time.ts';

const PATTERNS = readPatterns(
  String.raw`order_number: 'PO-\d{6}'
batch: {pattern: 'batch (\w+)', flags: i}
weight: {pattern: '([\d.,]+) ?kg', type: number, label: Net weight}
slow: '(a+)+$'
`,
  'patterns.yaml',
);
const TEXT =
  'Gross weight 12,5 kg, Net weight 11.9 kg. PO-123456 and PO-654321, Batch X7, 1.299,00 €\nPO-123456';

let extractor: PatternExtractor | undefined;
afterEach(() => extractor?.close());

describe('patterns of the user', () => {
  it('give the values of the fields of their names; the others are found as ever', async () => {
    extractor = createPatternExtractor({ patterns: PATTERNS });
    const { fields } = await extractor.extract(
      TEXT,
      readFields('order_number,batch,weight,amount'),
      {
        pages: [{ page: 7, start: 0, end: TEXT.length }],
      },
    );
    expect(fields).toMatchObject({
      order_number: {
        value: 'PO-123456',
        quote: 'PO-123456',
        page: 7,
        warning: 'the text has “PO-654321” for it too',
      },
      batch: { value: 'X7', quote: 'X7' },
      weight: { value: 11.9, quote: '11.9' },
      amount: { value: '1299.00 EUR' },
    });
  });

  it('give lists of all their matches, each once', async () => {
    extractor = createPatternExtractor({ patterns: PATTERNS });
    const { fields } = await extractor.extract(
      TEXT,
      readFields('order_number:string[],weight:number[]'),
    );
    expect(fields['order_number']?.value).toEqual(['PO-123456', 'PO-654321']);
    expect(fields['weight']?.value).toEqual([12.5, 11.9]);
  });

  it('that do not end on a text are left out there, and the rest goes on', async () => {
    extractor = createPatternExtractor({ patterns: PATTERNS, timeoutMs: 300 });
    const hostile = `${'a'.repeat(50)}! PO-123456`;
    const start = performance.now();
    const both = await Promise.all([
      extractor.extract(hostile, readFields('slow,order_number')),
      extractor.extract('caa', readFields('slow,order_number')),
    ]);
    expect(performance.now() - start).toBeLessThan(REASONABLE_MS);
    expect(both[0].fields).toMatchObject({
      slow: {
        value: null,
        warning: 'its pattern took longer than 0.3 s on this text and was left out',
      },
      order_number: { value: 'PO-123456' },
    });
    expect(both[1].fields).toMatchObject({ slow: { value: 'aa' }, order_number: { value: null } });
  });

  it('stop when they are told to', async () => {
    extractor = createPatternExtractor({ patterns: PATTERNS });
    const stop = new AbortController();
    const running = extractor.extract(`${'a'.repeat(60)}!`, readFields('slow'), {
      signal: stop.signal,
    });
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    const { fields } = await extractor.extract('caa', readFields('slow'));
    expect(fields['slow']?.value).toBe('aa');
  });

  it('need a worker only where a field has one of them', async () => {
    extractor = createPatternExtractor({ patterns: PATTERNS });
    const { fields } = await extractor.extract(TEXT, readFields('amount'));
    expect(fields['amount']?.value).toBe('1299.00 EUR');
  });

  it('are a method like the other, with all that decides in its settings', async () => {
    extractor = createPatternExtractor({ patterns: PATTERNS });
    const method = { name: 'pattern', extractor, patterns: PATTERNS } as const;
    const scope = { signal: new AbortController().signal };
    const { fields } = await extractFrom(TEXT, { fields: readFields('batch'), method, scope });
    expect(fields['batch']?.value).toBe('X7');
    expect(methodSettings(method)).toMatchObject({ method: 'pattern', patterns: PATTERNS });
  });
});
