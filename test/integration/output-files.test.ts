import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { checkOutputDirectory } from '../../src/output/check-output-directory.ts';
import { removeLeftovers } from '../../src/output/remove-leftovers.ts';
import { writeFileAtomically } from '../../src/output/write-file-atomically.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'output-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failure = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`);
  return error;
};

describe('writeFileAtomically', () => {
  it('writes the file, makes its folder and leaves nothing else', async () => {
    await writeFileAtomically(join(folder, 'research', 'tea.json'), 'お茶\n');
    expect(await readFile(join(folder, 'research', 'tea.json'), 'utf8')).toBe('お茶\n');
    expect(await readdir(join(folder, 'research'))).toEqual(['tea.json']);
  });

  it('replaces an old file whole, also when many write it at once', async () => {
    const path = join(folder, 'tea.md');
    await writeFile(path, 'old and longer than the new one');
    const contents = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(10_000));
    await Promise.all(contents.map((content) => writeFileAtomically(path, content)));
    expect(contents).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['tea.md']);
  });

  it('leaves no temporary file when it fails, and the old content as it was', async () => {
    await mkdir(join(folder, 'tea.md', 'inside'), { recursive: true });
    const error = await failure(writeFileAtomically(join(folder, 'tea.md'), 'x'));
    expect(error.code).toBe('OUTPUT_UNWRITABLE');
    expect(error.message).toContain(join(folder, 'tea.md'));
    expect(await readdir(folder)).toEqual(['tea.md']);
    expect(await readdir(join(folder, 'tea.md'))).toEqual(['inside']);
  });

  it('writes names of 80 bytes in any script', async () => {
    const path = join(folder, `${'ヒ'.repeat(26)}.html`);
    await writeFileAtomically(path, 'x');
    expect(await readFile(path, 'utf8')).toBe('x');
  });
});

describe('removeLeftovers', () => {
  it('removes what an owner left behind, and nothing else', async () => {
    const others = ['.tea.md.run-2.0b.tmp', 'tea.md', '.run-1.tmp.md', 'tea.run-1.tmp'];
    for (const name of [...others, '.tea.md.run-1.0a.tmp']) await writeFile(join(folder, name), '');
    removeLeftovers(folder, 'run-1');
    expect((await readdir(folder)).toSorted()).toEqual(others.toSorted());
    removeLeftovers(join(folder, 'none'), 'run-1');
  });
});

describe('checkOutputDirectory', () => {
  it('makes the folder and leaves it empty', async () => {
    await checkOutputDirectory(join(folder, 'a', 'b'));
    expect(await readdir(join(folder, 'a', 'b'))).toEqual([]);
  });

  it('leaves what is there alone', async () => {
    await writeFile(join(folder, 'tea.md'), 'x');
    await checkOutputDirectory(folder);
    expect(await readdir(folder)).toEqual(['tea.md']);
  });

  it('refuses a file in the place of the folder', async () => {
    await writeFile(join(folder, 'content'), 'x');
    const error = await failure(checkOutputDirectory(join(folder, 'content')));
    expect(error.code).toBe('OUTPUT_UNWRITABLE');
    expect(error.message).toMatch(/a file stands where the folder should be/);
    expect(error.suggestions.join()).toContain('--output-dir');
  });

  it('refuses a folder below a file', async () => {
    await writeFile(join(folder, 'content'), 'x');
    const error = await failure(checkOutputDirectory(join(folder, 'content', 'deep')));
    expect(error.code).toBe('OUTPUT_UNWRITABLE');
  });

  it.runIf(process.platform === 'linux')('refuses a folder that nobody can write to', async () => {
    const error = await failure(checkOutputDirectory('/proc/self'));
    expect(error.code).toBe('OUTPUT_UNWRITABLE');
  });
});
