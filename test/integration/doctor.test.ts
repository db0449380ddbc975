import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '../../src/cli/doctor/check.ts';
import { runDoctor, type DoctorOptions } from '../../src/cli/doctor/run-doctor.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import {
  startLoopbackServer,
  TEST_OPENAI_KEY,
  TEST_TAVILY_KEY,
  type LoopbackServer,
} from '../support/loopback/server.ts';
import { TEST_GHOST_KEY } from '../support/loopback/ghost-site.ts';
import { TEST_WORDPRESS_PASSWORD } from '../support/loopback/wordpress-site.ts';
import { runSource } from '../support/run-source.ts';

let cwd: string;
let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.reset();
  cwd = await mkdtemp(join(tmpdir(), 'doctor-'));
});
afterEach(() => rm(cwd, { recursive: true }));

async function examine(options: Partial<DoctorOptions> = {}) {
  const report = await runDoctor({
    cwd,
    environment: {},
    online: false,
    nodeVersion: '24.21.0',
    cores: 8,
    signal: new AbortController().signal,
    ...options,
  });
  const checks = new Map(report.checks.map((check): [string, Check] => [check.name, check]));
  return { ...report, check: (name: string) => checks.get(name) };
}

const configure = (config: unknown) =>
  writeFile(join(cwd, 'seo-content.config.json'), JSON.stringify(config));
const bothKeys = () => ({
  TAVILY_API_KEY: TEST_TAVILY_KEY,
  TAVILY_API_BASE_URL: server.tavilyUrl,
  OPENAI_API_KEY: TEST_OPENAI_KEY,
  OPENAI_BASE_URL: server.openaiUrl,
});

describe('in an empty folder without keys', () => {
  it('finds all that is needed, warns of what keys would add, and leaves nothing behind', async () => {
    const { check, checks, exitCode } = await examine();
    expect(exitCode).toBe(0);
    expect(checks.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(check('Configuration')?.message).toContain('none');
    expect(check('TAVILY_API_KEY')).toMatchObject({
      status: 'warning',
      remedy: expect.any(String),
    });
    expect(check('OPENAI_API_KEY')).toMatchObject({
      status: 'warning',
      remedy: expect.any(String),
    });
    expect(check('Library')).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/^1[26] documents .*shipped examples/),
    });
    expect(check('Output folder')?.message).toBe(`${join(cwd, 'content')}, to be made`);
    expect(check('State folder')?.status).toBe('ok');
    expect(check('Parallel')?.message).toContain('--parallel 5 is safe');
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('the machine', () => {
  it('must have a Node that is new enough', async () => {
    const { check, exitCode } = await examine({ nodeVersion: '22.14.0' });
    expect(check('Node')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('24.15'),
    });
    expect(exitCode).toBe(2);
    expect((await examine({ nodeVersion: '24.14.9' })).check('Node')?.status).toBe('failed');
    expect((await examine({ nodeVersion: '26.0.0' })).check('Node')?.status).toBe('ok');
  });
});

describe('the configuration', () => {
  it('is reported with all its problems, and the rest is left out', async () => {
    await configure({ paralel: 3, fanOut: 0 });
    const { check, exitCode } = await examine();
    expect(exitCode).toBe(2);
    expect(check('Configuration')).toMatchObject({ status: 'failed', code: 'CONFIG_INVALID' });
    expect(check('Configuration')?.message).toMatch(/paralel.*\n?.*fanOut|fanOut.*\n?.*paralel/);
    expect(check('Node')?.status).toBe('ok');
    expect(check('Library')).toBeUndefined();
  });
});

describe('keys', () => {
  it('are masked and named with their origin', async () => {
    const { check, checks } = await examine({ environment: bothKeys() });
    expect(check('OPENAI_API_KEY')).toMatchObject({
      status: 'ok',
      message: 'sk-…ef, from environment',
    });
    expect(check('TAVILY_API_KEY')?.message).toBe('tvl…ef, from environment');
    expect(JSON.stringify(checks)).not.toContain(TEST_OPENAI_KEY);
  });

  it('that the configuration needs and that are missing fail with a remedy', async () => {
    await configure({ writer: 'openai', research: ['tavily'] });
    const { check, exitCode } = await examine({
      environment: { OPENAI_API_KEY: ' ' },
      online: true,
    });
    expect(exitCode).toBe(2);
    for (const name of ['TAVILY_API_KEY', 'OPENAI_API_KEY']) {
      expect(check(name)).toMatchObject({
        status: 'failed',
        message: expect.stringContaining(`needs ${name}`),
        remedy: expect.stringContaining('.env'),
      });
    }
    expect(server.calls).toHaveLength(0);
  });

  it('that nobody needs are no matter', async () => {
    await configure({ writer: 'extractive', research: ['library'] });
    const { check } = await examine();
    expect(check('TAVILY_API_KEY')?.status).toBe('ok');
    expect(check('OPENAI_API_KEY')?.status).toBe('ok');
  });
});

describe('folders', () => {
  it('that cannot be written fail and say why', async () => {
    await writeFile(join(cwd, 'file'), '');
    await configure({ outputDir: './file/content' });
    const { check, exitCode } = await examine();
    expect(check('Output folder')).toMatchObject({ status: 'failed', code: 'OUTPUT_UNWRITABLE' });
    expect(check('Output folder')?.remedy).toContain('--output-dir');
    expect(check('State folder')?.status).toBe('ok');
    expect(exitCode).toBe(2);
  });

  it('of the state have no flag that would move them', async () => {
    await writeFile(join(cwd, '.seo-content'), '');
    const { check } = await examine();
    const state = check('State folder');
    expect(state).toMatchObject({ status: 'failed', code: 'OUTPUT_UNWRITABLE' });
    expect(state?.remedy).toContain('work in another folder');
    expect(state?.remedy).not.toContain('--output-dir');
  });
});

describe('the library', () => {
  it('is counted, not indexed', async () => {
    await mkdir(join(cwd, 'documents', 'deep'), { recursive: true });
    await writeFile(join(cwd, 'documents', 'a.md'), '# A\n\nText.');
    await writeFile(join(cwd, 'documents', 'deep', 'b.txt'), 'Text.');
    await writeFile(join(cwd, 'documents', 'picture.png'), 'x');
    await configure({ library: ['documents'] });
    const { check } = await examine();
    expect(check('Library')).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/^2 documents/),
    });
    expect(await readdir(cwd)).toEqual(['documents', 'seo-content.config.json']);
  });

  it('that is not there or has no document fails', async () => {
    await configure({ library: ['gone'] });
    expect((await examine()).check('Library')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('gone'),
    });
    await mkdir(join(cwd, 'gone'));
    expect((await examine()).check('Library')?.status).toBe('failed');
  });

  it('is skipped when it is not in use', async () => {
    const { check } = await examine({ environment: { TAVILY_API_KEY: TEST_TAVILY_KEY } });
    expect(check('Library')?.status).toBe('skipped');
  });
});

