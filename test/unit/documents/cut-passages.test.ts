import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/core/text/count-words.ts';
import { splitSentences } from '../../../src/core/text/split-sentences.ts';
import { cutPassages } from '../../../src/documents/cut-passages.ts';

const sentence = (words: number, name = 'Word'): string => `${name}${' word'.repeat(words - 1)}.`;
const paragraph = (sentences: number): string =>
  Array.from({ length: sentences }, () => sentence(10)).join(' ');

function passagesOf(text: string): { text: string; words: number; heading?: string | undefined }[] {
  return cutPassages(text).map(({ start, end, heading }) => ({
    text: text.slice(start, end),
    words: countWords(text.slice(start, end)),
    heading,
  }));
}

describe('cutPassages', () => {
  it('keeps the sections of a document apart and names their headings', () => {
    const text = `# Title\n\n${paragraph(3)}\n\n## One\n\n${paragraph(8)}\n\n### Two\n\n${paragraph(2)}`;
    expect(passagesOf(text).map(({ words, heading }) => [heading, words])).toEqual([
      [undefined, 30],
      ['One', 80],
      ['Two', 20],
    ]);
    expect(passagesOf(text).every((passage) => !passage.text.includes('#'))).toBe(true);
  });

  it('joins short paragraphs, and a short rest with what is before it', () => {
    const text = [3, 4, 8, 7, 2].map(paragraph).join('\n\n');
    expect(passagesOf(text).map(({ words }) => words)).toEqual([150, 90]);
  });

  it('keeps lists and tables together with what introduces them', () => {
    const text = `${paragraph(6)} These are the steps:\n\n- one\n- two\n\n| a | b |\n| c | d |`;
    expect(passagesOf(text)).toHaveLength(1);
  });

  it('cuts long paragraphs between sentences', () => {
    const text = paragraph(60);
    const passages = passagesOf(text);
    expect(passages.length).toBeGreaterThan(2);
    for (const { words, text: passage } of passages) {
      expect(words).toBeGreaterThanOrEqual(60);
      expect(words).toBeLessThanOrEqual(220);
      expect(passage).toMatch(/^Word.*\.$/u);
    }
  });

  it('cuts a line without sentences between words, and one without words anywhere but inside a character', () => {
    const words = passagesOf('word '.repeat(10_000));
    expect(
      words.every(
        ({ text }) => text.length <= 4000 && text.startsWith('word') && text.endsWith('word'),
      ),
    ).toBe(true);
    expect(passagesOf('🔥'.repeat(5000)).every(({ text }) => text.isWellFormed())).toBe(true);
  });

  it('covers all sentences once, in order, whole', () => {
    const block = fc.oneof(
      fc.constantFrom('## Head', '# Top', '- item here', '| a | b |', '    code'),
      fc.integer({ min: 1, max: 40 }).map((count) => paragraph(count)),
      fc.integer({ min: 1, max: 400 }).map((count) => sentence(count)),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const text = blocks.join('\n\n');
        const passages = cutPassages(text);
        const whole = splitSentences(text).filter(({ text: found }) => !found.startsWith('#'));
        const parts = passages.flatMap(({ start, end }) => splitSentences(text.slice(start, end)));
        expect(parts.map((part) => part.text)).toEqual(whole.map((part) => part.text));
        for (const [index, { start, end }] of passages.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(passages[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});
