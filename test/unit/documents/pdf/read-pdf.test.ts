import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../../src/documents/document.ts';
import { readPdf } from '../../../../src/documents/pdf/read-pdf.ts';
import { makePdf, type PdfPageSpec, type PdfPart } from '../../../support/documents/make-pdf.ts';

const SENTENCE =
  'A heat pump moves heat from outside into a building and uses a third of the energy. ';

async function read(...pages: readonly (readonly PdfPart[])[]): Promise<DocumentContent> {
  return readPages(pages.map((parts) => ({ parts })));
}

async function readPages(pages: readonly PdfPageSpec[]): Promise<DocumentContent> {
  return readPdf(await makePdf({ pages }), 'file.pdf');
}

describe('the layout of a page', () => {
  it('joins lines into paragraphs, which are parted by space', async () => {
    const { text } = await read([{ text: SENTENCE.repeat(4) }, { text: SENTENCE.repeat(3) }]);
    expect(text).toBe(`${SENTENCE.repeat(4).trim()}\n\n${SENTENCE.repeat(3).trim()}`);
  });

  it('joins words that were broken at a line end, and keeps the hyphens of compounds', async () => {
    const filler = 'It is an old and well-known pump, as everybody here says of it. ';
    const { text } = await read([
      { text: filler },
      {
        text: `${'word '.repeat(16)}con\u00adsiderably ${'word '.repeat(16)}well-\u00adknown words`,
      },
    ]);
    expect(text).toContain(' considerably ');
    expect(text).not.toMatch(/con-\s|well- /u);
  });

  it('keeps a hyphen at a line end where the compound stands in a line elsewhere', async () => {
    const words = (count: number): string => 'word '.repeat(count);
    const { text } = await read([
      { text: 'A well-known pump.' },
      { text: `${words(18)}well\u00adknown ${words(30)}` },
    ]);
    expect(text).toContain(' well-known word');
  });

  it('tells headings by their size and by boldness', async () => {
    const { text, title } = await read([
      { heading: 'Heat pumps' },
      { text: SENTENCE.repeat(4) },
      { heading: 'Costs', size: 14 },
      { text: SENTENCE.repeat(4) },
      { bold: 'What to look at' },
      { text: SENTENCE.repeat(4) },
    ]);
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    expect(headings).toEqual(['# Heat pumps', '## Costs', '### What to look at']);
    expect(title).toBe('Heat pumps');
  });

  it('reads list items whose lines are indented, marks and numbers', async () => {
    const { text } = await read([
      { text: SENTENCE },
      { item: SENTENCE.repeat(3) },
      { item: 'short' },
      { item: 'first', mark: '1.' },
      { item: 'second', mark: '2.' },
    ]);
    expect(text.split('\n').slice(2)).toEqual([
      `- ${SENTENCE.repeat(3).trim()}`,
      '- short',
      '1. first',
      '2. second',
    ]);
  });

  it('ends a short item before an indented paragraph', async () => {
    const { text } = await read([
      { text: SENTENCE.repeat(3) },
      { item: 'short' },
      { item: `${SENTENCE.repeat(2)}The end.`, mark: '' },
    ]);
    expect(text).toContain(`\n\n- short\n\n${SENTENCE}`);
  });

  it('keeps the cells of tables apart', async () => {
    const { text } = await read([
      { text: SENTENCE.repeat(2) },
      {
        rows: [
          ['Model', 'Power', 'Price'],
          ['A', '8 kW', '9,000'],
          ['B', '12 kW', '11,500'],
        ],
      },
      { text: SENTENCE },
    ]);
    expect(text).toContain(
      '\n\n| Model | Power | Price |\n| A | 8 kW | 9,000 |\n| B | 12 kW | 11,500 |\n\n',
    );
  });

  it('keeps the lines of a program as they are', async () => {
    const { text } = await read([
      { text: SENTENCE.repeat(3) },
      { code: ['if (cold) {', '  heat();', '}'] },
    ]);
    expect(text).toContain('\n\n    if (cold) {\n      heat();\n    }');
  });

  it('reads columns one after the other, and what stands above and below them', async () => {
    const { text } = await read([
      { heading: 'A page in columns' },
      { text: SENTENCE.repeat(3) },
      { columns: [[SENTENCE.repeat(5).trim()], [SENTENCE.toUpperCase().repeat(3).trim()]] },
      { text: `${SENTENCE.repeat(2)}The end.` },
    ]);
    expect(text.split('\n\n').slice(1)).toEqual([
      SENTENCE.repeat(3).trim(),
      SENTENCE.repeat(5).trim(),
      SENTENCE.toUpperCase().repeat(3).trim(),
      `${SENTENCE.repeat(2)}The end.`,
    ]);
  });

  it.each([90, 180, 270] as const)('reads a page that is turned by %s degrees', async (rotate) => {
    const { text } = await readPages([
      { rotate, parts: [{ heading: 'Turned' }, { text: SENTENCE.repeat(3) }] },
    ]);
    expect(text).toContain(SENTENCE.repeat(3).trim());
  });
});

