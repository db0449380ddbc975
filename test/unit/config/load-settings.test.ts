import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings, type LoadOptions } from '../../../src/config/load-settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/config/settings.ts';
import { AppError, exitCodeOf } from '../../../src/core/errors.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'settings-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const load = (options: Partial<LoadOptions> = {}) =>
  loadSettings({ cwd, environment: {}, ...options });

async function failure(options: Partial<LoadOptions> = {}): Promise<AppError> {
  const error = await load(options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  expect((error as AppError).code).toBe('CONFIG_INVALID');
  expect(exitCodeOf(error)).toBe(2);
  return error as AppError;
}

const put = (name: string, text: string) => writeFile(join(cwd, name), text);
const putJson = (config: unknown) => put('seo-content.config.json', JSON.stringify(config));

describe('without anything', () => {
  it('works in the library with the extractive writer, in the working directory', async () => {
    const loaded = await load();
    expect(loaded.settings).toEqual({ ...DEFAULT_SETTINGS, outputDir: join(cwd, 'content') });
    expect(loaded.secrets).toEqual({});
    expect(loaded.baseDirectory).toBe(cwd);
    expect(loaded.stateDirectory).toBe(join(cwd, '.seo-content'));
    expect(loaded).not.toHaveProperty('configPath');
    expect(loaded.origins.get('parallel')).toEqual({ kind: 'default', name: '' });
  });
});

describe('precedence', () => {
  it('goes flag, environment, .env, file, default, and tells which it was', async () => {
    await putJson({
      parallel: 2,
      fanOut: 3,
      maxSources: 4,
      openai: { model: 'of-the-file', baseUrl: 'http://file.test/v1' },
      tavily: { apiBaseUrl: 'http://file.test' },
    });
    await put(
      '.env',
      'OPENAI_MODEL=of-dotenv\nOPENAI_BASE_URL=http://dotenv.test/v1\nTAVILY_API_KEY=tvly-dotenv\n',
    );
    const { settings, origins, secrets } = await load({
      flags: { parallel: '7' },
      environment: { OPENAI_MODEL: 'of-the-environment' },
    });
    expect(settings.parallel).toBe(7);
    expect(settings.fanOut).toBe(3);
    expect(settings.openai).toEqual({
      model: 'of-the-environment',
      embeddingModel: 'text-embedding-3-small',
      baseUrl: 'http://dotenv.test/v1',
      maxOutputTokens: 16_000,
    });
    expect(settings.tavily.apiBaseUrl).toBe('http://file.test');
    expect(secrets).toEqual({ tavilyApiKey: 'tvly-dotenv' });
    expect(Object.fromEntries(origins)).toMatchObject({
      parallel: { kind: 'flag', name: '--parallel' },
      fanOut: { kind: 'file', name: 'seo-content.config.json' },
      'openai.model': { kind: 'environment', name: 'OPENAI_MODEL' },
      'openai.baseUrl': { kind: '.env', name: 'OPENAI_BASE_URL' },
      'tavily.apiBaseUrl': { kind: 'file', name: 'seo-content.config.json' },
      'openai.maxOutputTokens': { kind: 'default', name: '' },
      TAVILY_API_KEY: { kind: '.env', name: 'TAVILY_API_KEY' },
    });
  });

  it('lets an empty variable of the environment switch off a key of .env', async () => {
    await put('.env', 'OPENAI_API_KEY=sk-of-dotenv\n');
    expect((await load()).settings.writer).toBe('openai');
    const { settings, secrets } = await load({ environment: { OPENAI_API_KEY: '' } });
    expect(settings.writer).toBe('extractive');
    expect(secrets).toEqual({});
  });

  it('takes a list as a whole, so that a flag replaces what the file says', async () => {
    await putJson({ formats: ['md', 'html'], mode: 'continue' });
    const { settings } = await load({ flags: { format: 'json', 'fail-fast': true } });
    expect(settings.formats).toEqual(['json']);
    expect(settings.mode).toBe('fail-fast');
  });

  it('does not let a flag that was not given hide other settings', async () => {
    await putJson({ mode: 'continue' });
    const { settings } = await load({ flags: { 'continue-on-error': false, format: undefined } });
    expect(settings.mode).toBe('continue');
    expect(settings.formats).toEqual(['md']);
  });
});

describe('keys decide on defaults', () => {
  it.each([
    { environment: { TAVILY_API_KEY: 'tvly-1' }, research: ['tavily'], writer: 'extractive' },
    { environment: { OPENAI_API_KEY: 'sk-1' }, research: ['library'], writer: 'openai' },
    {
      environment: { OPENAI_BASE_URL: 'http://localhost:11434/v1' },
      research: ['library'],
      writer: 'openai',
    },
    {
      environment: { OPENAI_API_KEY: '', TAVILY_API_KEY: ' \t' },
      research: ['library'],
      writer: 'extractive',
    },
    { environment: { OPENAI_BASE_URL: ' ' }, research: ['library'], writer: 'extractive' },
  ])('$environment', async ({ environment, research, writer }) => {
    const { settings } = await load({ environment });
    expect(settings).toMatchObject({ research, writer });
  });

  it('makes vectors with OpenAI where its key is, else offline', async () => {
    const embeddings = async (options: Partial<LoadOptions>) =>
      (await load(options)).settings.embeddings;
    const environment = { OPENAI_API_KEY: 'sk-1' };
    expect(await embeddings({})).toBe('offline');
    expect(await embeddings({ environment })).toBe('openai');
    expect(await embeddings({ environment: { OPENAI_BASE_URL: 'http://localhost/v1' } })).toBe(
      'offline',
    );
    expect(await embeddings({ environment, flags: { embeddings: 'none' } })).toBe('none');
    expect(
      (await load({ environment: { OPENAI_EMBEDDING_MODEL: 'nomic' } })).settings.openai,
    ).toMatchObject({ embeddingModel: 'nomic' });
  });

  it('never over what was asked for', async () => {
    const { settings } = await load({
      environment: { OPENAI_API_KEY: 'sk-1', TAVILY_API_KEY: 'tvly-1' },
      flags: { writer: 'extractive', research: ['library'] },
    });
    expect(settings).toMatchObject({ research: ['library'], writer: 'extractive' });
  });
});

describe('a key that is missing', () => {
  it('is named for each provider that was asked for, with a remedy', async () => {
    await putJson({ writer: 'openai' });
    const error = await failure({ flags: { research: 'library,tavily' } });
    expect(error.message).toContain('--research: research with tavily needs TAVILY_API_KEY');
    expect(error.message).toContain(
      'seo-content.config.json: the writer openai needs OPENAI_API_KEY',
    );
    expect(error.suggestions).toHaveLength(2);
    expect(error.suggestions.join()).toMatch(/--research library.*--writer extractive/s);
  });

  it('is demanded for embeddings where these are what is done', async () => {
    const flags = { embeddings: 'openai' };
    const error = await failure({ flags, needs: ['embedding'] });
    expect(error.message).toContain('--embeddings: embeddings of openai need OPENAI_API_KEY');
    expect(error.suggestions.join()).toContain('--embeddings offline');
    expect((await load({ flags, needs: ['research'] })).settings.embeddings).toBe('openai');
  });

  it('counts as missing when it is blank', async () => {
    const error = await failure({
      flags: { writer: 'openai' },
      environment: { OPENAI_API_KEY: '  ' },
    });
    expect(error.message).toContain('OPENAI_API_KEY, which is not set');
  });

  it('is not needed with a server of one’s own, nor for work that is not done', async () => {
    const environment = { OPENAI_BASE_URL: 'http://localhost:11434/v1' };
    expect((await load({ flags: { writer: 'openai' }, environment })).settings.writer).toBe(
      'openai',
    );
    const onlyResearch = await load({ flags: { writer: 'openai' }, needs: ['research'] });
    expect(onlyResearch.settings.writer).toBe('openai');
    expect((await load({ flags: { research: 'tavily' }, needs: [] })).settings.research).toEqual([
      'tavily',
    ]);
  });
});

describe('a key that cannot be one', () => {
  it.each([
    ['a line break', 'sk-secret\nvalue'],
    ['a space', 'sk-secret value'],
    ['quotation marks', '"sk-secretvalue"'],
    ['characters that no key has', 'sk-secretvaluе'],
    ['longer than', `sk-secret${'x'.repeat(2000)}`],
  ])('with %s is reported by name and never shown', async (reason, value) => {
    const error = await failure({ environment: { OPENAI_API_KEY: value } });
    expect(error.message).toContain('OPENAI_API_KEY (environment)');
    expect(error.message).toContain(reason);
    expect(JSON.stringify([error.message, error.suggestions])).not.toContain('secret');
  });
});

describe('publishing', () => {
  const ghostKey = `${'0a'.repeat(12)}:${'1B'.repeat(32)}`;
  const complete = {
    WORDPRESS_URL: 'https://site.test',
    WORDPRESS_USER: 'anna',
    WORDPRESS_APPLICATION_PASSWORD: 'abcd EFGH 1234\u00A0ijkl mnop 5678',
    GHOST_URL: 'http://localhost:2368',
    GHOST_ADMIN_API_KEY: ghostKey,
  };

  it('takes the password as WordPress shows it, with blanks or without', async () => {
    const { secrets, settings } = await load({
      flags: { publish: 'ghost,wordpress,ghost' },
      environment: complete,
    });
    expect(secrets).toMatchObject({
      wordpressPassword: 'abcdEFGH1234ijklmnop5678',
      ghostAdminKey: ghostKey,
    });
    expect(settings.publish).toEqual(['ghost', 'wordpress']);
    await put('.env', 'WORDPRESS_APPLICATION_PASSWORD=abcd efgh # of anna\n');
    expect((await load()).secrets.wordpressPassword).toBe('abcdefgh');
  });

  it('needs address, user and key of each place, named by setting and variable', async () => {
    const { message, suggestions } = await failure({ flags: { publish: 'wordpress,ghost' } });
    expect(message.split('\n').slice(1)).toEqual([
      '  - --publish: publishing at wordpress needs wordpress.url (WORDPRESS_URL), which is not set',
      '  - --publish: publishing at wordpress needs wordpress.user (WORDPRESS_USER), which is not set',
      '  - --publish: publishing at wordpress needs WORDPRESS_APPLICATION_PASSWORD, which is not set',
      '  - --publish: publishing at ghost needs ghost.url (GHOST_URL), which is not set',
      '  - --publish: publishing at ghost needs GHOST_ADMIN_API_KEY, which is not set',
    ]);
    expect(suggestions).toHaveLength(5);
    expect(suggestions[2]).toContain('Application Passwords');
  });

  it('needs nothing for work that publishes nothing', async () => {
    const flags = { publish: 'wordpress' };
    await expect(load({ flags, needs: ['research'] })).resolves.toBeDefined();
    await expect(
      load({ environment: { WORDPRESS_URL: 'http://site.test' } }),
    ).resolves.toBeDefined();
  });

  it('sends no key over a network unencrypted', async () => {
    const { message, suggestions } = await failure({
      flags: { publish: 'wordpress' },
      environment: { ...complete, WORDPRESS_URL: 'http://site.test' },
    });
    expect(message).toContain('wordpress.url: http://site.test would send the key');
    expect(suggestions).toEqual([expect.stringContaining('https://')]);
  });

  it('tells a key of Ghost that cannot be one without showing it', async () => {
    const { message } = await failure({
      environment: { GHOST_ADMIN_API_KEY: '22444f78447824223c' },
    });
    expect(message).toMatch(/GHOST_ADMIN_API_KEY \(environment\).*Content API key/);
    expect(message).not.toContain('22444f78');
  });

  it('of a resumed run goes where the run was to go, with the keys of today', async () => {
    const { settings } = await load({ flags: { publish: 'wordpress' }, environment: complete });
    const snapshot = { run: 'r1', settings: JSON.parse(JSON.stringify(settings)) as unknown };
    const resumed = await load({
      snapshot,
      environment: { ...complete, WORDPRESS_URL: 'https://other.test', WORDPRESS_USER: 'bert' },
    });
    expect(resumed.settings).toMatchObject({
      publish: ['wordpress'],
      wordpress: { url: 'https://site.test', user: 'anna' },
    });
    expect((await failure({ snapshot })).message).toContain('WORDPRESS_APPLICATION_PASSWORD');
  });
});

describe('relative paths', () => {
  it('become absolute from the working directory; template names stay names', async () => {
    await putJson({ library: ['notes', '/var/docs', './notes'] });
    const { settings } = await load({
      flags: { 'output-dir': 'out/articles', template: 'mine/guide.md' },
    });
    expect(settings.outputDir).toBe(join(cwd, 'out/articles'));
    expect(settings.library).toEqual([join(cwd, 'notes'), '/var/docs']);
    expect(settings.template).toBe(join(cwd, 'mine/guide.md'));
    expect((await load({ flags: { template: 'how-to' } })).settings.template).toBe('how-to');
  });
});

describe('problems', () => {
  it('are all told at once, each with its place', async () => {
    await put('.env', 'no assignment\nOPENAI_API_KEY="a b"\n');
    await putJson({ fanOut: 0, tavily: { maxResults: 99 }, library: ['ok', 3] });
    const { message } = await failure({
      flags: { parallel: 'many', format: 'pdf' },
      environment: { OPENAI_BASE_URL: 'ftp://secret.test' },
    });
    expect(message).toMatch(/^There are 7 problems/);
    expect(message).toContain('.env, line 1: is not of the form NAME=value');
    expect(message).toContain(
      '--parallel: must be a whole number from 1 to 100, or auto, not "many"',
    );
    expect(message).toContain('--format: must be md, html, json or wordpress, not "pdf"');
    expect(message).toContain('OPENAI_BASE_URL (environment): must be a URL that starts with http');
    expect(message).not.toContain('secret.test');
    expect(message).toContain(
      'seo-content.config.json: fanOut must be a whole number from 1 to 32, not 0',
    );
    expect(message).toContain('tavily.maxResults must be a whole number from 1 to 20, not 99');
    expect(message).toContain('library.1 must be text');
  });

  it('include those of .env beside a configuration that does not load', async () => {
    await put('.env', 'broken\n');
    await put('seo-content.config.json', '{');
    const { message } = await failure();
    expect(message).toMatch(/\.env, line 1.*seo-content\.config\.json ends too early/s);
  });

  it.each([
    [{ paralel: 3 }, '"paralel" is not a setting; did you mean parallel?'],
    [{ output_dir: 'x' }, '"output_dir" is not a setting; did you mean outputDir?'],
    [{ openai: { modle: 'x' } }, '"openai.modle" is not a setting; did you mean openai.model?'],
    [{ limits: { openai: { tokenPerMinute: 1 } } }, 'did you mean limits.openai.tokensPerMinute?'],
    [{ zebra: 1 }, '"zebra" is not a setting.'],
    [
      { openai: { apiKey: 'sk-secret' } },
      '"openai.apiKey" is not a setting; keys belong in the environment',
    ],
    [{ openai: 3 }, 'openai must be an object with settings in it, not 3'],
    [{ parallel: 1.5 }, 'parallel must be a whole number from 1 to 100, or auto, not 1.5'],
    [{ outputDir: '' }, 'outputDir must be text of 1 to 1000 characters on one line, not ""'],
    [{ outputDir: 'a\u0000b' }, 'outputDir must be text'],
    [{ tone: 'x\ny' }, 'tone must be text'],
    [{ formats: [] }, 'formats must name at least one of md, html, json'],
    [{ research: 'tavily' }, 'must be a list of tavily, library, openalex, searxng, not "tavily"'],
    [{ language: 'not a tag' }, 'language must be a language tag'],
    [{ openai: { baseUrl: 'https://me:pass@host.test' } }, 'without user name'],
    [{ openai: { baseUrl: 'https://host.test/v1?x=1' } }, 'without user name, query and fragment'],
    [{ audience: 'x'.repeat(500) }, 'xxx…'],
  ])('in a file: %j', async (config, expected) => {
    await putJson(config);
    const { message } = await failure();
    expect(message).toContain('seo-content.config.json: ');
    expect(message).toContain(expected);
    expect(message).not.toMatch(/secret|pass@/);
    expect(message.length).toBeLessThan(400);
  });

  it('include an empty list on the command line', async () => {
    expect((await failure({ flags: { format: ' , ' } })).message).toContain(
      '--format: must name at least',
    );
  });
});

describe('values', () => {
  it('are normalised: lists without repeats, names in any case, canonical language tags', async () => {
    const { settings } = await load({ flags: { format: ['MD', 'html,md'], parallel: 'auto' } });
    expect(settings.formats).toEqual(['md', 'html']);
    expect(settings.parallel).toBe('auto');
    await putJson({ language: 'pt-br' });
    expect((await load()).settings.language).toBe('pt-BR');
  });

  it('ignores variables of others', async () => {
    const { settings } = await load({
      environment: { PARALLEL: '9', PATH: '/bin', OPENAI_MODEL: ' m ' },
    });
    expect(settings.openai.model).toBe('m');
    expect(settings.parallel).toBe(1);
  });
});

describe('.env', () => {
  it('may hold quotes, comments, export, more than one line and variables of others', async () => {
    await put(
      '.env',
      '\ufeff# keys\r\nexport OPENAI_API_KEY="sk-1" # mine\r\n\r\nOTHER="two\nlines"\nTAVILY_API_KEY = tvly-1\n',
    );
    expect((await load()).secrets).toEqual({ openaiApiKey: 'sk-1', tavilyApiKey: 'tvly-1' });
  });

  it('is checked line by line and its values are never shown', async () => {
    await put(
      '.env',
      'OPENAI_API_KEY: secret1\n# fine\n1BAD=secret2\nA B=secret3\nA="x" secret4\nB=\u0001secret5\nC="secret6\n',
    );
    const { message } = await failure();
    for (const line of [1, 3, 4])
      expect(message).toContain(`.env, line ${line}: is not of the form`);
    expect(message).toContain('.env, line 5: has text after the closing quotation mark');
    expect(message).toContain('.env, line 6: holds a control character');
    expect(message).toContain('.env, line 7: has a quotation mark that is never closed');
    expect(message).not.toContain('secret');
  });

  it('must be a text file of reasonable size', async () => {
    await put('.env', `A=${'x'.repeat(70_000)}`);
    expect((await failure()).message).toContain('.env: is larger than 64 KiB');
    await writeFile(join(cwd, '.env'), Buffer.from([0x41, 0x3d, 0xff, 0xfe]));
    expect((await failure()).message).toContain('.env: is not UTF-8 text');
    await rm(join(cwd, '.env'));
    await mkdir(join(cwd, '.env'));
    expect((await failure()).message).toContain('.env: is not a file');
  });
});

describe('settings that could have no effect', () => {
  it('are refused with what would help', async () => {
    const error = await failure({ flags: { judge: true, writer: 'extractive', sitemap: true } });
    expect(error.message).toContain(
      '--judge: the judge is a model, and the writer extractive has none',
    );
    expect(error.message).toContain('--sitemap: a sitemap holds whole addresses');
    expect(error.suggestions.join(' ')).toContain('--site-url');
  });
});
