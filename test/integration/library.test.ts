import { chmod, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { openLibraryDatabase } from '../../src/library/library-database.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { updateIndex } from '../../src/library/update-index.ts';
import { makeDocx } from '../support/documents/make-docx.ts';
import { makePdf } from '../support/documents/make-pdf.ts';

let folder: string;
let indexPath: string;
let opened: Library[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'library-'));
  indexPath = join(folder, 'state', 'library.db');
  opened = [];
});
afterEach(async () => {
  for (const library of opened) library.close();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'docs', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function open(paths = [join(folder, 'docs')], now?: () => Date): Promise<Library> {
  const library = await openLibrary({ paths, indexPath, now });
  opened.push(library);
  return library;
}

const titles = (library: Library, query: string): string[] =>
  library.search(query, { maxResults: 10 }).map((hit) => hit.title);

const filler =
  'The days were long and the work went on, and nobody who was there has forgotten the garden.';

describe('searching a library', () => {
  it('finds documents with their best passages first, as they stand in the text', async () => {
    await write(
      'pump.md',
      `---\ntitle: On pumps\nauthor: Ann Lee\ndate: 2025-03-09\n---\n\n# On pumps\n\n${filler}\n\n## Noise\n\nA heat pump hums at night.\n\n## Cost\n\n${filler}`,
    );
    await write('bread.txt', `Bread\n\n${filler}`);
    const library = await open(undefined, () => new Date('2026-01-02T03:04:05Z'));
    const [hit, ...others] = library.search('heat pumps humming', { maxResults: 5 });
    expect(others).toEqual([]);
    expect(hit).toMatchObject({
      title: 'On pumps',
      author: 'Ann Lee',
      publishedAt: '2025-03-09',
      readAt: '2026-01-02T03:04:05.000Z',
      path: join(folder, 'docs', 'pump.md'),
    });
    const best = hit?.passages[0];
    expect(hit?.text.slice(best?.start, best?.end)).toBe('A heat pump hums at night.');
    expect(best?.heading).toBe('Noise');
  });

  it('ranks documents with all terms above those with one, and scores within 0 and 1', async () => {
    await write('one.md', `# Solar solar solar\n\n${'Solar roofs and solar yields. '.repeat(30)}`);
    await write('both.md', `# Notes\n\n${filler}\n\nA solar roof feeds the battery.\n\n${filler}`);
    await write('other.md', `# Battery\n\n${'A battery is a battery. '.repeat(20)}`);
    const found = (await open()).search('solar battery', { maxResults: 5 });
    expect(found[0]?.title).toBe('Notes');
    for (const { score, passages } of found) {
      for (const value of [score, ...passages.map((passage) => passage.score)]) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it('finds nothing for what the library does not know', async () => {
    await write('pump.md', `# Heat pumps\n\nA heat pump hums. ${filler}`);
    const library = await open();
    for (const query of [
      'quantum blockchain llama',
      'the and of',
      'what is the best',
      '',
      '🔥',
      'quantum garden',
    ]) {
      expect(titles(library, query)).toEqual([]);
    }
  });

  it.each([
    '"heat" pump',
    'heat AND pump',
    'heat OR pump)',
    'NEAR(heat pump)',
    'heat* ^pump',
    'title:heat -pump',
    `heat pump ${'🔥'.repeat(50)}`,
    `heat'; -- pump`,
    'HEAT\nPUMP\u0000',
  ])('takes %j as words, never as operators', async (query) => {
    await write('pump.md', `# Heat pumps\n\nA heat pump hums. ${filler}`);
    expect(titles(await open(), query)).toEqual(['Heat pumps']);
  });

  it('takes keywords of 5,000 characters', async () => {
    await write('pump.md', `# Heat pumps\n\nA heat pump hums. ${filler}`);
    const library = await open();
    expect(titles(library, 'x'.repeat(5000))).toEqual([]);
    expect(titles(library, 'heat pump '.repeat(500))).toEqual(['Heat pumps']);
  });

  it('finds Chinese, Japanese, Korean and accented words', async () => {
    await write('zh.md', '# 空气源热泵\n\n热泵从空气中吸收热量，运行成本很低。');
    await write(
      'ja.md',
      '# ヒートポンプの電気代\n\nヒートポンプは空気の熱を使うので、電気代が安い。',
    );
    await write('ko.md', '# 히트펌프\n\n히트펌프의 비용은 낮다.');
    await write(
      'de.md',
      '# Wärmepumpe\n\nDie Wärmepumpe heizt das Haus mit der Luft, und sie ist nicht so laut, wie man denkt.',
    );
    await write('th.md', '# ปั๊มความร้อน\n\nปั๊มความร้อนใช้พลังงานจากอากาศ');
    const library = await open();
    expect(titles(library, '热泵成本')).toEqual(['空气源热泵']);
    expect(titles(library, 'ヒートポンプ 電気代')).toEqual(['ヒートポンプの電気代']);
    expect(titles(library, '히트펌프 비용')).toEqual(['히트펌프']);
    expect(titles(library, 'warmepumpe')).toEqual(['Wärmepumpe']);
    expect(titles(library, 'พลังงาน')).toEqual(['ปั๊มความร้อน']);
  });

  it('finds words with and without their hyphen', async () => {
    await write('bike.md', `# E-bike care\n\nAn e-bike needs care. ${filler}`);
    const library = await open();
    expect(titles(library, 'ebike')).toEqual(['E-bike care']);
    expect(titles(library, 'e bike')).toEqual(['E-bike care']);
  });

  it('gives no more documents than asked for', async () => {
    for (let index = 0; index < 5; index++)
      await write(`${index}.md`, `# Pump ${index}\n\nA pump hums.`);
    expect((await open()).search('pump', { maxResults: 2 })).toHaveLength(2);
  });
});

describe('the shipped library', () => {
  const root = fileURLToPath(new URL('../../examples/library', import.meta.url));
  let library: Library;

  beforeAll(async () => {
    library = await openLibrary({ paths: [root], indexPath: ':memory:' });
  });
  afterAll(() => library.close());

  const topicsOf = (query: string): string[] =>
    library.search(query, { maxResults: 10 }).map((hit) => basename(dirname(hit.path)));

  it.each([
    ['heat pump running costs', 'heat-pumps'],
    ['how long does compost take', 'home-composting'],
    ['e-bike battery life', 'e-bike-batteries'],
    ['remote employee first week', 'remote-onboarding'],
    // What goes with a subject, or with any, is no subject beside it.
    ['ebike battery in cold weather', 'e-bike-batteries'],
    ['e-bike battery winter storage', 'e-bike-batteries'],
    ['how to store a battery', 'e-bike-batteries'],
    ['heat pump in winter', 'heat-pumps'],
    ['What is a heat pump?', 'heat-pumps'],
    ['How much do heat pumps cost?', 'heat-pumps'],
    ['compost bin in winter', 'home-composting'],
    // Numbers and words that the library has not veto nothing.
    ['compost in 2026', 'home-composting'],
    ['compost life 9901', 'home-composting'],
    ['compost life 7', 'home-composting'],
    ['What influences compost life 7?', 'home-composting'],
    ['compost life 7: facts and figures', 'home-composting'],
    ['compost life 7: what experts recommend', 'home-composting'],
    ['compost life 7: common mistakes', 'home-composting'],
    ['compost life 7: examples', 'home-composting'],
    ['10 tips for e-bike batteries 2027', 'e-bike-batteries'],
    ['7 heat pump mistakes', 'heat-pumps'],
    ['heat pump installation cost in germany', 'heat-pumps'],
    // Subjects that only some headings name.
    ['buddy', 'remote-onboarding'],
    ['time zones', 'remote-onboarding'],
    ['first week', 'remote-onboarding'],
    ['COP', 'heat-pumps'],
  ])('answers %j with the documents on it alone', (query, topic) => {
    expect(topicsOf(query)).toEqual(Array.from({ length: 4 }, () => topic));
  });

  it.each([
    ['worm bin', 'home-composting'],
    ['bokashi', 'home-composting'],
    ['bokashi bran recipe', 'home-composting'],
    ['C:N ratio', 'home-composting'],
    ['noise', 'heat-pumps'],
    ['defrost', 'heat-pumps'],
    ['radiator sizing', 'heat-pumps'],
    ['COP in winter', 'heat-pumps'],
    ['charging cycles', 'e-bike-batteries'],
    ['laptop', 'remote-onboarding'],
  ])('answers %j with documents on its topic alone', (query, topic) => {
    expect(new Set(topicsOf(query))).toEqual(new Set([topic]));
  });

  it.each([
    'best pizza in winter',
    'best pizza in winter: facts and figures',
    'How do you choose pizza in winter?',
    'quantum blockchain llama',
    'winter',
    'life',
    'life insurance',
    'work life balance',
    'winter tyres for the car',
    'best running shoes',
    'how to store wine',
    'first week of pregnancy',
    'water filter',
    'garden furniture',
    'dog training',
    'weather in berlin',
    'banana bread',
    '7',
    '2026',
    'two years',
    'facts and figures',
    'what experts recommend',
    'common mistakes',
    'examples',
    'step by step',
    'what influences',
  ])('has nothing on %j', (query) => {
    expect(topicsOf(query)).toEqual([]);
  });
});

describe('which files belong to a library', () => {
  it('reads folders and files, and passes over hidden ones, dependencies and other kinds', async () => {
    for (const name of ['a.md', 'deep/er/b.TXT', 'c.markdown', 'd.htm', 'e.csv', 'f.tsv'])
      await write(name, 'Some text here.');
    await write('g.jsonl', '{"text":"Some text here."}');
    await write('h.docx', makeDocx({ parts: [{ text: 'Some text here.' }] }));
    await write('i.pdf', await makePdf({ pages: [{ parts: [{ text: 'Some text here.' }] }] }));
    for (const name of ['.git/x.md', 'node_modules/y.md', '.z.md', 'image.png', 'data.xlsx'])
      await write(name, 'no');
    const single = await write('../single.html', '<p>One.</p>');
    const library = await open([join(folder, 'docs'), single]);
    expect(library.documentCount).toBe(10);
    expect(library.warnings).toEqual([]);
  });

  it('reads what patterns name, but nothing hidden and no link out of their folder', async () => {
    for (const name of ['a.md', 'deep/b.md', 'deep/c.txt', '.hidden/d.md', 'node_modules/e.md'])
      await write(name, 'Some text here.');
    await write('../secret.md', 'SECRET words.');
    await symlink(join(folder, 'secret.md'), join(folder, 'docs', 'out.md'));
    const library = await open([join(folder, 'docs', '**', '*.md')]);
    expect(library.documentCount).toBe(2);
    expect(library.warnings).toEqual([expect.stringMatching(/out\.md is a link out of/u)]);
    // A name that looks like a pattern is a name where there is such a file.
    const odd = await write('[draft].md', '# Odd\n\nAn odd name.');
    expect((await open([odd])).documentCount).toBe(1);
    await expect(open([join(folder, 'docs', '*.pdf')])).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  it('survives links in a circle and follows none out of the folder', async () => {
    await write('a.md', 'Some text here.');
    await write('../secret.md', 'SECRET words.');
    await symlink(join(folder, 'docs'), join(folder, 'docs', 'loop'));
    await symlink(join(folder, 'secret.md'), join(folder, 'docs', 'out.md'));
    await symlink(join(folder, 'nowhere.md'), join(folder, 'docs', 'dangling.md'));
    const library = await open();
    expect(library.documentCount).toBe(1);
    expect(library.warnings).toEqual([
      expect.stringMatching(/dangling\.md could not be read/u),
      expect.stringMatching(/out\.md is a link out of/u),
    ]);
  });

  it('leaves out what cannot be read, with a warning each', async () => {
    await write('good.md', 'Some text here.');
    await write('binary.md', Buffer.from([0x89, 0x50, 0, 1]));
    await write('empty.md', '');
    await write('latin.txt', Buffer.from('café', 'latin1'));
    const library = await open();
    expect(library.documentCount).toBe(1);
    expect(library.warnings).toHaveLength(3);
  });

  it.skipIf(process.platform !== 'linux')('leaves out names that are not UTF-8', async () => {
    await write('good.md', 'Some text here.');
    await writeFile(
      Buffer.concat([
        Buffer.from(join(folder, 'docs', 'bad-')),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('.md'),
      ]),
      'Text.',
    );
    const library = await open();
    expect(library.documentCount).toBe(1);
    expect(library.warnings).toHaveLength(1);
  });

  it('leaves out a file that vanishes between listing and reading', async () => {
    const database = await openLibraryDatabase(':memory:');
    const file = {
      path: join(folder, 'gone.md'),
      named: false,
      size: 1,
      modifiedMs: 1,
      changedMs: 1,
    };
    const options = { paths: [folder], now: () => new Date(0) };
    expect(await updateIndex(database, [file], options)).toEqual([
      expect.stringMatching(/gone\.md.*does not exist/u),
    ]);
    await expect(updateIndex(database, [{ ...file, named: true }], options)).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
    });
    database.close();
  });

  it('refuses an empty folder, a missing one and a file of another kind', async () => {
    await mkdir(join(folder, 'docs'));
    await expect(open()).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining(join(folder, 'docs')),
    });
    await expect(open([join(folder, 'missing')])).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('missing does not exist'),
    });
    const image = await write('image.png', 'x');
    await expect(open([image])).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('image.png'),
    });
    const binary = await write('named.md', Buffer.from([0, 1, 2]));
    await expect(open([binary])).rejects.toMatchObject({ code: 'DOCUMENT_UNREADABLE' });
  });

  it('says why when no document of a folder could be read', async () => {
    await write('empty.md', '');
    await expect(open()).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      suggestions: [expect.stringContaining('empty.md'), expect.any(String)],
    });
  });

  it('stops when aborted', async () => {
    await write('a.md', 'Text.');
    const reason = new Error('stop');
    const options = { paths: [join(folder, 'docs')], indexPath, signal: AbortSignal.abort(reason) };
    await expect(openLibrary(options)).rejects.toBe(reason);
  });
});