describe('services', () => {
  it('are left alone without --online', async () => {
    const { check } = await examine({ environment: bothKeys() });
    expect(check('Tavily')).toMatchObject({
      status: 'skipped',
      message: expect.stringContaining('--online'),
    });
    expect(server.calls).toHaveLength(0);
  });

  it('are asked one question each with it', async () => {
    const { check, exitCode } = await examine({ environment: bothKeys(), online: true });
    expect(exitCode).toBe(0);
    expect(check('Tavily')).toMatchObject({
      status: 'ok',
      message: 'answers; 0 of 1000 credits used',
    });
    expect(check('OpenAI')).toMatchObject({
      status: 'ok',
      message: 'answers, and has gpt-5.4-mini',
    });
    expect(server.calls.map(({ route }) => route).toSorted()).toEqual(['models', 'usage']);
  });

  it('that are not in use are not asked', async () => {
    await configure({ writer: 'extractive', research: ['library'] });
    const { check } = await examine({ environment: bothKeys(), online: true });
    expect(check('OpenAI')).toMatchObject({ status: 'skipped', message: 'not in use' });
    expect(server.calls).toHaveLength(0);
  });

  it('that refuse the key make the exit code 3, and are asked once', async () => {
    const environment = { ...bothKeys(), TAVILY_API_KEY: 'tvly-wrong-0123456789' };
    const { check, checks, exitCode } = await examine({ environment, online: true });
    expect(check('Tavily')).toMatchObject({
      status: 'failed',
      code: 'KEY_REJECTED',
      remedy: expect.any(String),
    });
    expect(exitCode).toBe(3);
    expect(server.count('usage')).toBe(1);
    expect(JSON.stringify(checks)).not.toContain('tvly-wrong-0123456789');
  });

  it('with a key that is used up fail, and nearly used up warn', async () => {
    const usage = (used: number) => ({
      body: { key: { usage: used, limit: 1000 }, account: { plan_usage: 5, plan_limit: 15_000 } },
    });
    server.failNext('usage', usage(1000), usage(950));
    const options = { environment: bothKeys(), online: true };
    const { check, exitCode } = await examine(options);
    expect(check('Tavily')).toMatchObject({ status: 'failed', code: 'QUOTA_EXHAUSTED' });
    expect(exitCode).toBe(3);
    expect((await examine(options)).check('Tavily')?.status).toBe('warning');
  });

  it('without the model warn', async () => {
    server.configure({ models: ['llama'] });
    const { check } = await examine({ environment: bothKeys(), online: true });
    expect(check('OpenAI')).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('gpt-5.4-mini'),
    });
  });

  it('that cannot be reached fail as something to be set right', async () => {
    server.failNext('models', { break: 'reset' });
    const { check, exitCode } = await examine({ environment: bothKeys(), online: true });
    expect(check('OpenAI')?.status).toBe('failed');
    expect(exitCode).toBe(2);
    expect(server.count('models')).toBe(1);
  });
});

