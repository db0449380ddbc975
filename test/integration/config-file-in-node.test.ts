import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'config-in-node-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const module = new URL('../../src/config/load-settings.ts', import.meta.url).href;
const program = `
  const { loadSettings } = await import(${JSON.stringify(module)});
  await loadSettings({ cwd: process.cwd(), environment: {} }).then(
    (loaded) => console.log(loaded.settings.parallel),
    (error) => console.log(error.code, error.message),
  );
`;
const load = () =>
  execa(process.execPath, ['--input-type=module', '-e', program], { cwd, stdin: 'ignore' });

const TYPED = "import type { X } from 'nowhere';\n\nexport default { parallel: 3 } satisfies X;\n";

// Node itself loads the file here; the test runner would transform it first.
describe('a configuration in a folder whose package.json', () => {
  it.each([
    ['is missing', undefined],
    ['has no type', '{}'],
    ['says commonjs, as npm init writes it', '{ "type": "commonjs" }'],
    ['says module', '{ "type": "module" }'],
  ])('%s loads without a warning', async (_, manifest) => {
    if (manifest !== undefined) await writeFile(join(cwd, 'package.json'), manifest);
    await writeFile(join(cwd, 'seo-content.config.ts'), TYPED);
    expect(await load()).toMatchObject({ stdout: '3', stderr: '' });

    await rm(join(cwd, 'seo-content.config.ts'));
    await writeFile(join(cwd, 'seo-content.config.js'), 'export default { parallel: 4 };');
    expect(await load()).toMatchObject({ stdout: '4', stderr: '' });
  });

  it('says commonjs may use module.exports', async () => {
    await writeFile(join(cwd, 'package.json'), '{ "type": "commonjs" }');
    await writeFile(join(cwd, 'seo-content.config.js'), 'module.exports = { parallel: 5 };');
    expect(await load()).toMatchObject({ stdout: '5', stderr: '' });
  });
});

describe('a configuration that is broken', () => {
  it('is named with the line of the fault', async () => {
    await writeFile(join(cwd, 'seo-content.config.ts'), '\nexport default { parallel: ; };\n');
    expect((await load()).stdout).toMatch(
      /^CONFIG_INVALID seo-content\.config\.ts, line 2 cannot be loaded: /,
    );
    await writeFile(
      join(cwd, 'seo-content.config.ts'),
      "\n\nthrow new Error('no');\nexport default {};\n",
    );
    expect((await load()).stdout).toBe(
      'CONFIG_INVALID seo-content.config.ts, line 3 cannot be loaded: no.',
    );
  });

  it('may import what is not there', async () => {
    await writeFile(
      join(cwd, 'seo-content.config.ts'),
      "import './gone.ts';\nexport default {};\n",
    );
    expect((await load()).stdout).toContain('seo-content.config.ts');
    expect((await load()).stdout).toContain('gone.ts');
  });
});
