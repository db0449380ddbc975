import { deflateSync } from 'node:zlib';
import { makeRawPdf, onePagePdf, pdfStream } from './make-raw-pdf.ts';

const MEGABYTE = 1024 * 1024;

/** A page whose stream of a few hundred kilobytes unfolds to `megabytes`. */
export function bombPdf(megabytes = 200): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * MEGABYTE, ' '));
  return onePagePdf(pdfStream(packed, '/Filter /FlateDecode'));
}

/** The same, packed twice: a few hundred bytes. */
export function nestedBombPdf(megabytes = 200): Uint8Array {
  const packed = deflateSync(deflateSync(Buffer.alloc(megabytes * MEGABYTE, ' ')));
  return onePagePdf(pdfStream(packed, '/Filter [/FlateDecode /FlateDecode]'));
}

/** Runs of one byte: two bytes unfold to 128, in a way that is not looked at before. */
export function runLengthBombPdf(megabytes = 1000): Uint8Array {
  const runs = Buffer.alloc((megabytes * MEGABYTE) / 64, Buffer.from([129, 32]));
  return onePagePdf(pdfStream(runs, '/Filter /RunLengthDecode'));
}

/** Drawings in drawings: each draws the next ten times, thirty deep, so that reading it never ends. */
export function endlessPdf(): Uint8Array {
  const first = 6;
  const depth = 30;
  const forms = Array.from({ length: depth }, (_, index) => {
    const next = first + index + 1;
    const isLast = index === depth - 1;
    return isLast
      ? pdfStream('BT /F1 9 Tf (deep) Tj ET', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]')
      : pdfStream(
          '/X Do '.repeat(10),
          `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} 0 R >> >>`,
        );
  });
  return onePagePdf(
    pdfStream('BT /F1 12 Tf 50 700 Td (Above the drawing.) Tj ET /X Do'),
    `/XObject << /X ${first} 0 R >>`,
    forms,
  );
}

/** A tree of pages that has itself as its child. */
export function loopingPagesPdf(): Uint8Array {
  return makeRawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100 >>',
  ]);
}

/** Empty pages. */
export function manyPagesPdf(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ');
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  return makeRawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    ...Array.from({ length: count }, () => page),
  ]);
}
