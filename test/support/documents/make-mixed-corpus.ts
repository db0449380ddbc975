import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bombPdf,
  loopingPagesPdf,
  manyPagesPdf,
  nestedBombPdf,
  runLengthBombPdf,
} from './hostile-pdfs.ts';
import { makePdf, type PdfPageSpec, type PdfPart } from './make-pdf.ts';

/** A file of the corpus and what has to come of it. */
export interface CorpusFile {
  path: string;
  size: number;
  /** Text without warnings, text with a warning that matches, or an error that matches. */
  expected: { outcome: 'text' } | { outcome: 'warning' | 'error'; message: RegExp };
}

type Maker = [
  name: string,
  make: (seed: number) => Uint8Array | Promise<Uint8Array>,
  CorpusFile['expected'],
];

const text = { outcome: 'text' } as const;
const error = (message: RegExp) => ({ outcome: 'error', message }) as const;
const warning = (message: RegExp) => ({ outcome: 'warning', message }) as const;
const fixture = (name: string) => (): Uint8Array =>
  readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url));

/** Every kind of trouble, each of them made anew a few times in a corpus. */
const TROUBLES: readonly Maker[] = [
  [
    'truncated',
    async (seed) => mostOf(await ordinaryPdf(seed, 6)),
    error(/broken or truncated PDF/u),
  ],
  [
    'truncated-open',
    async (seed) => mostOf(await makePdf({ open: true, pages: ordinaryPages(seed, 6) })),
    warning(/end of the file is missing/u),
  ],
  [
    'cut-to-nothing',
    async (seed) => (await ordinaryPdf(seed, 2)).subarray(0, 60),
    error(/broken or truncated PDF/u),
  ],
  [
    'broken',
    async (seed) => scrambled(await ordinaryPdf(seed, 3), seed),
    error(/broken or truncated PDF/u),
  ],
  [
    'encrypted-aes256',
    fixture('encrypted-aes256.pdf'),
    error(/encrypted PDF that asks for a password/u),
  ],
  ['encrypted-rc4', fixture('encrypted-rc4.pdf'), error(/encrypted PDF that asks for a password/u)],
  ['owner-protected', fixture('owner-protected.pdf'), text],
  ['scanned', (seed) => makePdf({ pages: scans(2 + (seed % 4)) }), error(/probably scanned/u)],
  [
    'partly-scanned',
    (seed) => makePdf({ pages: [...ordinaryPages(seed, 3), ...scans(2)] }),
    warning(/2 of 5 pages have no text: 4–5/u),
  ],
  ['zero-bytes', () => new Uint8Array(), error(/is empty/u)],
  [
    'really-html',
    () =>
      Buffer.from('<!doctype html><html><body><p>Saved as a page, not as a PDF.</p></body></html>'),
    text,
  ],
  ['really-text', () => Buffer.from('Only a note about a file that was moved.\n'), text],
  [
    'really-an-image',
    () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    error(/PNG image/u),
  ],
  ['noise', (seed) => noise(seed, 20_000), error(/not a text file|not valid UTF-8/u)],
  ['unfolds', () => bombPdf(), error(/unfolds to more than/u)],
  ['unfolds-twice', () => nestedBombPdf(), error(/unfolds to more than/u)],
  ['unfolds-by-runs', () => runLengthBombPdf(), error(/unfolds to more than/u)],
  ['pages-in-a-circle', () => loopingPagesPdf(), error(/broken PDF/u)],
  ['too-many-pages', () => manyPagesPdf(5001), error(/5,001 pages/u)],
];
/** Those of which one takes seconds. */
const HEAVY = new Set(['unfolds', 'unfolds-twice', 'unfolds-by-runs', 'too-many-pages']);

/**
 * Writes `count` PDFs into a folder, most of them ordinary ones of one to eight pages, one of 500 pages, a third with
 * every kind of trouble.
 * @returns the files with what has to come of each, in order of their names
 */
export async function makeMixedCorpus(folder: string, count = 200): Promise<CorpusFile[]> {
  await mkdir(folder, { recursive: true });
  const files: CorpusFile[] = [];
  const add = async (name: string, bytes: Uint8Array, expected: CorpusFile['expected']) => {
    const path = join(folder, `${String(files.length).padStart(3, '0')}-${name}.pdf`);
    await writeFile(path, bytes);
    files.push({ path, size: bytes.length, expected });
  };
  await add('500-pages', await ordinaryPdf(0, 500), text);
  for (let seed = 1; files.length < count; seed++) {
    const trouble = seed % 3 === 0 ? TROUBLES[(seed / 3 - 1) % TROUBLES.length] : undefined;
    const isAgain = seed / 3 > TROUBLES.length;
    if (trouble === undefined || (isAgain && HEAVY.has(trouble[0])))
      await add('ordinary', await ordinaryPdf(seed, 1 + (seed % 8)), text);
    else await add(trouble[0], await trouble[1](seed), trouble[2]);
  }
  return files;
}

const TOPICS = ['pump', 'tank', 'valve', 'radiator', 'meter', 'boiler', 'pipe', 'sensor'];

/** A manual with headings, paragraphs, lists and tables, as its pages go. */
export function ordinaryPdf(seed: number, pages: number): Promise<Uint8Array> {
  return makePdf({
    title: `Manual ${seed}`,
    author: 'Ann Example',
    language: 'en',
    pages: ordinaryPages(seed, pages),
  });
}

function ordinaryPages(seed: number, count: number): PdfPageSpec[] {
  return Array.from({ length: count }, (_, index) => ({
    header: `Manual ${seed}`,
    footer: `Page ${index + 1} of ${count}`,
    parts: ordinaryParts(seed * 31 + index),
  }));
}

function ordinaryParts(seed: number): PdfPart[] {
  const topic = TOPICS[seed % TOPICS.length] ?? 'pump';
  const sentences = (from: number, number: number): string =>
    Array.from({ length: number }, (_, index) => {
      const value = ((seed + from + index) % 89) + 11;
      return `The ${topic} of series ${seed} takes ${value} litres at ${value % 40} degrees, and its keeper looks at it every ${value} days.`;
    }).join(' ');
  return [
    { heading: `The ${topic} ${seed}` },
    { text: sentences(0, 6) },
    { bold: 'What to look at' },
    { item: sentences(7, 1) },
    { item: `The seal of the ${topic}` },
    {
      rows: [
        ['Part', 'Litres', 'Price'],
        ['Small', '40', '120 EUR'],
        ['Large', '90', '240 EUR'],
      ],
    },
    { text: sentences(10, 9) },
    { text: sentences(20, 5) },
  ];
}

function scans(count: number): PdfPageSpec[] {
  return Array.from({ length: count }, () => ({ parts: [{ picture: true }] }));
}

function mostOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * 0.8));
}

/** Keeps the first line and nothing else that makes sense. */
function scrambled(bytes: Uint8Array, seed: number): Uint8Array {
  return Buffer.concat([bytes.subarray(0, 9), noise(seed, bytes.length)]);
}

function noise(seed: number, length: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  });
}