describe('keeping the index', () => {
  const readAt = (library: Library, query: string): string | undefined =>
    library.search(query, { maxResults: 1 })[0]?.readAt;
  const year = (number: number) => () => new Date(Date.UTC(number, 0));

  it('reads only what is new or has changed, and forgets what is gone', async () => {
    await write('a.md', '# Apples\n\nApples are red.');
    const pears = await write('b.md', '# Pears\n\nPears are green.');
    const plums = await write('c.md', '# Plums\n\nPlums are blue.');
    (await open(undefined, year(2001))).close();
    await writeFile(pears, '# Quinces\n\nQuinces are yellow and hard.');
    await rm(plums);
    await write('d.md', '# Dates\n\nDates are brown.');
    const library = await open(undefined, year(2002));
    expect(library.documentCount).toBe(3);
    expect(readAt(library, 'apples')).toContain('2001');
    expect(readAt(library, 'quinces')).toContain('2002');
    expect(readAt(library, 'dates')).toContain('2002');
    expect(titles(library, 'pears')).toEqual([]);
    expect(titles(library, 'plums')).toEqual([]);
  });

  it('does not read a file again that was only touched, and notices one that was replaced by an older', async () => {
    const path = await write('a.md', '# Apples\n\nApples are red.');
    (await open(undefined, year(2001))).close();
    await utimes(path, new Date(1e12), new Date(1e12));
    const touched = await open(undefined, year(2002));
    expect(readAt(touched, 'apples')).toContain('2001');
    touched.close();
    const other = await write('../other.md', '# Apples\n\nApples are bad.');
    await utimes(other, new Date(1e12), new Date(1e12));
    await rename(other, path);
    expect(readAt(await open(undefined, year(2003)), 'apples')).toContain('2003');
  });

  it('serves several libraries from one index without mixing them', async () => {
    const first = await write('one/a.md', '# Apples\n\nApples are red.');
    const second = await write('two/b.md', '# Pears\n\nPears are green.');
    (await open([dirname(first)], year(2001))).close();
    const other = await open([dirname(second)], year(2002));
    expect(titles(other, 'apples')).toEqual([]);
    expect(readAt(await open([dirname(first)], year(2003)), 'apples')).toContain('2001');
  });

  it('builds an index of another version anew', async () => {
    await write('a.md', '# Apples\n\nApples are red.');
    (await open(undefined, year(2001))).close();
    const database = new DatabaseSync(indexPath);
    database.exec('PRAGMA user_version = 99; DROP TABLE passages');
    database.close();
    expect(readAt(await open(undefined, year(2002)), 'apples')).toContain('2002');
  });

  it('lets two open libraries see each other’s changes', async () => {
    const path = await write('a.md', '# Apples\n\nApples are red.');
    const first = await open();
    await writeFile(path, '# Apples\n\nApples are mostly green.');
    await open();
    expect(first.search('apples', { maxResults: 1 })[0]?.text).toContain('mostly green');
  });

  it('can be opened by several processes at once', async () => {
    for (let index = 0; index < 60; index++)
      await write(`${index}.md`, `# Pump ${index}\n\nA pump hums. ${filler}`);
    const script = `
      import { openLibrary } from ${JSON.stringify(new URL('../../src/library/open-library.ts', import.meta.url).href)};
      const library = await openLibrary({ paths: [process.argv[1]], indexPath: process.argv[2] });
      process.stdout.write(String(library.search('pump', { maxResults: 100 }).length));
      library.close();`;
    const run = () =>
      execa(process.execPath, [
        '--input-type=module',
        '-e',
        script,
        join(folder, 'docs'),
        indexPath,
      ]);
    const results = await Promise.all([run(), run(), run()]);
    expect(results.map(({ stdout }) => stdout)).toEqual(['60', '60', '60']);
    expect(titles(await open(), 'pump')).toHaveLength(10);
  });

  it('needs no file', async () => {
    await write('a.md', '# Apples\n\nApples are red.');
    indexPath = ':memory:';
    expect(titles(await open(), 'apples')).toEqual(['Apples']);
  });

  it('says so when the index cannot be written or is no index', async () => {
    await write('a.md', 'Text.');
    await writeFile(join(folder, 'file'), 'x');
    indexPath = join(folder, 'file', 'library.db');
    await expect(open()).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      message: expect.stringContaining(indexPath),
    });
    indexPath = join(folder, 'noise.db');
    await writeFile(
      indexPath,
      'This is not a database, but it is long enough to be taken for one by its size.'.repeat(50),
    );
    await expect(open()).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
  });

  it.skipIf(process.getuid?.() === 0)(
    'says so when the folder of the index is read-only',
    async () => {
      await write('a.md', 'Text.');
      await mkdir(dirname(indexPath), { mode: 0o555 });
      await expect(open()).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
      await chmod(dirname(indexPath), 0o755);
    },
  );
});
