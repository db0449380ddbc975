import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonAnswer } from '../support/loopback/json-answer.ts';
import { RateWindow } from '../support/loopback/rate-window.ts';
import { Schedule } from '../support/loopback/schedule.ts';
import { searchResults } from '../support/loopback/search-results.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_OPENAI_KEY,
  TEST_TAVILY_KEY,
} from '../support/loopback/server.ts';

const post = (url: string, key: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the loopback server', () => {
  let server: LoopbackServer;
  const search = (query: string): Promise<Response> =>
    post(`${server.tavilyUrl}/search`, TEST_TAVILY_KEY, { query, include_raw_content: 'markdown' });
  const chat = (body: object = {}): Promise<Response> =>
    post(`${server.openaiUrl}/chat/completions`, TEST_OPENAI_KEY, {
      model: 'gpt-5.4-mini',
      messages: [{ role: 'user', content: 'Hello.' }],
      ...body,
    });

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => server.reset());

  it('refuses wrong and missing keys as both providers do', async () => {
    const tavily = await post(`${server.tavilyUrl}/search`, 'wrong', { query: 'x' });
    expect([tavily.status, await tavily.json()]).toEqual([
      401,
      { detail: { error: 'Unauthorized: missing or invalid API key.' } },
    ]);
    const openai = await fetch(`${server.openaiUrl}/models`);
    expect(openai.status).toBe(401);
    expect(await openai.json()).toMatchObject({ error: { code: 'invalid_api_key', param: null } });
  });

  it('makes vectors in which texts that share words are near, in base64 and in decimals', async () => {
    const embed = async (body: object) => {
      const answer = await post(`${server.openaiUrl}/embeddings`, TEST_OPENAI_KEY, {
        model: 'text-embedding-3-small',
        ...body,
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, any> };
    };
    const input = ['Compost needs air.', 'A compost heap that needs air', 'Interest rates'];
    const plain = await embed({ input, dimensions: 64 });
    expect(plain.body['usage'].prompt_tokens).toBeGreaterThan(10);
    const vectors = plain.body['data'].map(({ embedding }: { embedding: number[] }) => embedding);
    const dot = (left: number, right: number): number =>
      vectors[left].reduce(
        (sum: number, value: number, at: number) => sum + value * vectors[right][at],
        0,
      );
    expect(dot(0, 1)).toBeGreaterThan(dot(0, 2) + 0.3);
    const packed = await embed({ input: input[0], dimensions: 64, encoding_format: 'base64' });
    const bytes = Buffer.from(packed.body['data'][0].embedding, 'base64');
    expect(bytes.readFloatLE(12)).toBe(vectors[0][3]);

    const refusals = [
      { input: [] },
      { input: ['one', ''] },
      { input: Array.from({ length: 2049 }, () => 'x') },
      { input: 'word '.repeat(8193) },
      { input: Array.from({ length: 38 }, () => 'word '.repeat(8000)) },
    ];
    const messages: string[] = [];
    for (const refusal of refusals) {
      const { status, body } = await embed(refusal);
      expect(status).toBe(400);
      messages.push(body['error'].message);
    }
    expect(messages.slice(2).join('\n')).toMatch(/2048.*\n.*8192.*\n.*max 300000/);
  });

  it('records calls without their keys, and how many were in flight', async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    server.setFault(() => ({ until: gate }));
    const calls = [search('one'), search('two'), chat()];
    await server.waitForInFlight(3);
    expect([server.inFlight, server.maxConcurrent, server.maxConcurrentOn('search')]).toEqual([
      3, 3, 2,
    ]);
    open();
    await Promise.all(calls);
    await server.waitForIdle();
    expect(JSON.stringify(server.calls)).not.toMatch(/0123456789abcdef/);
    const queries = server.callsTo('search').map(({ body }) => (body as { query: string }).query);
    expect(new Set(queries)).toEqual(new Set(['one', 'two']));
    expect(server.calls.every(({ outcome, endedAt }) => outcome === 'answered' && endedAt)).toBe(
      true,
    );
  });

  it('never counts two calls at once for a client that makes one after the other', async () => {
    for (let index = 0; index < 50; index += 1) await (await search(`query ${index}`)).text();
    expect(server.maxConcurrent).toBe(1);
  });

  it('answers 429 with the time to wait when its limits are reached', async () => {
    const limit = { limit: 2, windowMs: 3_600_000 };
    server.configure({ limits: { openai: { requests: limit } } });
    const statuses = [(await chat()).status, (await chat()).status];
    const refused = await chat();
    expect([...statuses, refused.status]).toEqual([200, 200, 429]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1000);
    expect(refused.headers.get('x-ratelimit-limit-requests')).toBe('2');
    expect(refused.headers.get('x-ratelimit-remaining-requests')).toBe('0');
    expect(await refused.json()).toMatchObject({ error: { code: 'rate_limit_exceeded' } });
  });

  it('limits tokens, and says when one request is too large', async () => {
    server.configure({ limits: { openai: { tokens: { limit: 1000, windowMs: 3_600_000 } } } });
    expect((await chat({ max_tokens: 900 })).status).toBe(200);
    expect((await chat({ max_tokens: 900 })).status).toBe(429);
    const tooLarge = await chat({ max_tokens: 5000 });
    expect(await tooLarge.json()).toMatchObject({
      error: { message: expect.stringContaining('Request too large') as string, type: 'tokens' },
    });
  });

  it('finds the same pages again, and shared ones under other addresses', () => {
    expect(searchResults('home composting')).toEqual(searchResults('home composting'));
    const paths = (query: string): string[] =>
      searchResults(query).map(({ url }) => {
        const { hostname, pathname } = new URL(url);
        return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '');
      });
    const [first, ...others] = ['composting at home', 'composting tips', 'what is composting'].map(
      paths,
    );
    for (const other of others) expect(other.some((path) => first?.includes(path))).toBe(true);
    for (const { raw_content: text } of searchResults('heat pump cost')) {
      expect(text?.split('\n\n').length).toBeGreaterThan(6);
    }
  });

  it('keeps to any schema and cites only sources that it was given', () => {
    const Article = z.strictObject({
      title: z.string().max(60),
      kind: z.enum(['guide', 'list']),
      note: z.string().nullable(),
      sections: z
        .array(
          z.strictObject({
            heading: z.string(),
            paragraphs: z
              .array(
                z.strictObject({ text: z.string().min(20), sources: z.array(z.string()).min(1) }),
              )
              .min(1)
              .max(3),
          }),
        )
        .min(5),
      faq: z.array(z.strictObject({ question: z.string().endsWith('?'), answer: z.string() })),
      count: z.int().min(3),
    });
    const prompt =
      '<source id="s3">One long sentence about compost heaps that has enough words.</source>';
    const answer = Article.parse(jsonAnswer(z.toJSONSchema(Article), `${prompt} ignore s9`));
    const cited = answer.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ sources }) => sources),
    );
    expect(new Set(cited)).toEqual(new Set(['s3']));
    expect(new Set(answer.sections.map(({ heading }) => heading)).size).toBe(
      answer.sections.length,
    );
  });

  it('never lets more through a window than its limit and what was filled up', () => {
    const steps = fc.array(fc.record({ wait: fc.nat(500), units: fc.integer({ min: 1, max: 5 }) }));
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 20 }), steps, (limit, moves) => {
        let now = 0;
        let taken = 0;
        const window = new RateWindow({ limit, windowMs: 1000 }, () => now);
        for (const { wait, units } of moves) {
          now += wait;
          if (window.take(units) === 0) taken += units;
        }
        expect(taken).toBeLessThanOrEqual(limit + (now / 1000) * limit + 1e-6);
      }),
    );
  });

  it('keeps to a schedule of less quota and of none', () => {
    let now = 500;
    const phases = [
      { fromMs: 1000, toMs: 2000, quota: 0.5 },
      { fromMs: 2000, toMs: 3000, status: 503, provider: 'openai' as const },
    ];
    const schedule = new Schedule(phases, () => now);
    const window = new RateWindow(
      { limit: 10, windowMs: 1000 },
      () => now,
      (at) => schedule.quota('openai', at),
    );
    expect([window.take(10), schedule.startedAt]).toEqual([0, undefined]);
    schedule.start();
    now = 1500;
    expect([window.limit, window.remaining]).toEqual([5, 5]);
    window.take(5);
    now = 2000;
    expect(window.remaining).toBe(2);
    now = 2510;
    expect([schedule.status('openai'), schedule.status('tavily')]).toEqual([503, undefined]);
    expect([window.limit, window.remaining]).toEqual([10, 5]);
  });

  it('answers as its schedule says from the first call on', async () => {
    server.configure({ schedule: [{ fromMs: 0, toMs: 3_600_000, status: 503 }] });
    expect(server.scheduleStartedAt).toBeUndefined();
    expect((await chat()).status).toBe(503);
    expect(server.scheduleStartedAt).toBeLessThanOrEqual(server.calls[0]?.startedAt ?? 0);
    server.reset();
    expect((await chat()).status).toBe(200);
  });

  it('runs as a process of its own', async () => {
    const main = join(import.meta.dirname, '../support/loopback/main.ts');
    const child = spawn(process.execPath, [main, '--openai-key', 'own-key'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { openaiUrl, url } = JSON.parse(line) as { openaiUrl: string; url: string };
    const models = await fetch(`${openaiUrl}/models`, {
      headers: { authorization: 'Bearer own-key' },
    });
    expect(models.status).toBe(200);
    const stats = await fetch(`${url}/loopback/stats`);
    expect(await stats.json()).toMatchObject({
      routes: { models: { calls: 1, maxConcurrent: 1 } },
    });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