describe('the pages of a document', () => {
  it('tells where each begins and ends in the text', async () => {
    const { text, pages = [] } = await read(
      [{ heading: 'One' }, { text: SENTENCE }],
      [{ item: 'an item' }, { text: SENTENCE }],
      [
        {
          rows: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      ],
    );
    expect(pages.map(({ page, start, end }) => [page, text.slice(start, end)])).toEqual([
      [1, `# One\n\n${SENTENCE.trim()}`],
      [2, `- an item\n\n${SENTENCE.trim()}`],
      [3, '| a | b |\n| c | d |'],
    ]);
  });

  it('joins a paragraph over two pages and finds the border inside it', async () => {
    // Three full lines.
    const start = `${'word '.repeat(56)}and`;
    const { text, pages = [] } = await read([{ text: start }], [{ text: `so it ${SENTENCE}` }]);
    expect(text).toContain('word and so it A heat pump');
    expect(text.slice(pages[1]?.start)).toMatch(/^so it A heat pump/u);
    expect(text.slice(0, pages[0]?.end)).toMatch(/word and$/u);
  });

  it('takes out headers, footers and page numbers', async () => {
    const parts = [{ text: SENTENCE.repeat(3) }];
    const { text } = await readPages(
      Array.from({ length: 4 }, (_, index) => ({
        header: `Chapter ${index < 2 ? 'one' : 'two'}: pumps ${index + 1}`,
        footer: `Page ${index + 1} of 4`,
        parts,
      })),
    );
    expect(text).not.toMatch(/Chapter|Page \d/u);
    expect(text.match(/A heat pump/gu)).toHaveLength(12);
  });

  it('keeps what stands at the edge of a single page', async () => {
    const { text } = await readPages([
      { header: 'A letter', footer: '2 copies', parts: [{ text: SENTENCE }] },
    ]);
    expect(text).toMatch(/A letter[^]*2 copies/u);
  });

  it('warns of pages without text, and gives them a place all the same', async () => {
    const {
      pages = [],
      warnings,
      text,
    } = await read([{ text: 'First.' }], [], [{ picture: true }], [{ text: 'Last.' }], []);
    expect(warnings).toEqual([
      expect.stringMatching(/^3 of 5 pages have no text: 2–3, 5\. .*OCR/u),
    ]);
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5]);
    expect(pages.map(({ start, end }) => text.slice(start, end))).toEqual([
      'First.',
      '',
      '',
      'Last.',
      '',
    ]);
  });

  it('warns when there is nothing but what is printed on every page', async () => {
    const pages = Array.from({ length: 4 }, (_, index) => ({
      footer: `Scan ${index + 1} of 4`,
      parts: [{ picture: true } as const],
    }));
    const { text, warnings } = await readPages(pages);
    expect(text).toContain('Scan 1 of 4');
    expect(warnings).toEqual([expect.stringMatching(/printed on all of them.*scanned.*OCR/u)]);
  });

  it('refuses a scan with a hint, as it has no text at all', async () => {
    await expect(read([{ picture: true }], [{ picture: true }])).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
      message: expect.stringMatching(/file\.pdf .*none of its 2 pages.*scanned/u),
      suggestions: [expect.stringContaining('ocrmypdf')],
    });
  });
});

describe('what is known of a document', () => {
  it('reads title, author, date and language of its properties', async () => {
    const bytes = await makePdf({
      title: 'Heat pumps at home',
      author: 'Ann Example',
      createdAt: new Date('2024-11-05T12:00:00Z'),
      language: 'en-GB',
      pages: [{ parts: [{ text: SENTENCE }] }],
    });
    expect(await readPdf(bytes, 'file.pdf')).toMatchObject({
      title: 'Heat pumps at home',
      author: 'Ann Example',
      publishedAt: '2024-11-05',
      language: 'en-GB',
    });
  });

  it.each(['Microsoft Word - draft.docx', 'untitled', 'report_final.indd', 'Document1'])(
    'takes %j for no title',
    async (title) => {
      const pages = [{ parts: [{ heading: 'Pumps' }, { text: SENTENCE.repeat(2) }] }];
      expect((await readPdf(await makePdf({ title, pages }), 'file.pdf')).title).toBe('Pumps');
    },
  );
});
