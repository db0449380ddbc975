import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkReportPaths } from '../../src/reports/check-report-paths.ts';
import { writeReports } from '../../src/reports/write-reports.ts';
import { summaryOf } from '../support/run-events.ts';
import { sampleContext, sampleItems } from '../unit/reports/samples.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const summary = summaryOf(sampleItems());
const at = (...names: string[]) => join(folder, ...names);

describe('writeReports', () => {
  it('writes every format by its ending, and makes the folders', async () => {
    const beginnings = {
      'a.csv': 'keyword,status',
      'a.json': '{\n  "run": "r1"',
      'a.jsonl': '{"run":"r1"',
      'a.junit.xml': '<?xml version="1.0"',
      'a.md': '## seo-content batch',
      'a.html': '<!DOCTYPE html>',
    };
    const names = Object.keys(beginnings);
    await writeReports(
      summary,
      names.map((name) => at('deep', 'er', name)),
      sampleContext(),
    );
    expect((await readdir(at('deep', 'er'))).toSorted()).toEqual(names.toSorted());
    for (const [name, beginning] of Object.entries(beginnings)) {
      expect((await readFile(at('deep', 'er', name), 'utf8')).startsWith(beginning)).toBe(true);
    }
  });

  it('tries them all before it tells which could not be written', async () => {
    await writeFile(at('file'), '');
    await mkdir(at('folder.md'));
    const paths = [at('file', 'a.csv'), at('folder.md'), at('good.json')];
    await expect(writeReports(summary, paths, sampleContext())).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      message: expect.stringMatching(/^2 reports cannot be written:\n.*a\.csv.*\n.*folder\.md/),
    });
    expect(JSON.parse(await readFile(at('good.json'), 'utf8'))).toEqual(summary);
  });
});

describe('checkReportPaths', () => {
  it('makes the folders, and leaves them empty', async () => {
    await checkReportPaths([at('x', 'a.csv'), at('x', 'b.csv'), at('y', 'a.csv')]);
    expect(await readdir(at('x'))).toEqual([]);
    await checkReportPaths([]);
  });

  it('leaves an older report as it is', async () => {
    await writeFile(at('a.csv'), 'old');
    await checkReportPaths([at('a.csv')]);
    expect(await readFile(at('a.csv'), 'utf8')).toBe('old');
  });

  it('looks at every ending before it makes a folder', async () => {
    await expect(checkReportPaths([at('x', 'a.csv'), at('b.doc')])).rejects.toMatchObject({
      code: 'USAGE',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses two names of one file, also through a link', async () => {
    await mkdir(at('real'));
    await symlink(at('real'), at('link'));
    for (const other of [at('real', '..', 'real', 'a.csv'), at('link', 'a.csv')]) {
      await expect(checkReportPaths([at('real', 'a.csv'), other])).rejects.toMatchObject({
        code: 'USAGE',
        message: expect.stringContaining('one file'),
      });
    }
  });

  it('refuses a folder in the place of the file', async () => {
    await mkdir(at('a.csv'));
    await expect(checkReportPaths([at('a.csv')])).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('is a folder'),
    });
  });

  it('refuses a place that cannot be written to', async () => {
    await writeFile(at('file'), '');
    await expect(checkReportPaths([at('file', 'a.csv')])).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      suggestions: expect.arrayContaining([expect.stringContaining('another place')]),
    });
  });
});
