import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const folder = new URL('examples/library-api/', root);
const page = readFileSync(new URL('docs/library.md', root), 'utf8');
const examples = readdirSync(folder);

describe('the examples of the library', () => {
  it('are all on the page, and the page names no others', () => {
    const named = [...page.matchAll(/^\[examples\/library-api\/(.+?)\]/gm)].map(
      (match) => match[1],
    );
    expect(new Set(named)).toEqual(new Set(examples));
  });

  it.each(examples)(
    '%s stands on the page as it is and prints what the page says',
    async (name) => {
      const file = new URL(name, folder);
      const code = readFileSync(file, 'utf8').replace('../../src/index.ts', 'seo-content');
      const { stdout, stderr } = await execa(process.execPath, [fileURLToPath(file)], {
        cwd: root,
      });
      expect(stderr).toBe('');
      const link = `[examples/library-api/${name}](../examples/library-api/${name})`;
      expect(page).toContain(
        `${link}\n\n\`\`\`ts\n${code.trimEnd()}\n\`\`\`\n\n\`\`\`text\n${stdout}\n\`\`\`\n`,
      );
    },
  );
});
