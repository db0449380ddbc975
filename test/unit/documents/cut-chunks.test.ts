import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/text/split-sentences.ts';
import { loadTokenCounter } from '../../../src/documents/count-tokens.ts';
import { type ChunkOptions, cutChunks } from '../../../src/documents/cut-chunks.ts';
import { REASONABLE_MS } from '../../support/reasonable-time.ts';

let countTokens: (text: string) => number;
beforeAll(async () => {
  countTokens = await loadTokenCounter();
});

const chunksOf = (text: string, more: Partial<ChunkOptions> = {}) =>
  cutChunks(text, { countTokens, ...more }).map((chunk) => ({
    ...chunk,
    text: text.slice(chunk.start, chunk.end),
    context: text.slice(chunk.contextStart, chunk.start),
  }));

const sentence = (name: string, words: number): string =>
  `${name}${' apple'.repeat(words - 1)} pie.`;
const paragraph = (name: string, sentences: number): string =>
  Array.from({ length: sentences }, (_, index) => sentence(`${name}${index}`, 12)).join(' ');

describe('cutChunks', () => {
  it('keeps sections apart, names their headings, and leaves headings out', () => {
    const text = `# Title\n\n${paragraph('Intro', 2)}\n\n## One\n\n${paragraph('One', 4)}\n\n## Two\n\n${paragraph('Two', 1)}`;
    const chunks = chunksOf(text);
    expect(chunks.map(({ heading }) => heading)).toEqual([undefined, 'One', 'Two']);
    expect(chunks.every((chunk) => !chunk.text.includes('#') && chunk.context === '')).toBe(true);
  });

  it('is read with whole sentences of its own section before it, of about 40 tokens', () => {
    const text = `## Before\n\n${paragraph('Before', 3)}\n\n## Long\n\n${paragraph('Long', 60)}`;
    const long = chunksOf(text).filter(({ heading }) => heading === 'Long');
    expect(long.length).toBeGreaterThan(3);
    expect(long[0]?.context).toBe('');
    for (const chunk of long.slice(1)) {
      const sentences = splitSentences(chunk.context);
      expect(sentences.length).toBeGreaterThan(1);
      expect(sentences.every((one) => /^Long\d+ apple.*pie\.$/u.test(one.text))).toBe(true);
      expect(countTokens(chunk.context)).toBeLessThanOrEqual(41);
      expect(chunk.context + chunk.text).toContain('pie. Long');
    }
  });

  it('has a context across paragraphs, none where the sentence before is too long, and none when asked', () => {
    const paragraphs = Array.from({ length: 12 }, (_, index) => paragraph(`P${index}x`, 4));
    const text = paragraphs.join('\n\n');
    expect(
      chunksOf(text)
        .slice(1)
        .every(({ context }) => context.endsWith('\n\n')),
    ).toBe(true);
    expect(chunksOf(text, { overlapTokens: 0 }).every(({ context }) => context === '')).toBe(true);
    const heavy = [sentence('One', 200), sentence('Two', 200)].join('\n\n');
    expect(chunksOf(heavy).map(({ context }) => context)).toEqual(['', '']);
  });

  it('joins small blocks, and fills up to a good size', () => {
    const text = Array.from({ length: 20 }, (_, index) => paragraph(`P${index}x`, 2)).join('\n\n');
    const sizes = chunksOf(text).map((chunk) => countTokens(chunk.text));
    expect(Math.min(...sizes)).toBeGreaterThan(80);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(320);
    const few = chunksOf(text, { mostTokens: 100, goodTokens: 80, overlapTokens: 0 });
    expect(Math.max(...few.map(({ tokens }) => tokens))).toBeLessThanOrEqual(100);
    expect(few.length).toBeGreaterThan(sizes.length);
  });

  it('cuts a sentence that is longer than a chunk between words', () => {
    const chunks = chunksOf(`${'word '.repeat(3000)}end.`);
    expect(chunks.length).toBeGreaterThan(8);
    for (const { text } of chunks) {
      expect(text).toMatch(/^word .*(?:word|end\.)$/u);
      expect(countTokens(text)).toBeLessThanOrEqual(320);
    }
  });

  it('covers all sentences once, in order, with a true count of tokens', () => {
    const block = fc.oneof(
      fc.constantFrom('## Head', '# Top', '- item here', '| a | b |', '    code', 'Über Öl. Ja?'),
      fc.integer({ min: 1, max: 40 }).map((count) => paragraph('Par', count)),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const text = blocks.join('\n\n');
        const chunks = chunksOf(text);
        const whole = splitSentences(text).filter(({ text: found }) => !found.startsWith('#'));
        const parts = chunks.flatMap((chunk) => splitSentences(chunk.text));
        expect(parts.map((part) => part.text)).toEqual(whole.map((part) => part.text));
        for (const [index, chunk] of chunks.entries()) {
          expect(chunk.start).toBeGreaterThanOrEqual(chunks[index - 1]?.end ?? 0);
          expect(chunk.contextStart).toBeLessThanOrEqual(chunk.start);
          expect(text.slice(chunk.contextStart, chunk.end)).not.toMatch(/^#/mu);
          const tokens = countTokens(text.slice(chunk.contextStart, chunk.end));
          expect(tokens).toBeLessThanOrEqual(chunk.tokens);
          expect(chunk.tokens - tokens).toBeLessThan(40);
        }
      }),
    );
  });

  it.each([
    ['a word without end', 'a'.repeat(400_000)],
    ['characters that are tokens each', '漢字'.repeat(100_000)],
    ['pairs of surrogates', '🔥'.repeat(100_000)],
    ['half pairs', '\ud83d'.repeat(50_000)],
    ['punctuation', '!@#$%^'.repeat(60_000)],
    ['white space', `x${' '.repeat(400_000)}y`],
    ['spaces that are none', '\u00a0'.repeat(300_000)],
    ['special tokens', '<|endoftext|>'.repeat(30_000)],
    ['very short lines', 'a\n'.repeat(100_000)],
    ['headings only', '# a\n'.repeat(50_000)],
    ['sentences of a letter', 'A. '.repeat(100_000)],
  ])(
    'takes %s within its sizes and a reasonable time',
    { timeout: REASONABLE_MS },
    (_name, text) => {
      for (const { text: chunk, tokens } of chunksOf(text)) {
        expect(chunk.length).toBeGreaterThan(0);
        expect(tokens).toBeLessThanOrEqual(365);
      }
    },
  );
});
