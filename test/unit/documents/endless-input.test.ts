import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/core/text/clean-text.ts';
import { cutPassages } from '../../../src/documents/cut-passages.ts';
import { joinLines } from '../../../src/documents/blocks.ts';
import { parseDocument } from '../../../src/documents/read-document.ts';
import { REASONABLE_MS } from '../../support/reasonable-time.ts';

const MEGABYTES = 5_000_000;
const endless = (piece: string, size = MEGABYTES): string =>
  piece.repeat(Math.ceil(size / piece.length));

async function read(path: string, text: string): Promise<{ text: string; milliseconds: number }> {
  const startedAt = performance.now();
  const outcome = await parseDocument(Buffer.from(text), path).catch((error: Error) => ({
    text: error.message,
  }));
  cutPassages(outcome.text);
  return { text: outcome.text, milliseconds: performance.now() - startedAt };
}

describe('documents without measure', () => {
  it.each(['page.html', 'notes.md', 'notes.txt'])(
    'five megabytes of one word are read in time: %s',
    async (path) => {
      const { text, milliseconds } = await read(path, endless('word'));
      expect(text.startsWith('wordword')).toBe(true);
      expect(milliseconds).toBeLessThan(REASONABLE_MS);
    },
  );

  it.each([
    ['signs that open tags', 'page.html', endless('<')],
    ['list items', 'page.html', endless('<li>x')],
    ['line breaks', 'notes.md', endless('<br>')],
    ['entities', 'page.html', endless('&amp')],
  ])('are refused with a reason before they are parsed: %s', async (_name, path, source) => {
    const { text, milliseconds } = await read(path, source);
    expect(text).toMatch(/more than 200,000 HTML tags or entities/u);
    expect(milliseconds).toBeLessThan(REASONABLE_MS);
  });

  it.each([
    ['elements in elements', 'page.html', endless('<b>', 300_000), /nested more than 2000 deep/u],
    ['one attribute', 'page.html', `<p style="${endless('color:red;')}">Rain.</p>`, /^Rain\.$/u],
    ['cells without a table', 'page.html', `${endless('<td>x', 200_000)}<p>Rain.</p>`, /^x$/mu],
    ['brackets', 'notes.md', endless('[', 300_000), /^\[/u],
    ['footnotes', 'notes.md', endless('[^a', 300_000), /^\[/u],
    ['spaces', 'notes.md', `Rain${endless(' ')}falls.`, /^Rain falls\.$/u],
    ['questions in one line', 'notes.txt', endless('Why? ', 900_000), /^Why\?/u],
  ])('end in time: %s', async (_name, path, source, expected) => {
    const { text, milliseconds } = await read(path, source);
    expect(text.slice(0, 400)).toMatch(expected);
    expect(milliseconds).toBeLessThan(REASONABLE_MS);
  });

  it('line ends behind a character without spaces are folded in one pass', () => {
    const startedAt = performance.now();
    expect(joinLines(`雨${'\n'.repeat(MEGABYTES)}x`)).toBe('雨 x');
    expect(joinLines('雨\n水')).toBe('雨水');
    expect(joinLines('𠀋\n 𠀋')).toBe('𠀋𠀋');
    expect(performance.now() - startedAt).toBeLessThan(REASONABLE_MS);
  });

  it('tag characters behind a flag are taken out in one pass', () => {
    const startedAt = performance.now();
    expect(cleanText(`\u{1F3F4}${'\u{E0041}'.repeat(MEGABYTES / 2)}`)).toBe('\u{1F3F4}');
    expect(performance.now() - startedAt).toBeLessThan(REASONABLE_MS);
  });
});