describe('content systems', () => {
  const sites = () => ({
    WORDPRESS_URL: server.url,
    WORDPRESS_USER: 'anna',
    WORDPRESS_APPLICATION_PASSWORD: TEST_WORDPRESS_PASSWORD,
    GHOST_URL: server.url,
    GHOST_ADMIN_API_KEY: TEST_GHOST_KEY,
  });

  it('are not spoken of where nobody has any', async () => {
    const { check } = await examine({ environment: bothKeys() });
    expect([check('WordPress'), check('Ghost')]).toEqual([undefined, undefined]);
  });

  it('are told with their masked keys, and asked only with --online', async () => {
    const { check, checks, exitCode } = await examine({ environment: sites() });
    expect(check('WordPress')).toMatchObject({
      status: 'ok',
      message: expect.stringContaining(`${server.url}, key AbC…12, from environment`) as string,
    });
    expect(exitCode).toBe(0);
    expect(server.calls).toHaveLength(0);
    expect(JSON.stringify(checks)).not.toContain(TEST_WORDPRESS_PASSWORD);
  });

  it('say whether they take the keys, and what would be better', async () => {
    const { rules } = server.wordpress;
    server.wordpress.rules = { ...rules, capabilities: { edit_posts: true } };
    const { check, exitCode } = await examine({ environment: sites(), online: true });
    expect(check('WordPress')).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('lets anna write') as string,
      remedy: expect.stringContaining('Editor') as string,
    });
    expect(check('Ghost')).toEqual({
      name: 'Ghost',
      status: 'ok',
      message: 'answers, and takes the key',
    });
    expect(exitCode).toBe(0);
    expect(server.wordpress.posts).toEqual([]);
  });

  it('that refuse the key make the exit code 3', async () => {
    const environment = { ...sites(), WORDPRESS_APPLICATION_PASSWORD: 'wrong wrong wrong' };
    const { check, exitCode } = await examine({ environment, online: true });
    expect(check('WordPress')).toMatchObject({ status: 'failed', code: 'KEY_REJECTED' });
    expect(exitCode).toBe(3);
  });

  it('that are asked for and lack something fail', async () => {
    await configure({ publish: ['ghost'] });
    const { check, exitCode } = await examine({ environment: { GHOST_URL: server.url } });
    expect(check('Ghost')).toMatchObject({
      status: 'failed',
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('GHOST_ADMIN_API_KEY') as string,
      remedy: expect.stringContaining('Integrations') as string,
    });
    expect(exitCode).toBe(2);
  });
});

describe('the ledger', () => {
  const path = () => join(cwd, '.seo-content', 'ledger.db');

  it('is not made by looking for it', async () => {
    expect((await examine()).check('Ledger')).toEqual({
      name: 'Ledger',
      status: 'skipped',
      message: `${path()}, made by the first run`,
    });
    expect(await readdir(cwd)).toEqual([]);
  });

  it('is read, and what providers told about their limits is shown and counts', async () => {
    const ledger = await openLedger(path(), { create: true });
    const learnedAt = '2026-03-02T08:00:00.000Z';
    ledger.saveLimits({ provider: 'openai', requestsPerMinute: 3, learnedAt });
    await ledger.close();
    const { check, exitCode } = await examine({ environment: bothKeys() });
    expect(exitCode).toBe(0);
    expect(check('Ledger')).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/ledger\.db: 0 runs, [\d.]+ [kM]B, version \d+$/),
    });
    expect(check('OpenAI limits')).toEqual({
      name: 'OpenAI limits',
      status: 'warning',
      message: 'learned 3 requests a minute, configured 500 (told on 2026-03-02)',
      remedy: 'The lower ones hold. Set limits.openai.requestsPerMinute to 3.',
    });
    expect(check('Parallel')?.message).toContain('--parallel 1 is safe (bound by OpenAI requests');
    const other = await examine();
    expect(other.check('OpenAI limits')).toBeUndefined();
    expect(other.check('Parallel')?.message).toContain('--parallel 5 is safe');
  });

  it('that is damaged fails with what to do, and stays as it is', async () => {
    await (await openLedger(path(), { create: true })).close();
    const damaged = (await readFile(path())).fill(0x5a, 100, 3000);
    await writeFile(path(), damaged);
    const { check, exitCode } = await examine();
    expect(check('Ledger')).toMatchObject({
      status: 'failed',
      code: 'LEDGER_DAMAGED',
      remedy: expect.any(String),
    });
    expect(exitCode).toBe(2);
    expect(await readFile(path())).toEqual(damaged);
  });
});

