import { describe, expect, it } from 'vitest';
import { planInit, type InitFile, type InitFolder } from '../../../../src/cli/init/plan-init.ts';

const FILES: InitFile[] = [
  { path: 'seo-content.config.ts', content: 'config', purpose: 'settings' },
  { path: 'keywords.csv', content: 'keyword', purpose: 'keywords', isData: true },
];
const EMPTY: InitFolder = { taken: new Set(), configFiles: [], isRepository: false };
const FULL: InitFolder = {
  ...EMPTY,
  taken: new Set(['seo-content.config.ts', 'keywords.csv']),
  configFiles: ['seo-content.config.ts'],
};

const kinds = (folder: InitFolder, force = false) =>
  Object.fromEntries(planInit(FILES, folder, { force }).map(({ path, kind }) => [path, kind]));
const ignore = (gitignore: string | undefined, isRepository = true) =>
  planInit(
    [],
    { ...EMPTY, isRepository, ...(gitignore === undefined ? {} : { gitignore }) },
    { force: false },
  )[0];

describe('planInit', () => {
  it('writes everything into an empty folder, and no .gitignore outside of a repository', () => {
    expect(kinds(EMPTY)).toEqual({ 'seo-content.config.ts': 'written', 'keywords.csv': 'written' });
  });

  it('keeps what is there, and overwrites with force all but the user’s data', () => {
    expect(kinds(FULL)).toEqual({ 'seo-content.config.ts': 'kept', 'keywords.csv': 'kept' });
    expect(kinds(FULL, true)).toEqual({
      'seo-content.config.ts': 'overwritten',
      'keywords.csv': 'kept',
    });
    expect(
      planInit(FILES, FULL, { force: false }).every(({ content }) => content === undefined),
    ).toBe(true);
  });

  it('never makes a second configuration', () => {
    const folder = { ...EMPTY, configFiles: ['seo-content.config.json'] };
    expect(kinds(folder, true)['seo-content.config.ts']).toBe('kept');
  });

  it.each([
    [undefined, 'written', '.seo-content/\n.env\n'],
    ['', 'extended', '.seo-content/\n.env\n'],
    ['dist', 'extended', 'dist\n.seo-content/\n.env\n'],
    ['dist\r\n.env\r\n', 'extended', 'dist\r\n.env\r\n.seo-content/\r\n'],
    ['/.env\n.seo-content\n', 'kept', undefined],
    [
      '# .env\n.env.local\n.seo-content/\n',
      'extended',
      '# .env\n.env.local\n.seo-content/\n.env\n',
    ],
    ['caf\ufffd\n', 'kept', undefined],
  ])('.gitignore %j is %s', (before, kind, after) => {
    expect(ignore(before)).toMatchObject({ kind });
    expect(ignore(before)?.content).toBe(after);
  });

  it('extends a .gitignore outside of a repository too', () => {
    expect(ignore('dist\n', false)?.kind).toBe('extended');
    expect(ignore(undefined, false)).toBeUndefined();
  });
});
