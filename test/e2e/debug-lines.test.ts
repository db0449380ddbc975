import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from '../support/cli.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_OPENAI_KEY,
  TEST_TAVILY_KEY,
} from '../support/loopback/server.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

describe('the debug lines', () => {
  it.each([
    ['--debug', ['--debug'], {}],
    ['SEO_CONTENT_LOG=debug', [], { SEO_CONTENT_LOG: 'debug' }],
  ] as const)(
    'tell URL, query, status, attempt and counts of each call (%s)',
    async (_name, flags, env) => {
      await using place = await Workplace.openWith(server, env);
      server.failNext('search', { status: 503 }, { break: 'html' });
      const { stderr, stdout } = await place.run([
        'batch',
        'heat pump',
        '--fan-out',
        '1',
        '--template',
        'glossary',
        ...flags,
      ]);
      const url = server.tavilyUrl;
      expect(stderr).toContain(`call 1 tavily search ${url}/search "heat pump"`);
      expect(stderr).toContain(
        'call 1 tavily search: attempt 1 failed (PROVIDER_UNAVAILABLE, HTTP 503)',
      );
      expect(stderr).toContain('call 1 tavily search: attempt 2 failed (ANSWER_INVALID, HTTP 200)');
      expect(stderr).toMatch(/call 1 tavily search ok: HTTP 200, 3 attempts, \d+ ms, \S+ http/);
      expect(stderr).toMatch(/openai complete ok: HTTP 200, 1 attempt, \d+ ms, [\d.]+K tokens, /);
      expect(stdout).not.toContain('call 1');
    },
  );

  it('are not there unless they are asked for', async () => {
    await using place = await Workplace.openWith(server, { SEO_CONTENT_LOG: 'info' });
    const { stderr } = await place.run(['batch', 'heat pump', '--template', 'glossary']);
    expect(stderr).not.toMatch(/call \d/);
  });

  it('say which answers were kept', async () => {
    await using place = await Workplace.openWith(server);
    const flags = ['--template', 'glossary', '--fan-out', '1', '--debug'];
    const debug = ['batch', 'heat pump', ...flags];
    server.failNext('search', {}, { status: 400 });
    expect((await place.run(debug)).stderr).not.toContain('kept answer');
    server.failNext('chat', { status: 400 });
    expect((await place.run(debug)).stderr).toMatch(
      /call 1 tavily search kept answer, from the cache http\S+ "heat pump"/,
    );
    const { stderr } = await place.run(debug);
    expect(stderr).toMatch(/heat pump: research took \S+ \(kept, of an equal keyword\)/);
  });

  it('show no key, whether in an address, in a header or in the words of a provider', async () => {
    await using place = await Workplace.openWith(server);
    const secret = 'hidden-0123456789';
    await place.write(
      'rows.csv',
      `keyword,sources\nheat pump,https://user:${secret}@example.com/page?api_key=${secret}&token=${secret}\n`,
    );
    const words = `Bad ${TEST_TAVILY_KEY} / ${TEST_OPENAI_KEY}, Authorization: Bearer ${secret}`;
    const headers = { location: `http://127.0.0.1:1/?api_key=${TEST_OPENAI_KEY}`, 'x-key': secret };
    server.failNext('extract', { status: 500, message: words, headers });
    server.failNext('search', { status: 307, message: words, headers });
    const { stderr, stdout } = await place.run([
      'batch',
      '--from-file',
      'rows.csv',
      '--template',
      'glossary',
      '--debug',
    ]);
    expect(stderr).toContain('[key removed]');
    for (const key of [secret, TEST_TAVILY_KEY, TEST_OPENAI_KEY]) {
      expect((stdout + stderr).includes(key)).toBe(false);
    }
  });
});
