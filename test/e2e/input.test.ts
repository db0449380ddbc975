import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from '../support/cli.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { WIDE_LIMITS } from '../support/processes/wide-limits.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

describe('wrong usage', () => {
  it.each([
    ['nothing else', ['batch']],
    ['a setting that lacks its key', ['batch', '--research', 'tavily']],
  ])('no keywords and %s: exit 2 and the usage line', async (_name, args) => {
    await using place = await Workplace.open();
    const { exitCode, stderr, stdout } = await place.run(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('No keywords given.');
    expect(stderr).toContain('Usage: seo-content batch [KEYWORD...]');
    expect(stdout).toBe('');
  });

  it.each([
    [['batch', 'a', '--parallel', 'many'], '--parallel'],
    [['batch', 'a', '--parallel', '0'], '--parallel'],
    [['batch', 'a', '--nonsense'], '--nonsense'],
    [['batch', 'a', '--fail-fast', '--continue-on-error'], '--fail-fast'],
    [['batch', 'a', '--template', 'novel'], 'novel'],
    [['batch', 'a', '--format', 'docx'], '--format'],
    [['batch', 'a', '--library', '/does/not/exist'], '/does/not/exist'],
    [['batch', '--from-file', 'missing.csv'], 'missing.csv'],
    [['nonsense'], 'nonsense'],
  ])('%j names what is wrong and exits 2', async (args, named) => {
    await using place = await Workplace.openWith(server, { TAVILY_API_KEY: '' });
    const { exitCode, stderr, stdout } = await place.run(args);
    expect(stderr).toContain(named);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(server.count()).toBe(0);
  });
});

/** The only script elements that a page may have. */
const DATA_BLOCK = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/gu;

describe('hostile keywords', () => {
  const keywords = [
    '../../etc/passwd',
    'ヒートポンプ 費用',
    'مضخة حرارية',
    'тепловой насос',
    '🔥🚲',
    'quotes "and" \'more\'',
    'line one\nline two',
    '\u001b[31mred\u001b[0m \u001b]0;title\u0007',
    'a\u202Egnp.exe',
    '{{ 7 | times: 7 }} {% raw %}',
    '<script>alert(1)</script>',
    '--looks-like-a-flag',
  ];

  it('each gets an article of its own inside the folder, and none reaches the terminal raw', async () => {
    await using place = await Workplace.openWith(server);
    await place.write('seo-content.config.json', JSON.stringify({ limits: WIDE_LIMITS }));
    const args = ['batch', '--format', 'md,html', '--parallel', '4', '--', ...keywords];
    const result = await place.run(args);
    expect(result.exitCode).toBe(0);
    const names = await place.list('content');
    expect(names.filter((name) => name.endsWith('.md'))).toHaveLength(keywords.length);
    expect(names).toContain('etc-passwd.md');
    expect(await place.list()).toEqual(['.seo-content', 'content', 'seo-content.config.json']);
    // oxlint-disable-next-line no-control-regex
    expect(result.all).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    for (const name of names.filter((file) => file.endsWith('.html'))) {
      const page = await place.read(`content/${name}`);
      // Data for search engines is no program; nothing in it could end it and begin another element.
      const data = [...page.matchAll(DATA_BLOCK)].map(([, text = '']) => text);
      expect(data.length).toBeGreaterThan(0);
      for (const text of data) {
        expect(text).not.toContain('<');
        expect(JSON.parse(text)).toHaveProperty('@context', 'https://schema.org');
      }
      expect(page.replaceAll(DATA_BLOCK, '')).not.toMatch(/<script/i);
      expect(page).not.toMatch(/[\u001b\u202e]/);
    }
  });

  it('a keyword of 5,000 characters is refused before anything is spent', async () => {
    await using place = await Workplace.openWith(server);
    const { exitCode, stderr } = await place.run(['batch', 'good', 'x'.repeat(5000)]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('500');
    expect(server.count()).toBe(0);
  });

  it('merges equal and near-equal keywords with a note', async () => {
    await using place = await Workplace.openWith(server);
    const result = await place.run([
      'batch',
      'Heat Pumps',
      ' heat  pumps',
      'ｈeat pumps',
      'compost',
      '--template',
      'glossary',
    ]);
    expect(result.exitCode).toBe(0);
    expect(result.stderr).toMatch(/merged/);
    expect(await place.list('content/research')).toEqual(['compost.json', 'heat-pumps.json']);
  });
});

describe('keyword files', () => {
  it('takes a table with BOM, quotes and CRLF, and carries unknown columns into the front matter', async () => {
    await using place = await Workplace.openWith(server);
    await place.write(
      'keywords.csv',
      '\uFEFFkeyword,title,priority,team\r\n"heat, pumps","A ""title""",1,=cmd()\r\ncompost,,5,green\r\n',
    );
    const args = ['batch', '--from-file', 'keywords.csv', '--template', 'glossary'];
    const { summary, events, exitCode } = await place.runForData(args);
    expect(exitCode).toBe(0);
    expect(summary.items.map(({ keyword }) => keyword)).toEqual(['heat, pumps', 'compost']);
    const starts = events.filter((event) => event.type === 'item-start');
    expect(starts.map(({ keyword }) => keyword)).toEqual(['compost', 'heat, pumps']);
    const article = await place.read('content/heat-pumps.md');
    expect(article).toContain('# A "title"');
    expect(article).toMatch(/extra:\n {2}"?team"?: "=cmd\(\)"/);
  });

  it('reports all problems with their lines and spends nothing', async () => {
    await using place = await Workplace.openWith(server);
    await place.write(
      'bad.csv',
      'keyword,priority,language\nfine,1,en\n,2,en\nother,high,en\nthird,1,not a language\n',
    );
    const { exitCode, stderr } = await place.run(['batch', '--from-file', 'bad.csv']);
    expect(exitCode).toBe(2);
    for (const place of ['bad.csv:3', 'bad.csv:4', 'bad.csv:5']) expect(stderr).toContain(place);
    expect(server.count()).toBe(0);
  });

  it('reports bad cells, templates and sources of rows in one list, by line', async () => {
    await using place = await Workplace.openWith(server, { TAVILY_API_KEY: '' });
    await place.write('faulty.md', 'No front matter.');
    await place.write(
      'bad.jsonl',
      [
        '{"keyword":"a","template":"novel","sources":["missing.md","http://127.0.0.1/a"]}',
        '{"kw":"b"}',
        '{"keyword":"c","template":"./faulty.md","priority":"high"}',
        '{"keyword":"A","template":"saga"}',
      ].join('\n'),
    );
    const { exitCode, stdout, stderr } = await place.run(['batch', '-f', 'bad.jsonl']);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('The keywords have 7 problems:');
    expect(stderr).toContain('(INPUT_INVALID)');
    const listed = stderr.split('\n').filter((line) => line.startsWith('  bad.jsonl:'));
    expect(listed).toEqual([
      '  bad.jsonl:1: there is no article template named “novel”',
      '  bad.jsonl:1: the source "missing.md" was not found',
      '  bad.jsonl:1: the source "http://127.0.0.1/a" is in a private network or on this machine',
      '  bad.jsonl:2: the field "keyword" is missing; the fields are "kw"',
      '  bad.jsonl:3: the priority "high" is not a number such as 1 or 2.5',
      expect.stringMatching(/^ {2}bad\.jsonl:3: the article template .*faulty\.md is not usable: /),
      '  bad.jsonl:4: there is no article template named “saga”',
    ]);
    expect(stderr).toContain('Use one of: comparison, glossary, guide');
    expect(stderr).toContain('--allow-private');
    expect(await place.list()).toEqual(['bad.jsonl', 'faulty.md']);
    expect(server.count()).toBe(0);
  });

  it('names the columns when the keyword column is missing', async () => {
    await using place = await Workplace.openWith(server);
    await place.write('bad.csv', 'term,title\na,b\n');
    const { exitCode, stderr } = await place.run(['batch', '-f', 'bad.csv']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('keyword');
    expect(stderr).toContain('term');
  });

  it.each([
    ['a list', '# comment\none\n\ntwo\n'],
    ['JSON lines', '{"keyword":"one"}\n"two"\n'],
    ['a table', 'title;keyword\n;one\n;two\n'.replaceAll(';', ',')],
  ])('reads %s from standard input, beside arguments', async (_name, input) => {
    await using place = await Workplace.openWith(server);
    const flags = ['--template', 'glossary', '--json', '--reporter', 'silent'];
    const args = ['batch', 'zero', '--from-file', '-', ...flags];
    const { stdout, stderr } = await place.run(args, { input });
    const { items } = JSON.parse(stdout);
    expect(items.map(({ keyword }: { keyword: string }) => keyword)).toEqual([
      'zero',
      'one',
      'two',
    ]);
    expect(stderr).toBe('');
  });

  it('always reads the sources that a row names', async () => {
    await using place = await Workplace.openWith(server);
    await place.write('own.md', '# Our tests\n\nThe zorblax battery lasted exactly 4,711 hours.\n');
    await place.write('keywords.jsonl', '{"keyword":"battery life","sources":["own.md"]}\n');
    const { exitCode } = await place.run(['research', '-f', 'keywords.jsonl']);
    expect(exitCode).toBe(0);
    const dossier = JSON.parse(await place.read('content/research/battery-life.json'));
    const own = dossier.sources.find(({ path }: { path?: string }) => path === 'own.md');
    expect(own.passages[0].text).toContain('4,711 hours');
  });

  it('reads named web pages with Tavily where there is a key', async () => {
    await using place = await Workplace.openWith(server);
    const row = JSON.stringify({ keyword: 'compost', sources: ['https://example.com/compost'] });
    await place.write('keywords.jsonl', `${row}\n`);
    const { exitCode } = await place.run(['research', '-f', 'keywords.jsonl']);
    expect(exitCode).toBe(0);
    expect(server.count('extract')).toBe(1);
  });
});

describe('keys and configuration', () => {
  it.each([
    [
      '--writer openai without a key',
      ['--writer', 'openai'],
      { OPENAI_API_KEY: '', OPENAI_BASE_URL: '' },
      'OPENAI_API_KEY',
    ],
    [
      '--research tavily with an empty key',
      ['--research', 'tavily'],
      { TAVILY_API_KEY: '  ' },
      'TAVILY_API_KEY',
    ],
  ])('%s: exit 2 before anything is spent', async (_name, flags, env, named) => {
    await using place = await Workplace.openWith(server, env);
    const { exitCode, stderr } = await place.run(['batch', 'one', ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(named);
    expect(server.count()).toBe(0);
  });

  it('a wrong key: exit 3, and the key is in no output and no file', async () => {
    const key = 'tvly-wrong-key-0987654321';
    await using place = await Workplace.openWith(server, { TAVILY_API_KEY: key });
    const result = await place.run(['batch', 'one', '--debug']);
    expect(result.exitCode).toBe(3);
    expect(result.stdout).toContain('TAVILY_API_KEY');
    expect(result.all).not.toContain(key);
  });

  it.each([
    ['.env', 'OPENAI_API_KEY "no equals sign"\n', '.env'],
    ['seo-content.config.json', '{ "parallel": 3,, }', 'seo-content.config.json'],
    ['seo-content.config.json', '{ "paralel": 3 }', 'parallel'],
    ['seo-content.config.ts', 'export default { fanOut: "lots" }', 'fanOut'],
  ])('a malformed %s (%s): exit 2, named', async (file, content, named) => {
    await using place = await Workplace.openWith(server);
    await place.write(file, content);
    const { exitCode, stderr } = await place.run(['batch', 'one']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(named);
    expect(server.count()).toBe(0);
  });

  it('an output folder that cannot be written: found before anything is spent', async () => {
    await using place = await Workplace.openWith(server);
    await place.write('content', 'a file in the place of the folder');
    const { exitCode, stderr } = await place.run(['batch', 'one']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('content');
    expect(stderr).toContain('OUTPUT_UNWRITABLE');
    expect(server.count()).toBe(0);
  });

  it('settings come from the configuration file, flags win', async () => {
    await using place = await Workplace.openWith(server);
    await place.write(
      'seo-content.config.ts',
      "export default { outputDir: './pages', formats: ['html', 'json'], research: ['tavily'] };\n",
    );
    await place.run(['batch', 'one']);
    expect(await place.list('pages')).toEqual(['one.html', 'one.json', 'research']);
    await place.run(['batch', 'one', '-o', 'other', '--format', 'md']);
    expect(await place.list('other')).toEqual(['one.md', 'research']);
  });
});
