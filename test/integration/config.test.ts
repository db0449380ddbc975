import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSource } from '../support/run-source.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'config-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const KEY = 'sk-test-0123456789abcdef';
const config = (args: string[], environment: Record<string, string> = {}) =>
  runSource(['config', ...args], { cwd, environment });

describe('config', () => {
  it('shows each setting, its value and its origin in aligned columns', async () => {
    await writeFile(
      join(cwd, 'seo-content.config.json'),
      '{ "parallel": 3, "formats": ["md", "html"] }',
    );
    await writeFile(join(cwd, '.env'), 'OPENAI_MODEL=of-dotenv\nTAVILY_API_KEY=short\n');
    const { exitCode, stdout, stderr } = await config([], { OPENAI_API_KEY: KEY });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`Configuration  ${join(cwd, 'seo-content.config.json')}`);
    const row = (setting: string) =>
      stdout
        .split('\n')
        .find((line) => line.startsWith(`${setting} `))
        ?.split(/ {2,}/);
    expect(row('parallel')).toEqual(['parallel', '3', 'seo-content.config.json']);
    expect(row('formats')).toEqual(['formats', 'md, html', 'seo-content.config.json']);
    expect(row('fanOut')).toEqual(['fanOut', '4', 'default']);
    expect(row('openai.model')).toEqual(['openai.model', 'of-dotenv', 'OPENAI_MODEL (.env)']);
    expect(row('writer')).toEqual(['writer', 'openai', 'default, OPENAI_API_KEY is set']);
    expect(row('library')).toEqual(['library', 'shipped examples', 'default']);
    expect(row('tone')).toEqual(['tone', 'not set']);
    expect(row('OPENAI_API_KEY')).toEqual([
      'OPENAI_API_KEY',
      'sk-…ef',
      'OPENAI_API_KEY (environment)',
    ]);
    expect(row('TAVILY_API_KEY')).toEqual(['TAVILY_API_KEY', '***', 'TAVILY_API_KEY (.env)']);
    const table = stdout
      .split('\n')
      .slice(stdout.split('\n').findIndex((line) => line.startsWith('Setting')));
    const column = table[0]?.indexOf('Value') ?? 0;
    expect(table.every((line) => line[column] !== ' ' && line[column - 1] === ' ')).toBe(true);
  });

  it('prints one JSON document without keys', async () => {
    const { exitCode, stdout, stderr } = await config(['--json'], { OPENAI_API_KEY: KEY });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report.configuration).toBeNull();
    expect(report.stateDirectory).toBe(join(cwd, '.seo-content'));
    expect(report.settings).toContainEqual({
      setting: 'outputDir',
      value: join(cwd, 'content'),
      origin: { kind: 'default', name: '' },
    });
    expect(report.settings).toContainEqual({
      setting: 'OPENAI_API_KEY',
      value: 'sk-…ef',
      origin: { kind: 'environment', name: 'OPENAI_API_KEY' },
    });
    expect(report.settings).toContainEqual(
      expect.objectContaining({ setting: 'tone', value: null }),
    );
    expect(stdout).not.toContain(KEY);
  });

  it('shows a configuration that still lacks a key', async () => {
    await writeFile(join(cwd, 'seo-content.config.json'), '{ "writer": "openai" }');
    expect((await config([])).stdout).toMatch(/^writer +openai +seo-content\.config\.json$/m);
  });

  it('tells all problems on stderr and exits with 2', async () => {
    await writeFile(join(cwd, 'seo-content.config.json'), '{ "paralel": 3, "fanOut": 0 }');
    await writeFile(join(cwd, '.env'), `OPENAI_API_KEY="${KEY}\n`);
    const { exitCode, stdout, stderr } = await config(['--json']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('There are 3 problems');
    expect(stderr).toContain('did you mean parallel?');
    expect(stderr).toContain('.env, line 1');
    expect(stderr).not.toContain(KEY);
  });
});
