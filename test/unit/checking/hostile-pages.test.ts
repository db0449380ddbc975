import { describe, expect, it } from 'vitest';
import { checkPage } from '../../../src/checking/check-page.ts';
import { readPage } from '../../../src/checking/read-page.ts';
import { REASONABLE_MS } from '../../support/reasonable-time.ts';

const MEGABYTE = 1_000_000;

async function check(source: string, path: string) {
  const page = await readPage(new TextEncoder().encode(source), path);
  return checkPage(page, { keyword: 'tea pot', fileExists: () => true });
}

describe('pages from anywhere', () => {
  it.each(['page.md', 'page.html', 'page.txt'])(
    'checks 5 MB of one word in %s',
    async (path) => {
      expect(await check('a'.repeat(5 * MEGABYTE), path)).not.toEqual([]);
    },
    REASONABLE_MS,
  );

  it.each(['[', '\\', '<', '<!--', '`', '"', 'a. ', '[^1]', '漢', '# x\n', '> ', '&#', '{{'])(
    'takes time in proportion for %j, a hundred thousand times over',
    async (piece) => {
      const source = piece.repeat(100_000);
      for (const path of ['page.md', 'page.html']) {
        const rules = (await check(source, path)).map(({ rule }) => rule);
        expect(rules).toContain('description-missing');
      }
    },
    REASONABLE_MS,
  );

  it('reads UTF-16, and refuses what is no text', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('# Tea\n\nHot.', 'utf16le'),
    ]);
    expect((await readPage(utf16, 'a.md')).title?.text).toBe('Tea');
    for (const bytes of [Buffer.from([0x89, 0x50, 0, 1, 2]), Buffer.from([0xff, 0xd8, 0xff])]) {
      await expect(readPage(bytes, 'a.md')).rejects.toMatchObject({ code: 'DOCUMENT_UNREADABLE' });
    }
  });

  it('takes a web page under another name for what it is', async () => {
    const page = await readPage(Buffer.from('<!doctype html><title>T</title><p>x'), 'a.md');
    expect(page.format).toBe('html');
  });

  it('lets no alias of YAML grow without measure', async () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let depth = 1; depth < 30; depth += 1)
      lines.push(`a${depth}: &a${depth} [*a${depth - 1}, *a${depth - 1}]`);
    const page = await readPage(Buffer.from(`---\n${lines.join('\n')}\n---\nText.`), 'a.md');
    expect(page.blocks).toHaveLength(1);
  });
});
