import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/read-docx.ts';
import { docxEntries, makeDocx, type DocxSpec } from '../../support/documents/make-docx.ts';
import { makeZip } from '../../support/documents/make-zip.ts';

const SPEC: DocxSpec = {
  title: 'Pumps & tanks',
  author: 'Ann Example',
  createdAt: '2024-05-06T10:00:00Z',
  parts: [
    { heading: 'Heat pumps' },
    { text: 'They move heat < 60 °C.' },
    { heading: 'Parts', level: 2 },
    { item: 'a pump' },
    { item: 'a tank' },
    { item: 'first', numbered: true },
    { item: 'second', numbered: true },
    {
      rows: [
        ['Model', 'Power'],
        ['A', '8 kW'],
      ],
    },
  ],
};

describe('readDocx', () => {
  it('reads headings, paragraphs, lists and tables, and the properties', async () => {
    expect(await readDocx(makeDocx(SPEC), 'a.docx')).toEqual({
      title: 'Pumps & tanks',
      author: 'Ann Example',
      publishedAt: '2024-05-06',
      text: [
        '# Heat pumps',
        '',
        'They move heat < 60 °C.',
        '',
        '## Parts',
        '',
        '- a pump',
        '- a tank',
        '1. first',
        '2. second',
        '',
        '| Model | Power |',
        '| A | 8 kW |',
      ].join('\n'),
      warnings: [],
    });
  });

  it('takes the first heading for a title where the properties have none', async () => {
    expect((await readDocx(makeDocx({ parts: SPEC.parts }), 'a.docx')).title).toBe('Heat pumps');
  });

  it('leaves pictures out, without unpacking them, and counts them', async () => {
    const entries = docxEntries({ parts: [{ text: 'Before.' }, { text: 'After.' }] });
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const bytes = makeZip({
      ...entries,
      'word/document.xml': String(entries['word/document.xml']).replace(
        '</w:body>',
        `${drawing.repeat(2)}</w:body>`,
      ),
      'word/_rels/document.xml.rels': String(entries['word/_rels/document.xml.rels']).replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/></Relationships>',
      ),
      'word/media/a.png': Buffer.alloc(80 * 1024 * 1024),
    });
    const { text, warnings } = await readDocx(bytes, 'a.docx');
    expect(text).toBe('Before.\n\nAfter.');
    expect(warnings).toEqual(['Its 2 pictures were not read.']);
  });

  it('refuses one that unfolds without measure, whatever sizes it declares', async () => {
    const entries = docxEntries({ parts: [{ text: 'x'.repeat(70 * 1024 * 1024) }] });
    await expect(readDocx(makeZip(entries, { declaredSize: 10 }), 'bomb.docx')).rejects.toThrow(
      /bomb\.docx unfolds to more than 64 MB/u,
    );
  });

  it('refuses one of elements without measure', async () => {
    const entries = docxEntries({ parts: [{ text: 'x' }] });
    const document = entries['word/document.xml']?.replace(
      '</w:body>',
      `${'<w:p/>'.repeat(3_000_001)}</w:body>`,
    );
    await expect(
      readDocx(makeZip({ ...entries, 'word/document.xml': document ?? '' }), 'many.docx'),
    ).rejects.toThrow(/many\.docx has more than 1,500,000 elements/u);
  });

  it.each([
    ['xl/workbook.xml', /Excel workbook/u, /CSV/u],
    ['ppt/presentation.xml', /PowerPoint/u, /PDF/u],
    ['META-INF/container.xml', /EPUB/u, /pandoc/u],
    ['META-INF/manifest.xml', /OpenDocument/u, /libreoffice/u],
    ['notes.txt', /a ZIP archive and no document/u, /Unpack/u],
  ])('says what an archive with %s is, and what to do', async (name, what, remedy) => {
    await expect(readDocx(makeZip({ [name]: 'x' }), 'a.docx')).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
      message: expect.stringMatching(what),
      suggestions: [expect.stringMatching(remedy)],
    });
  });

  it('says that a truncated one is damaged, and an encrypted one is protected', async () => {
    const bytes = makeDocx(SPEC);
    await expect(readDocx(bytes.subarray(0, 900), 'a.docx')).rejects.toThrow(
      /damaged or truncated/u,
    );
    await expect(readDocx(makeDocx(SPEC, { encrypted: true }), 'a.docx')).rejects.toThrow(
      /protected by a password/u,
    );
  });
});
