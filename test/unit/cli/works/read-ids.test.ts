import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIds } from '../../../../src/cli/works/read-ids.ts';
import type { WorksFlags } from '../../../../src/cli/works/works-flags.ts';
import type { AppError } from '../../../../src/core/errors.ts';
import { failureOf } from '../../batch/failure-of.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'read-ids-'));
});
afterAll(() => rm(cwd, { recursive: true }));

async function* noInput(): AsyncGenerator<string> {}

async function read(flags: WorksFlags, stdin: AsyncIterable<string> = noInput()) {
  const { byKind, repeated } = await readIds(flags, { cwd, stdin });
  return { ...Object.fromEntries(byKind), repeated };
}

async function readText(text: string | Buffer, flags: WorksFlags = {}) {
  await writeFile(join(cwd, 'ids.txt'), text);
  return read({ ...flags, 'ids-from': 'ids.txt' });
}

const problemsOf = async (reading: Promise<unknown>): Promise<AppError> =>
  (await failureOf(reading)) as AppError;

describe('ids of the command line', () => {
  it('are read by their flags, in lists and repeated, in their order', async () => {
    expect(
      await read({
        'author-ids': ['A2,A1', 'https://openalex.org/a3; A4\nA5'],
        'institution-ids': ['I1'],
        doi: ['10.1000/B', 'doi:10.1000/a'],
        'work-ids': ['w7'],
        'topic-ids': ['T10102'],
      }),
    ).toEqual({
      author: ['A2', 'A1', 'A3', 'A4', 'A5'],
      institution: ['I1'],
      doi: ['10.1000/b', '10.1000/a'],
      work: ['W7'],
      topic: ['T10102'],
      repeated: 0,
    });
  });

  it('may be none', async () => {
    expect(await read({})).toEqual({ repeated: 0 });
    expect(await read({ 'author-ids': [' , ;'] })).toEqual({ repeated: 0 });
  });

  it('count once, in whatever form they come again', async () => {
    expect(await read({ 'author-ids': ['A1,a1,A2', 'https://openalex.org/A1'] })).toEqual({
      author: ['A1', 'A2'],
      repeated: 2,
    });
    expect(await read({ doi: ['10.1000/A', 'https://doi.org/10.1000/a'] })).toEqual({
      doi: ['10.1000/a'],
      repeated: 1,
    });
  });

  it('may be DOIs that hold semicolons', async () => {
    const sici = '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o';
    const others = '10.1000/a;10.1000/b; 10.1000/c;https://doi.org/10.1000/d;doi:10.1000/e;';
    expect(await read({ doi: [sici, others] })).toEqual({
      doi: [sici, ...['a', 'b', 'c', 'd', 'e'].map((name) => `10.1000/${name}`)],
      repeated: 0,
    });
  });

  it('are all told of that cannot be used, each with its place', async () => {
    const error = await problemsOf(
      read({
        'author-ids': ['A1,W2', 'nobody'],
        doi: ['10.1/x'],
        'topic-ids': ['10.1000/a'],
        'work-ids': ['W1'],
      }),
    );
    expect(error.code).toBe('INPUT_INVALID');
    expect(error.message).toBe(
      [
        '4 ids cannot be used:',
        '  - --author-ids: "W2" is not an author (A5023888391), but a work (W2741809807)',
        '  - --author-ids: "nobody" is no id of OpenAlex',
        '  - --doi: "10.1/x" is no DOI',
        '  - --topic-ids: "10.1000/a" is not a topic (T10102), but a DOI (10.7717/peerj.4375)',
      ].join('\n'),
    );
    expect(error.suggestions).toHaveLength(1);
  });
});

describe('ids of a file', () => {
  it('stand on lines, some or one, with comments between', async () => {
    const text = '# authors\n\nA1, A2\r\n  # more\n"A3"; \'A4\'\tA5 A6\nA1\n';
    expect(await readText(text)).toEqual({
      author: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'],
      repeated: 1,
    });
  });

  it('are read in UTF-16 as well, and without a line end behind the last', async () => {
    expect(await readText(Buffer.from('\uFEFFA1\nA2', 'utf16le'))).toMatchObject({
      author: ['A1', 'A2'],
    });
  });

  it('add to those of the flags', async () => {
    expect(await readText('A2\nA1', { 'author-ids': ['A1'], 'institution-ids': ['I1'] })).toEqual({
      author: ['A1', 'A2'],
      institution: ['I1'],
      repeated: 1,
    });
  });

  it('come from standard input with -', async () => {
    const stdin = async function* (): AsyncGenerator<string> {
      yield 'T1\nT';
      yield '2\n';
    };
    expect(await read({ 'ids-from': '-' }, stdin())).toEqual({ topic: ['T1', 'T2'], repeated: 0 });
  });

  it('are of the kind of the first one', async () => {
    const error = await problemsOf(readText('W1\nA2\nW3\nI4 10.1000/a\nx\n'));
    expect(error.message).toBe(
      [
        '4 ids cannot be used:',
        '  - ids.txt line 2: "A2" is not a work (W2741809807), but an author (A5023888391)',
        '  - ids.txt line 4: "I4" is not a work (W2741809807), but an institution (I136199984)',
        '  - ids.txt line 4: "10.1000/a" is not a work (W2741809807), but a DOI (10.7717/peerj.4375)',
        '  - ids.txt line 5: "x" is no id of OpenAlex',
      ].join('\n'),
    );
    expect(error.suggestions.join('\n')).toContain('A file holds ids of one kind');
  });

  it.each(['', '\n \n', '# A1\n# A2\n', ', ;\n'])('have to be there (%j)', async (text) => {
    expect(await problemsOf(readText(text))).toMatchObject({
      code: 'INPUT_INVALID',
      message: 'There are no ids in ids.txt.',
    });
  });

  it('have to be found', async () => {
    const missing = await problemsOf(read({ 'ids-from': 'none.txt' }));
    expect(missing).toMatchObject({ code: 'INPUT_INVALID' });
    expect(missing.message).toContain('none.txt');
    expect(await problemsOf(read({ 'ids-from': '-' }))).toMatchObject({
      message: 'There are no ids in standard input.',
    });
  });

  it('may be fifty thousand', async () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => `A${5_000_000_001 + index}`);
    const found = await readText(`${ids.join('\n')}\n${ids[0]}\n`);
    expect(found).toEqual({ author: ids, repeated: 1 });
  });

  it('are told of twenty at a time, and counted all', async () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `nobody-${index}`).join('\n');
    const { message } = await problemsOf(readText(text));
    const lines = message.split('\n');
    expect(lines[0]).toBe('50,000 ids cannot be used:');
    expect(lines[20]).toBe('  - ids.txt line 20: "nobody-19" is no id of OpenAlex');
    expect(lines[21]).toBe('  - and 49,980 more');
    expect(lines).toHaveLength(22);
  });

  it('are told of without what has no end', async () => {
    const { message } = await problemsOf(readText('x'.repeat(1_000_000)));
    expect(message.length).toBeLessThan(300);
  });
});
