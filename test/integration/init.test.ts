import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadSettings } from '../../src/config/load-settings.ts';
import { runSource } from '../support/run-source.ts';

const root = join(import.meta.dirname, '..', '..');
let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'init-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const init = (...args: string[]) => runSource(['init', ...args], { cwd });
const text = (path: string) => readFile(join(cwd, path), 'utf8');

const WRITTEN = [
  'seo-content.config.ts',
  '.env.example',
  '.github/workflows/content.yml',
  'keywords.csv',
];

describe('init in an empty folder', () => {
  it('writes the files and lists them on stdout', async () => {
    const { exitCode, stdout, stderr } = await init();
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const path of WRITTEN) {
      expect(stdout).toMatch(new RegExp(`^written +${path.replaceAll('.', '\\.')} `, 'm'));
      expect(await text(path)).not.toBe('');
    }
    expect(stdout).not.toContain('.gitignore');
  });

  it('writes a configuration that loads as it is', async () => {
    await init();
    const { settings, configPath } = await loadSettings({ cwd, environment: {} });
    expect(configPath).toBe(join(cwd, 'seo-content.config.ts'));
    expect(settings).toMatchObject({ parallel: 'auto', mode: 'continue', writer: 'extractive' });
  });

  it('writes a configuration whose every setting loads once its comment marks are taken away', async () => {
    await init();
    const source = await text('seo-content.config.ts');
    const opened = source.replaceAll(/^( +)\/\/ (?=[a-z]\w*: .*[,{]$|  [a-z]\w*: |\},$)/gm, '$1');
    expect(opened.match(/^ {2}\w+:/gm)).toHaveLength(53);
    await writeFile(join(cwd, 'seo-content.config.ts'), opened);
    const environment = {
      TAVILY_API_KEY: 'tvly-1',
      OPENAI_API_KEY: 'sk-1',
      WORDPRESS_APPLICATION_PASSWORD: 'abcd efgh ijkl mnop qrst uvwx',
      GHOST_ADMIN_API_KEY: `${'0a'.repeat(12)}:${'1b'.repeat(32)}`,
    };
    const { settings, origins } = await loadSettings({ cwd, environment });
    expect(settings.tone).toBe('plain and friendly');
    const unnamed = [...origins].filter(([, { kind }]) => kind === 'default').map(([path]) => path);
    expect(unnamed).toEqual(['tavily.apiBaseUrl', 'openalex.baseUrl']);
  });

  it('writes a configuration that passes the type checker', async () => {
    await init();
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      module: 'nodenext',
      types: [],
      // The published types export this type under the package's name.
      paths: { 'seo-content': [join(root, 'src', 'config', 'user-config.ts')] },
      allowImportingTsExtensions: true,
    };
    const project = { compilerOptions, files: ['seo-content.config.ts'] };
    await writeFile(join(cwd, 'tsconfig.json'), JSON.stringify(project));
    const check = () =>
      execa(join(root, 'node_modules', '.bin', 'tsc'), ['-p', cwd], {
        reject: false,
        stdin: 'ignore',
      });
    expect(await check()).toMatchObject({ exitCode: 0, stdout: '' });

    // And the checker does look: a slip is found.
    const config = await text('seo-content.config.ts');
    await writeFile(join(cwd, 'seo-content.config.ts'), config.replace('parallel: ', 'paralel: '));
    expect((await check()).stdout).toContain('paralel');
  });

  it('writes a workflow with a nightly batch, pinned to this version, that keeps the articles', async () => {
    await init();
    const workflow = parse(await text('.github/workflows/content.yml'));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(workflow.on.schedule[0].cron).toMatch(/^\d+ \d+ \* \* \*$/);
    const { steps } = workflow.jobs.batch;
    const batch = steps.find((step: { run?: string }) => step.run !== undefined);
    expect(batch.run).toContain(`seo-content@${version} batch --from-file keywords.csv`);
    expect(batch.run).toContain('--continue-on-error');
    expect(batch.env.OPENAI_API_KEY).toBe('${{ secrets.OPENAI_API_KEY }}');
    const upload = steps.at(-1);
    expect(upload).toMatchObject({ if: '${{ !cancelled() }}', with: { path: 'content' } });
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it('writes an example of .env that is a valid .env without keys', async () => {
    await init();
    await writeFile(join(cwd, '.env'), await text('.env.example'));
    expect((await loadSettings({ cwd, environment: {} })).secrets).toEqual({});
  });
});

describe('init where there is something', () => {
  it('keeps files, with --force overwrites them, and never the keywords or .env', async () => {
    await writeFile(join(cwd, 'seo-content.config.ts'), '// mine');
    await writeFile(join(cwd, 'keywords.csv'), 'keyword\nmine\n');
    await writeFile(join(cwd, '.env'), 'OPENAI_API_KEY=sk-mine\n');
    expect((await init()).stdout).toMatch(/^kept +seo-content\.config\.ts .*--force/m);
    expect(await text('seo-content.config.ts')).toBe('// mine');
    expect((await init('--force')).stdout).toMatch(/^overwritten +seo-content\.config\.ts /m);
    expect(await text('seo-content.config.ts')).toContain('satisfies UserConfig');
    expect(await text('keywords.csv')).toBe('keyword\nmine\n');
    expect(await text('.env')).toBe('OPENAI_API_KEY=sk-mine\n');
  });

  it('does not write through a link that leads nowhere', async () => {
    const target = join(cwd, 'elsewhere.ts');
    await symlink(target, join(cwd, '.env.example'));
    expect((await init()).stdout).toMatch(/^kept +\.env\.example/m);
    await expect(lstat(target)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('keeps state and keys out of a repository, also from a folder inside of it', async () => {
    await mkdir(join(cwd, '.git'));
    const { stdout } = await init('--dir', 'site/blog');
    expect(stdout).toMatch(/^written +\.gitignore/m);
    expect(await text('site/blog/.gitignore')).toBe('.seo-content/\n.env\n');
    expect(await text('site/blog/seo-content.config.ts')).toContain('UserConfig');
    expect((await init('--dir', 'site/blog')).stdout).toMatch(/^kept +\.gitignore/m);
  });
});

describe('init where it cannot write', () => {
  it('says where and why', async () => {
    await writeFile(join(cwd, 'file'), '');
    const { exitCode, stdout, stderr } = await init('--dir', 'file');
    expect(exitCode).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain(join('file', 'seo-content.config.ts'));
    expect(stderr).toContain('OUTPUT_UNWRITABLE');
  });

  it('refuses arguments it does not know', async () => {
    expect(await init('site')).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
