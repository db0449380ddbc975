import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentReader, ReaderOptions } from '../../src/documents/document-reader.ts';
import { openDocumentReader } from '../../src/documents/open-document-reader.ts';
import { PooledReader, type ReaderInternals } from '../../src/documents/pooled-reader.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { endlessPdf, runLengthBombPdf } from '../support/documents/hostile-pdfs.ts';
import { makeDocx } from '../support/documents/make-docx.ts';
import { makeMixedCorpus } from '../support/documents/make-mixed-corpus.ts';
import { makePdf } from '../support/documents/make-pdf.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'document-reader-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

let readers: DocumentReader[] = [];
afterEach(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
  readers = [];
});

function open(options: ReaderOptions = {}): DocumentReader {
  const reader = openDocumentReader({ workers: 2, ...options });
  readers.push(reader);
  return reader;
}

const BREAKING = fileURLToPath(new URL('../support/documents/breaking-worker.ts', import.meta.url));

function openBreaking(
  options: ReaderOptions = {},
  internals: ReaderInternals = {},
): DocumentReader {
  const reader = new PooledReader({ workers: 1, ...options }, { entry: BREAKING, ...internals });
  readers.push(reader);
  return reader;
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const PDF = { title: 'Pumps', pages: [{ parts: [{ text: 'A pump moves heat.' }] }] };
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/documents/${name}`, import.meta.url));

describe('openDocumentReader', () => {
  it('reads every kind, each with the facts of its file', async () => {
    const bytes = await makePdf(PDF);
    const path = await file('pumps.pdf', bytes);
    const reader = open();
    expect(await reader.read(path)).toEqual({
      path,
      kind: 'pdf',
      title: 'Pumps',
      publishedAt: '2025-03-09',
      text: 'A pump moves heat.',
      pages: [{ page: 1, start: 0, end: 18 }],
      warnings: [],
      sha256: createHash('sha256').update('A pump moves heat.').digest('hex'),
      fileSha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    });
    const kinds = await Promise.all(
      [
        await file('a.docx', makeDocx({ parts: [{ text: 'A pump.' }] })),
        await file('a.csv', 'name,power\nPump,8 kW\n'),
        await file('a.tsv', 'name\tpower\nPump\t8 kW\n'),
        await file('a.jsonl', '{"name":"Pump"}\n'),
        await file('a.md', '# Pump\n'),
        await file('a.html', '<p>A pump.</p>'),
        await file('a.txt', 'A pump.'),
      ].map(async (one) => (await reader.read(one)).kind),
    );
    expect(kinds).toEqual(['docx', 'csv', 'csv', 'jsonl', 'markdown', 'html', 'text']);
  });

  it('goes by what a file holds and not by its name', async () => {
    const pdf = await makePdf(PDF);
    const docx = makeDocx({ parts: [{ text: 'A pump.' }] });
    const page = '<!doctype html><html><body><p>A pump.</p></body></html>';
    const files: [string, string | Uint8Array, string][] = [
      ['really-pdf.txt', pdf, 'pdf'],
      ['really-pdf', pdf, 'pdf'],
      ['noise-before.pdf', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), pdf]), 'pdf'],
      ['really-docx.pdf', docx, 'docx'],
      ['really-html.pdf', page, 'html'],
      ['really-text.pdf', 'Only a note.', 'text'],
      ['really-markdown.docx', '# A note\n', 'markdown'],
      ['really-html.csv', page, 'html'],
    ];
    const reader = open();
    for (const [name, content, kind] of files)
      expect([name, (await reader.read(await file(name, content))).kind]).toEqual([name, kind]);
  });

  it('opens encrypted files with the password, and those that need none without', async () => {
    const sealed = ['encrypted-aes256.pdf', 'encrypted-rc4.pdf'].map(fixture);
    const reader = open({ password: 'open sesame' });
    for (const path of [...sealed, fixture('owner-protected.pdf')])
      expect((await reader.read(path)).text).toBe('The sealed tank holds 120 litres of water.');
    for (const path of sealed) {
      await expect(open().read(path)).rejects.toMatchObject({
        code: 'DOCUMENT_UNREADABLE',
        message: expect.stringMatching(/asks for a password/u),
        suggestions: [expect.stringContaining('--password')],
      });
      await expect(open({ password: 'Open Sesame' }).read(path)).rejects.toThrow(
        /does not open it/u,
      );
    }
  });
});

describe('files that cannot be read', () => {
  it.each<[string, string | Uint8Array, RegExp, RegExp]>([
    ['empty.pdf', '', /is empty/u, /save its text/u],
    ['cut.pdf', '%PDF-1.7\n1 0 obj\n<<', /broken or truncated PDF/u, /Get the file again/u],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Office file/u, /\.docx/u],
    [
      'old-word.doc',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('WordDocument', 'utf16le'),
      ]),
      /Word before 2007/u,
      /libreoffice/u,
    ],
    [
      'sealed.docx',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      /protected by a password/u,
      /take the password out/u,
    ],
    ['rich.docx', '{\\rtf1 text}', /rich text format/u, /\.docx/u],
    ['picture.pdf', Buffer.from('ffd8ffe000104a46', 'hex'), /JPEG image/u, /OCR/u],
    ['packed.txt', Buffer.from('1f8b0800', 'hex'), /gzip archive/u, /Unpack/u],
    ['data.csv', Buffer.from([0, 1, 2, 3]), /not a text file/u, /UTF-8/u],
    ['lines.jsonl', 'no\nJSON', /None of its lines is JSON/u, /./u],
  ])('%s: what it is and what to do', async (name, content, what, remedy) => {
    const path = await file(name, content);
    const expected = {
      name: 'AppError',
      code: 'DOCUMENT_UNREADABLE',
      message: expect.stringMatching(what),
      suggestions: expect.arrayContaining([expect.stringMatching(remedy)]),
    };
    await expect(open().read(path)).rejects.toMatchObject(expected);
    await expect(open().read(path)).rejects.toThrow(name);
    await expect(readDocument(path)).rejects.toMatchObject(expected);
  });

  it('missing, a folder, a dangling link, too large', async () => {
    const reader = open({ maxBytes: 1000 });
    await expect(reader.read(join(folder, 'nowhere.pdf'))).rejects.toThrow(/does not exist/u);
    await expect(reader.read(folder)).rejects.toThrow(/is a folder/u);
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling.pdf'));
    await expect(reader.read(join(folder, 'dangling.pdf'))).rejects.toThrow(/does not exist/u);
    const large = await file('large.pdf', Buffer.alloc(2_000_000));
    await expect(reader.read(large)).rejects.toMatchObject({
      message: expect.stringMatching(/has 1\.9 MB; documents may have up to 0\.0 MB/u),
      suggestions: ['Split it into smaller files.'],
    });
  });

  it.skipIf(process.platform !== 'linux')('a device that never ends', async () => {
    await expect(open({ maxBytes: 5_000_000 }).read('/dev/zero')).rejects.toThrow(/up to 4\.8 MB/u);
  });
});

describe('files that break a worker', () => {
  let good: string;
  beforeAll(async () => {
    good = await file('good.txt', 'Still here.');
  });

  it.each([
    ['exit', /broke the worker that read it/u],
    ['throw', /broke the worker that read it: thrown beside the task/u],
    ['reject', /broke the worker that read it: not of ours\.?$/u],
    ['memory', /needs more than 64 MB of memory/u],
  ])('fail alone, and the pool lives on: %s', async (way, message) => {
    const reader = openBreaking({}, { heapMb: 64 });
    const path = await file(`break-${way}.txt`, 'x');
    const [broken, before, after] = await Promise.allSettled([
      reader.read(path),
      reader.read(good),
      reader.read(good),
    ]);
    expect(broken).toMatchObject({
      status: 'rejected',
      reason: { code: 'DOCUMENT_UNREADABLE', message: expect.stringMatching(message) },
    });
    expect([before, after]).toMatchObject([
      { value: { text: 'Still here.' } },
      { value: { text: 'Still here.' } },
    ]);
  });

  it('may take only so long, in a loop that nothing interrupts', async () => {
    const reader = openBreaking({ timeoutMs: 1500 });
    const [looping, waiting] = await Promise.allSettled([
      reader.read(await file('break-loop.txt', 'x')),
      reader.read(good),
    ]);
    expect(looping).toMatchObject({
      reason: { message: expect.stringMatching(/could not be read within 2 seconds/u) },
    });
    expect(waiting).toMatchObject({ value: { text: 'Still here.' } });
  });

  it('may take only so long: a PDF that draws without end', async () => {
    const path = await file('endless.pdf', endlessPdf());
    await expect(open({ timeoutMs: 2000 }).read(path)).rejects.toThrow(/within 2 seconds/u);
    await expect(readDocument(path, { timeoutMs: 2000 })).rejects.toThrow(/within 2 seconds/u);
  });

  it('may take only so much memory for buffers', async () => {
    const path = await file('runs.pdf', runLengthBombPdf());
    const reader = open();
    await expect(reader.read(path)).rejects.toThrow(/unfolds to more than \d+ MB in memory/u);
    expect((await reader.read(good)).text).toBe('Still here.');
  });
});

describe('abort', () => {
  it('ends a running parse and those that wait, and the pool lives on', async () => {
    const reader = openBreaking();
    const controller = new AbortController();
    const { signal } = controller;
    const paths = [
      await file('break-loop.txt', 'x'),
      await file('a1.txt', 'x'),
      await file('a2.txt', 'x'),
    ];
    const reads = paths.map((path) => reader.read(path, { signal }));
    const other = reader.read(await file('other.txt', 'Not aborted.'));
    const reason = new Error('stop');
    controller.abort(reason);
    const outcomes = await Promise.allSettled(reads);
    expect(outcomes).toEqual(paths.map(() => ({ status: 'rejected', reason })));
    expect((await other).text).toBe('Not aborted.');
    await expect(reader.read(paths[0] ?? '', { signal })).rejects.toBe(reason);
  });

  it('ends a parse that has begun', async () => {
    const reader = openBreaking();
    // A worker that is there takes the next task at once.
    await reader.read(await file('warm.txt', 'Warm.'));
    const controller = new AbortController();
    const reading = reader.read(await file('break-loop.txt', 'x'), { signal: controller.signal });
    const reason = new Error('stop');
    setTimeout(() => controller.abort(reason), 300);
    await expect(reading).rejects.toBe(reason);
    expect((await reader.read(await file('warm.txt', 'Warm.'))).text).toBe('Warm.');
  });
});

describe('a mixed corpus', () => {
  it('has an outcome for every file, and the right one', async () => {
    const files = await makeMixedCorpus(join(folder, 'corpus'), 62);
    const largestFirst = files.toSorted((one, other) => other.size - one.size);
    const reader = open();
    const outcomes = await Promise.all(
      largestFirst.map(async ({ path, expected }) => {
        const message = await reader.read(path).then(
          ({ warnings }) => warnings.join(' '),
          (error: Error) => error.message,
        );
        const isRight =
          expected.outcome === 'text' ? message === '' : expected.message.test(message);
        return isRight ? '' : `${path}: ${message}`;
      }),
    );
    expect(outcomes.filter((outcome) => outcome !== '')).toEqual([]);
    expect(outcomes).toHaveLength(62);
  });

  it('does not change what is read when more workers read it', async () => {
    const path = await file(
      'same.pdf',
      await readFile(join(folder, 'corpus', '000-500-pages.pdf')),
    );
    const [one, again] = await Promise.all([open({ workers: 1 }).read(path), open().read(path)]);
    expect(again).toEqual(one);
    expect(one.pages).toHaveLength(500);
  });
});
