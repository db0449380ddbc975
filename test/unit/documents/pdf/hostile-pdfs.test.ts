import { describe, expect, it } from 'vitest';
import { mendTruncated, isTruncated } from '../../../../src/documents/pdf/mend-truncated.ts';
import { readPdf } from '../../../../src/documents/pdf/read-pdf.ts';
import { requireBoundedStreams } from '../../../../src/documents/pdf/require-bounded-streams.ts';
import {
  bombPdf,
  loopingPagesPdf,
  manyPagesPdf,
  nestedBombPdf,
} from '../../../support/documents/hostile-pdfs.ts';
import { makePdf } from '../../../support/documents/make-pdf.ts';
import { ordinaryPdf } from '../../../support/documents/make-mixed-corpus.ts';
import { makeRawPdf, onePagePdf, pdfStream } from '../../../support/documents/make-raw-pdf.ts';

describe('PDFs that unfold without measure', () => {
  it.each([
    ['once', () => bombPdf(100)],
    ['twice', () => nestedBombPdf(100)],
  ])('are refused before they are read: packed %s', async (_name, make) => {
    await expect(readPdf(make(), 'bomb.pdf')).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
      message: expect.stringMatching(/bomb\.pdf unfolds to more than 64 MB/u),
    });
  });

  it('may unfold as far as they are allowed to', async () => {
    await expect(requireBoundedStreams(bombPdf(60), 'a.pdf')).resolves.toBeUndefined();
    await expect(requireBoundedStreams(bombPdf(100), 'a.pdf', 5000)).resolves.toBeUndefined();
    await expect(requireBoundedStreams(await ordinaryPdf(1, 30), 'a.pdf')).resolves.toBeUndefined();
  });

  it('may hold broken streams, which are left to the reader', async () => {
    const broken = onePagePdf(pdfStream('x'.repeat(50_000), '/Filter /FlateDecode'));
    await expect(requireBoundedStreams(broken, 'a.pdf')).resolves.toBeUndefined();
  });
});

describe('PDFs that lack something', () => {
  it('are mended when the end is missing and the catalog is there', async () => {
    const pages = Array.from({ length: 4 }, (_, index) => ({
      parts: [{ text: `Page ${index}.` }],
    }));
    const whole = await makePdf({ open: true, pages });
    const cut = whole.subarray(0, Math.floor(whole.length * 0.7));
    expect([isTruncated(whole), isTruncated(cut)]).toEqual([false, true]);
    expect(mendTruncated(cut).length).toBeGreaterThan(cut.length);
    const { text, warnings } = await readPdf(new Uint8Array(cut), 'cut.pdf');
    expect(text).toMatch(/^Page 0\./u);
    expect(warnings).toContain(
      'The end of the file is missing; what could be recovered of it was read.',
    );
  });

  it.each([
    ['the objects', Buffer.from('%PDF-1.7\nnothing more\n%%EOF')],
    ['pages that end', loopingPagesPdf()],
    ['a catalog', makeRawPdf(['<< /Type /Nothing >>'])],
  ])('are refused when they have not %s', async (_name, bytes) => {
    await expect(readPdf(new Uint8Array(bytes), 'broken.pdf')).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
      message: expect.stringMatching(/broken\.pdf is a broken/u),
      suggestions: expect.arrayContaining([expect.stringMatching(/Get the file again/u)]),
    });
  });

  it('are refused when they have too many pages', async () => {
    await expect(readPdf(manyPagesPdf(30), 'long.pdf', { maxPages: 20 })).rejects.toThrow(
      /long\.pdf has 30 pages; documents may have up to 20/u,
    );
  });

  it.each([
    ['(Latin text.) Tj', { text: 'Latin text.' }],
    ['', { message: expect.stringMatching(/character maps UniGB-UCS2-H/u) }],
  ])('say so when it is the characters of a font: beside %j', async (beside, expected) => {
    const bytes = onePagePdf(
      pdfStream(`BT /F2 12 Tf 50 700 Td <4F60597D> Tj ET BT /F1 12 Tf 50 600 Td ${beside} ET`),
      '/Font << /F1 4 0 R /F2 6 0 R >>',
      [
        '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>',
        '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 8 0 R >>',
        '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 880 /Descent -120 >>',
      ],
    );
    const outcome = await readPdf(bytes, 'a.pdf').catch((error: unknown) => error);
    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify(outcome)).toContain('npm install pdfjs-dist');
  });

  it('are refused when their fonts do not tell what they show', async () => {
    const map = `/CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange
      1 beginbfrange <20> <7E> <E020> endbfrange`;
    const bytes = onePagePdf(
      pdfStream('BT /F2 12 Tf 50 700 Td (No letter of this can be told.) Tj ET'),
      '/Font << /F2 6 0 R >>',
      ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>', pdfStream(map)],
    );
    await expect(readPdf(bytes, 'shapes.pdf')).rejects.toMatchObject({
      message: expect.stringMatching(/shapes\.pdf has no readable text: its fonts/u),
      suggestions: [expect.stringContaining('--force-ocr')],
    });
  });
});
