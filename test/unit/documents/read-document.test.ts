import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { readDocument } from '../../../src/documents/read-document.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('readDocument', () => {
  it('reads a file with all that is known of it', async () => {
    const path = await file('my-notes.md', '\ufeff# Notes\r\n\r\nText\u001b[31m here.\r\n');
    expect(await readDocument(path)).toEqual({
      path,
      kind: 'markdown',
      title: 'Notes',
      text: '# Notes\n\nText here.',
      sha256: createHash('sha256').update('# Notes\n\nText here.').digest('hex'),
      warnings: [],
    });
  });

  it.each([
    ['a.txt', '<!DOCTYPE html><p>Web page</p>', 'html'],
    ['a.markdown', 'Text', 'markdown'],
    ['a.HTM', '<p>Text</p>', 'html'],
    ['README', '# Heading\n\nText', 'markdown'],
    ['plain', 'Text that is nothing else', 'text'],
  ])('knows the kind of %s', async (name, content, kind) => {
    expect((await readDocument(await file(name, content))).kind).toBe(kind);
  });

  it('names a document without a title after its file', async () => {
    const path = await file('two_good-reasons.md', 'Text.');
    expect((await readDocument(path)).title).toBe('two good reasons');
  });

  it('reads UTF-16 with a byte order mark, and the charset that a page declares', async () => {
    const wide = await file('wide.txt', Buffer.from('\ufeffWide text', 'utf16le'));
    expect((await readDocument(wide)).text).toBe('Wide text');
    const old = await file(
      'old.html',
      Buffer.from('<meta charset="iso-8859-1"><p>café</p>', 'latin1'),
    );
    expect((await readDocument(old)).text).toBe('café');
  });

  it.each([
    ['binary.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /is not a text file/u],
    ['nul.txt', Buffer.from('valid UTF-8 \u0000 with a NUL'), /is not a text file/u],
    ['latin.txt', Buffer.from('café au lait', 'latin1'), /is not valid UTF-8/u],
    ['empty.md', Buffer.from(''), /has no readable text/u],
    [
      'blank.html',
      Buffer.from('<html><body><script>x</script></body></html>'),
      /has no readable text/u,
    ],
    ['deep.html', Buffer.from('<b>'.repeat(9000)), /could not be understood as html.*nested/u],
  ])('refuses %s and names it', async (name, content, message) => {
    const path = await file(name, content);
    const error: unknown = await readDocument(path).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
      message: expect.stringMatching(message),
    });
    expect(error).toMatchObject({ message: expect.stringContaining(name) });
  });

  it('refuses missing files, folders and files above the limit', async () => {
    await expect(readDocument(join(folder, 'missing.md'))).rejects.toThrow(
      /missing\.md could not be read: it does not exist/u,
    );
    await expect(readDocument(folder)).rejects.toMatchObject({ code: 'DOCUMENT_UNREADABLE' });
    const path = await file('large.txt', 'x'.repeat(2000));
    await expect(readDocument(path, { maxBytes: 1000 })).rejects.toThrow(/large\.txt has 0\.0 MB/u);
  });

  it('takes a huge single line', async () => {
    const path = await file('line.txt', 'word '.repeat(400_000));
    expect((await readDocument(path)).text).toHaveLength(400_000 * 5 - 1);
  });

  it('stops when aborted', async () => {
    const path = await file('abort.md', 'Text.');
    const reason = new Error('stop');
    await expect(readDocument(path, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
