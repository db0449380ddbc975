import { describe, expect, it } from 'vitest';
import { Workplace } from '../support/cli.ts';
import { WebSite } from '../support/web-site.ts';

const FACTS = [
  'A zorblax composter of the second kind holds exactly 4,711 litres of leaves.',
  'A zorblax composter has to be turned every nine days, or the leaves rot without air.',
  'The lid of a zorblax composter keeps the rain out, and the floor lets the worms in.',
  'A zorblax composter turns kitchen scraps into soil within eleven weeks in summer.',
  'In winter the zorblax composter needs twice as long, because the worms are slow.',
];
const PAGE = `<!doctype html><html lang="en"><head><title>The zorblax composter</title></head>
  <body><main><h1>The zorblax composter</h1>${FACTS.map((fact) => `<p>${fact}</p>`).join('')}</main></body></html>`;
const FLAGS = ['--writer', 'extractive', '--research', 'library', '--library', 'other.md'];
const OTHER = '# Bread\n\nDough rises in a warm place for two hours.\n';

describe('--source', () => {
  it('reads a page without any key, and the article cites it', async () => {
    await using site = await WebSite.open({ '/page': PAGE });
    await using place = await Workplace.open();
    await place.write('other.md', OTHER);
    await place.write(
      'notes.md',
      '# Notes\n\nThe zorblax composter was tested for 17 weeks in Bergen.\n',
    );
    const sources = ['--source', site.url('/page'), '--source', 'notes.md'];
    const args = ['generate', 'zorblax composter', ...sources, '--allow-private', ...FLAGS];
    const { exitCode, stderr } = await place.run(args);
    expect(stderr).toContain('Estimate: 1 web page; at no cost.');
    expect(exitCode).toBe(0);
    const article = await place.read('content/zorblax-composter.md');
    expect(article).toContain('4,711 litres');
    expect(article).toContain(site.url('/page'));
    const dossier = JSON.parse(await place.read('content/research/zorblax-composter.json'));
    expect(dossier.sources.slice(0, 2)).toMatchObject([
      { title: 'The zorblax composter', url: site.url('/page'), provider: 'given' },
      { path: 'notes.md', provider: 'given' },
    ]);
    expect(site.requests).toEqual(['/robots.txt', '/page']);

    // What was read is kept for the next run.
    const again = await place.run(args);
    expect(again.exitCode).toBe(0);
    expect(site.requests).toHaveLength(2);
  });

  it('is checked as a whole before anything is read', async () => {
    await using site = await WebSite.open({ '/page': PAGE });
    await using place = await Workplace.open();
    await place.write('other.md', OTHER);
    const wrong = [site.url('/page'), 'http://2130706433/', 'missing.md', 'ftp://example.com/a'];
    const { exitCode, stderr } = await place.run([
      'generate',
      'zorblax composter',
      ...wrong.flatMap((source) => ['--source', source]),
      ...FLAGS,
    ]);
    expect(exitCode).toBe(2);
    const listed = stderr.split('\n').filter((line) => line.startsWith('  --source: '));
    expect(listed).toEqual([
      '  --source: the source "ftp://example.com/a" is neither an http(s) address nor a path',
      `  --source: the source "${site.url('/page')}" is in a private network or on this machine`,
      '  --source: the source "http://2130706433/" is in a private network or on this machine',
      '  --source: the source "missing.md" was not found',
    ]);
    expect(stderr).toContain('--allow-private');
    expect(site.requests).toEqual([]);
    expect(await place.list()).toEqual(['other.md']);
  });

  it('that cannot be read fails its keyword with its address and a remedy; a resumed run reads it', async () => {
    await using site = await WebSite.open({ '/robots.txt': 'User-agent: *\nDisallow: /page' });
    await using place = await Workplace.open();
    await place.write('other.md', OTHER);
    const args = ['batch', 'zorblax composter', '--source', site.url('/page'), '--allow-private'];
    const refused = await place.run([...args, ...FLAGS]);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(
      `The page ${site.url('/page')} may not be read by programs: the robots.txt of its site says so.`,
    );
    expect(refused.stdout).toContain('name the file instead');
    site.pages['/robots.txt'] = '';
    site.pages['/page'] = PAGE;
    const resumed = await place.run(['batch', '--resume']);
    expect(resumed.exitCode).toBe(0);
    expect(await place.read('content/zorblax-composter.md')).toContain('4,711 litres');
    expect(site.count('/page')).toBe(1);
  });
});
