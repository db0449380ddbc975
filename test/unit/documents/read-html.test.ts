import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/documents/read-html.ts';

const page = await readFile(
  new URL('../../fixtures/documents/magazine-page.html', import.meta.url),
  'utf8',
);

describe('readHtml', () => {
  it('reads the main content as plain text in blocks', async () => {
    const { text } = await readHtml(page);
    expect(text).toBe(
      [
        'A rain barrel collects the water of a roof and keeps it for dry days. Most households, in our experience, buy a barrel that is too small, because the summer rain comes in few and heavy showers.',
        '## How large should a barrel be?',
        'A roof of 50 m² yields about 500 litres in a shower of 10 mm, as the survey of 2023 found. A barrel of 300 litres is full, and the rest runs away unused.',
        'Common sizes',
        '| Size | Price |\n| 200 litres | €40 |\n| 500 litres | €110 / sale |',
        '## How is it kept clean?',
        'Clean the barrel once a year, before the first frost, and follow these steps:',
        '1. Empty the barrel.\n2. Brush the walls with water and a little vinegar.\n- Keep the lid closed, so that mosquitoes stay out.',
        '    volume = area * rain',
      ].join('\n\n'),
    );
  });

  it('tells title, author, date and language', async () => {
    expect(await readHtml(page)).toMatchObject({
      title: 'Rain barrels: sizes, costs and care',
      author: 'Mara Quill',
      publishedAt: '2025-04-02',
      language: 'en-GB',
      warnings: [],
    });
  });

  it('reads a fragment without scripts and hidden parts', async () => {
    const { text } = await readHtml(
      '<div>Only <b>this</b>.</div><script>SCRIPT</script><p hidden>HIDDEN</p><nav>MENU</nav><a href="javascript:x()">Go on</a>',
    );
    expect(text).toBe('Only this.\n\nGo on');
  });

  it('parts paragraphs at double line breaks and joins terms with their definitions', async () => {
    const { text } = await readHtml(
      '<div>One<br>line<br><br>Two</div><dl><dt>COP</dt><dd>Output by input.</dd></dl>',
    );
    expect(text).toBe('One line\n\nTwo\n\nCOP: Output by input.');
  });

  it('refuses pages that are nested without measure', async () => {
    await expect(readHtml('<div>'.repeat(5000))).rejects.toThrow(/nested/u);
  });

  it('reads the whole body of a page that is too deep to look for its main content', async () => {
    const { text, warnings } = await readHtml(`${'<div>'.repeat(160)}<p>Deep but honest.</p>`);
    expect(text).toBe('Deep but honest.');
    expect(warnings).toEqual(['No main content was found, so the whole page was read.']);
  });
});
