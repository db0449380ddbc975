import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConfigFile } from '../../../src/config/find-config-file.ts';
import { readConfigFile } from '../../../src/config/read-config-file.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'config-file-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function read(name: string, text: string): Promise<unknown> {
  await writeFile(join(directory, name), text);
  return readConfigFile(directory, name);
}

describe('findConfigFile', () => {
  it('finds the one file and refuses to choose between two', async () => {
    expect(await findConfigFile(directory)).toBeUndefined();
    await writeFile(join(directory, 'seo-content.config.json'), '{}');
    expect(await findConfigFile(directory)).toBe('seo-content.config.json');
    await writeFile(join(directory, 'seo-content.config.ts'), '');
    await expect(findConfigFile(directory)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('seo-content.config.ts, seo-content.config.json'),
    });
  });
});

describe('readConfigFile', () => {
  it('reads .ts, .js and .json', async () => {
    const typed =
      "import type { X } from 'nowhere';\nexport default { parallel: 2 } satisfies X;\n";
    expect(await read('seo-content.config.ts', typed)).toEqual({ parallel: 2 });
    expect(await read('seo-content.config.js', 'export default { parallel: 3 };')).toEqual({
      parallel: 3,
    });
    expect(await read('seo-content.config.json', '\ufeff{ "parallel": 4 }')).toEqual({
      parallel: 4,
    });
  });

  it.each([
    'export const x = 1;',
    'export default [1];',
    'export default () => ({});',
    'export default null;',
  ])('refuses %s', async (source) => {
    await expect(read('seo-content.config.ts', source)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'seo-content.config.ts does not export an object with settings.',
    });
  });

  it('names the file, the line and the reason when the file throws', async () => {
    const source = "\n\nthrow new Error('no such plan');\nexport default {};\n";
    await expect(read('seo-content.config.ts', source)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(/^seo-content\.config\.ts.* cannot be loaded: no such plan$/),
    });
    await expect(read('seo-content.config.js', "throw 'text';")).rejects.toMatchObject({
      message: expect.stringContaining('cannot be loaded: text'),
    });
  });

  it('refuses what is too large or no text', async () => {
    await expect(
      read('seo-content.config.json', `"${'x'.repeat(1_100_000)}"`),
    ).rejects.toMatchObject({
      message: 'seo-content.config.json is larger than 1024 KiB.',
    });
    await writeFile(join(directory, 'seo-content.config.js'), Buffer.from([0xff, 0xfe, 0x00]));
    await expect(readConfigFile(directory, 'seo-content.config.js')).rejects.toMatchObject({
      message: 'seo-content.config.js is not UTF-8 text.',
    });
  });
});