describe('the advice on --parallel', () => {
  it('goes by limits and cores, and warns of more', async () => {
    await configure({ parallel: 10 });
    const environment = { TAVILY_API_KEY: TEST_TAVILY_KEY };
    expect((await examine({ environment })).check('Parallel')).toMatchObject({
      status: 'warning',
      message:
        'up to --parallel 4 is safe (bound by Tavily requests a minute), but it is set to 10',
    });
    expect((await examine({ environment, cores: 1 })).check('Parallel')?.message).toContain(
      '--parallel 1 is safe (this machine has 1 core)',
    );
  });

  it('has nothing to add to auto', async () => {
    await configure({ parallel: 'auto' });
    expect((await examine()).check('Parallel')).toMatchObject({
      status: 'ok',
      message: 'up to --parallel 5 is safe (more gain little), and auto takes it',
    });
  });
});

describe('the command', () => {
  it('shows a check a line with its remedy below', async () => {
    const { exitCode, stdout, stderr } = await runSource(['doctor'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^✔ Node {12}24|^✔ Node {12}\d/m);
    expect(stdout).toMatch(/^! OPENAI_API_KEY {2}not set.*\n {18}→ Set OPENAI_API_KEY/m);
    expect(stdout).toMatch(/\n\nReady to run; warnings: 2\.$/);
  });

  it('prints one JSON document and exits by what failed', async () => {
    await configure({ writer: 'openai' });
    const { exitCode, stdout, stderr } = await runSource(['doctor', '--json'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report.exitCode).toBe(2);
    expect(report.checks).toContainEqual(
      expect.objectContaining({ name: 'OPENAI_API_KEY', status: 'failed' }),
    );
  });
});

describe('searches that cost nothing', () => {
  const places = () => ({
    SEARXNG_BASE_URL: server.searxngUrl,
    OPENALEX_BASE_URL: server.openalexUrl,
  });

  it('are not spoken of where nobody uses them', async () => {
    const { check } = await examine({ environment: places(), online: true });
    expect([check('SearXNG'), check('OpenAlex'), check('OPENALEX_API_KEY')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(server.calls).toHaveLength(0);
  });

  it('are asked one question each with --online', async () => {
    await configure({ research: ['searxng', 'openalex'], writer: 'extractive' });
    expect((await examine({ environment: places() })).check('SearXNG')?.status).toBe('skipped');
    expect(server.calls).toHaveLength(0);
    const { check, exitCode } = await examine({ environment: places(), online: true });
    expect(check('SearXNG')).toEqual({ name: 'SearXNG', status: 'ok', message: 'answers' });
    expect(check('OpenAlex')).toEqual({ name: 'OpenAlex', status: 'ok', message: 'answers' });
    expect(check('OPENALEX_API_KEY')).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('few a day') as string,
    });
    expect(check('TAVILY_API_KEY')?.status).toBe('ok');
    expect(exitCode).toBe(0);
    expect(server.calls.map(({ route }) => route).toSorted()).toEqual(['searxng', 'works']);
  });

  it('that lack their address or do not give JSON fail with the remedy', async () => {
    await configure({ research: ['searxng'], writer: 'extractive' });
    const without = await examine({ online: true });
    expect(without.check('SearXNG')).toMatchObject({
      status: 'failed',
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('SEARXNG_BASE_URL') as string,
    });
    expect(without.check('TAVILY_API_KEY')?.status).toBe('ok');
    expect(without.exitCode).toBe(2);
    server.configure({ searxng: { formats: ['html'] } });
    const { check } = await examine({ environment: places(), online: true });
    expect(check('SearXNG')).toMatchObject({
      status: 'failed',
      remedy: expect.stringContaining('search.formats') as string,
    });
  });

  it('that find nothing at all warn', async () => {
    await configure({ research: ['searxng'], writer: 'extractive' });
    server.configure({ searxng: { results: () => [] } });
    const { check } = await examine({ environment: places(), online: true });
    expect(check('SearXNG')).toMatchObject({
      status: 'warning',
      remedy: expect.stringContaining(server.searxngUrl) as string,
    });
  });
});
