import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { citedTexts, placedParagraphs, type Article } from '../../src/core/article.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { Workplace } from '../support/cli.ts';
import { citationFaults } from '../support/verify-citations.ts';

describe('help', () => {
  it('names every option of batch, with examples', async () => {
    await using place = await Workplace.open();
    const { stdout, exitCode } = await place.run(['batch', '--help']);
    expect(exitCode).toBe(0);
    const options =
      `--from-file --parallel --fan-out --dry-run --continue-on-error --fail-fast --output-dir
      --format --research --library --writer --template --json --reporter --quiet --debug`.split(
        /\s+/,
      );
    for (const option of options) expect(stdout).toContain(option);
    expect(stdout).toContain('EXAMPLES');
    expect(stdout).toContain('$ seo-content batch "heat pumps"');
  });

  it('every command has help with an example', async () => {
    await using place = await Workplace.open();
    const files = await readdir(join(packageRoot(), 'src', 'commands'), { recursive: true });
    const commands = files.flatMap((file) => {
      const name = /^(.*)\.ts$/.exec(file)?.[1];
      return name === undefined ? [] : [name.split(sep)];
    });
    expect(commands).toContainEqual(['runs', 'list']);
    // The help of help is the list of commands.
    for (const command of commands.filter(([name]) => name !== 'help')) {
      const { stdout, exitCode } = await place.run([...command, '--help']);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('EXAMPLES');
    }
  });

  it('is a command too, and an unknown command is told with the nearest one', async () => {
    await using place = await Workplace.open();
    const help = await place.run(['help', 'batch']);
    expect(help.stdout).toBe((await place.run(['batch', '--help'])).stdout);
    const { exitCode, stderr } = await place.run(['bacth']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Did you mean: seo-content batch');
  });

  it('survives a reader that closes early', async () => {
    const node = process.execPath;
    const bin = join(packageRoot(), 'bin', 'run.js');
    const script = `set -o pipefail; "${node}" "${bin}" batch --help | head -1`;
    const { exitCode, stdout } = await execa('bash', ['-c', script]);
    expect(exitCode).toBe(0);
    expect(stdout).not.toBe('');
  });
});

describe('without any key', () => {
  it('does the main job from the shipped library', async () => {
    await using place = await Workplace.open();
    const keywords = [
      'heat pump running costs',
      'how long does compost take',
      'e-bike battery life',
    ];
    const result = await place.run([
      'batch',
      ...keywords,
      '--parallel',
      '3',
      '--format',
      'md,html,json',
    ]);
    expect(result.exitCode).toBe(0);
    expect(result.stderr.split('\n')[0]).toContain('extractive');
    const article = await place.read('content/heat-pump-running-costs.md');
    expect(article).toMatch(/^writer: "extractive"$/m);
    expect(article).not.toMatch(/^model:/m);
    expect(await place.list('content')).toHaveLength(10);
  });

  it('cites every sentence with words that stand in the source, and names who is quoted', async () => {
    await using place = await Workplace.open();
    await place.run(['generate', 'heat pump noise', '--format', 'json']);
    const { article }: { article: Article } = JSON.parse(
      await place.read('content/heat-pump-noise.json'),
    );
    const dossier: Dossier = JSON.parse(await place.read('content/research/heat-pump-noise.json'));
    expect(citedTexts(article).length).toBeGreaterThan(10);
    expect(citationFaults(article, dossier)).toEqual([]);
    const speakers = placedParagraphs(article).flatMap(({ paragraph: { kind, content } }) =>
      kind === 'quote' ? content.slice(1) : [],
    );
    expect(speakers.length).toBeGreaterThan(0);
    for (const { text, citations } of speakers) {
      const [, author, title = ''] = /^— (.+), “(.+)”$/u.exec(text) ?? [];
      const source = dossier.sources.find(({ id }) => id === citations[0]?.sourceId);
      expect(author).toBe(source?.author);
      expect(source?.title.startsWith(title)).toBe(true);
    }
  });

  it('fails a keyword of which the library knows nothing', async () => {
    await using place = await Workplace.open();
    const { exitCode, stdout } = await place.run(['batch', 'quantum blockchain llama']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('NO_SOURCES');
    expect(await place.list('content')).toEqual([]);
  });

  it('--json prints one document and nothing else on stdout', async () => {
    await using place = await Workplace.open();
    const result = await place.run(['batch', 'home composting', 'compost bins', '--json']);
    const document = JSON.parse(result.stdout);
    expect(document.totals).toMatchObject({ total: 2, succeeded: 2 });
    expect(result.stderr).toContain('succeeded');
  });

  it('prints a line an event where nobody watches a terminal', async () => {
    await using place = await Workplace.open();
    const { stderr } = await place.run(['batch', 'home composting', '--reporter', 'lines']);
    expect(stderr).toContain('home composting');
    // oxlint-disable-next-line no-control-regex
    expect(stderr).not.toMatch(/\u001b/);
  });

  it('writes the summary page and annotations on GitHub Actions', async () => {
    await using place = await Workplace.open();
    const page = await place.write('summary.md', '');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: page, CI: 'true' };
    const { stderr } = await place.run(
      ['batch', 'home composting', 'quantum blockchain llama', '--continue-on-error'],
      { env },
    );
    expect(stderr).toMatch(/^::error title=quantum blockchain llama::/m);
    const summary = await place.read('summary.md');
    expect(summary).toContain('quantum blockchain llama');
    expect(summary).toContain('home composting');
  });
});
