import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Workplace } from '../support/cli.ts';
import { bombPdf } from '../support/documents/hostile-pdfs.ts';
import { makeDocx } from '../support/documents/make-docx.ts';
import { makePdf } from '../support/documents/make-pdf.ts';

const SEALED = fileURLToPath(
  new URL('../fixtures/documents/encrypted-aes256.pdf', import.meta.url),
);

it('the built program reads PDFs, Word documents and tables in its workers', async () => {
  await using place = await Workplace.open();
  const docs = join(place.folder, 'docs');
  await mkdir(docs);
  const page = (text: string) => ({ parts: [{ heading: 'Teapots' }, { text }] });
  const pdf = await makePdf({
    pages: [page('A teapot of clay keeps warm.'), page('A teapot of iron keeps warm longer.')],
  });
  await writeFile(join(docs, 'teapot.pdf'), pdf);
  await writeFile(
    join(docs, 'kettle.docx'),
    makeDocx({ parts: [{ text: 'A kettle boils water.' }] }),
  );
  await writeFile(join(docs, 'prices.csv'), 'ware,price\nTray,12 EUR\nLadle,9 EUR\n');
  await writeFile(join(docs, 'bomb.pdf'), bombPdf(100));
  await copyFile(SEALED, join(docs, 'sealed.pdf'));

  const add = ['library', 'add', 'docs', '--embeddings', 'none', '--workers', '2'];
  const first = await place.run(add);
  expect(first.exitCode).toBe(1);
  expect(first.stdout).toContain('3 of 5 documents added');
  expect(first.all).toMatch(/bomb\.pdf unfolds to more than 64 MB/u);
  expect(first.all).toMatch(/sealed\.pdf is an encrypted PDF that asks for a password/u);

  const second = await place.run([...add, '--password', 'open sesame']);
  expect(second.all).not.toContain('sealed.pdf is an encrypted');
  const found = async (words: string): Promise<string> =>
    (await place.run(['library', 'search', words, '--json'])).stdout;
  expect(await found('iron teapot')).toMatch(/teapot\.pdf/u);
  expect(await found('kettle')).toMatch(/kettle\.docx/u);
  expect(await found('ladle price')).toMatch(/ware: Ladle \| price: 9 EUR/u);
  expect(await found('sealed tank')).toMatch(/sealed\.pdf/u);
}, 120_000);
