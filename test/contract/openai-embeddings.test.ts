import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import type { Embedder } from '../../src/providers/embedder.ts';
import {
  createOpenAiEmbeddings,
  type OpenAiEmbeddingsOptions,
} from '../../src/providers/openai-embeddings.ts';
import { wordVector } from '../support/loopback/embedding-routes.ts';
import type { LoopbackCall } from '../support/loopback/loopback-types.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_OPENAI_KEY,
} from '../support/loopback/server.ts';
import { type PassThroughGateway, passThroughGateway } from '../support/pass-through-gateway.ts';
import { describeProviderContract, failureOf, freeScope } from './provider-contract.ts';

describeProviderContract({
  name: 'OpenAI embeddings',
  route: 'embeddings',
  key: TEST_OPENAI_KEY,
  keyVariable: 'OPENAI_API_KEY',
  speaksOf: /^The model server /,
  baseUrl: (server) => server.openaiUrl,
  create: (options) => {
    const embedder = createOpenAiEmbeddings({ ...options, gateway: passThroughGateway() });
    return async (scope) => {
      const [vector] = await embedder.embed(['A heap of compost.'], scope);
      if (vector instanceof Error) throw vector;
      return [...(vector ?? [])];
    };
  },
  throwsReasons: true,
  errors: [
    {
      name: 'insufficient_quota',
      fault: { status: 429, code: 'insufficient_quota' },
      code: 'QUOTA_EXHAUSTED',
      retryable: false,
    },
    {
      name: 'an unknown model',
      fault: { status: 404, code: 'model_not_found' },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /text-embedding-3-small[\s\S]*openai\.embeddingModel/,
    },
  ],
});

describe('OpenAI embeddings', () => {
  let server: LoopbackServer;
  let gateway: PassThroughGateway;
  const create = (more: Partial<OpenAiEmbeddingsOptions> = {}): Embedder =>
    createOpenAiEmbeddings({
      apiKey: TEST_OPENAI_KEY,
      baseUrl: server.openaiUrl,
      gateway,
      ...more,
    });
  const inputs = (): string[][] =>
    server.callsTo('embeddings').map(({ body }) => (body as { input: string[] }).input);
  const refusing =
    (pattern: RegExp, status = 400) =>
    ({ body }: LoopbackCall) =>
      (body as { input: string[] }).input.some((text) => pattern.test(text))
        ? { status }
        : undefined;

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.reset();
    gateway = passThroughGateway();
  });

  it('gives unit vectors in the order of the texts, and tells tokens and estimate', async () => {
    const embedder = create();
    const texts = ['Compost needs air.', 'Interest rates rise.', 'A heap of compost needs air.'];
    const [compost, interest, heap] = await vectorsOf(embedder, texts);
    expect(compost).toHaveLength(1536);
    expect(length(compost)).toBeCloseTo(1, 5);
    expect(dot(compost, heap)).toBeGreaterThan(0.6);
    expect(dot(compost, interest)).toBeLessThan(0.2);
    expect(embedder.name).toBe('openai:text-embedding-3-small');
    expect(server.calls).toHaveLength(1);
    expect(server.calls[0]?.body).toEqual({
      model: 'text-embedding-3-small',
      input: texts,
      encoding_format: 'base64',
    });
    const [request] = gateway.requests;
    expect(request).toMatchObject({
      provider: 'openai',
      operation: 'embed',
      model: 'text-embedding-3-small',
    });
    expect(request?.keep).toBeUndefined();
    const consumed = gateway.answers[0]?.consumed.inputTokens ?? 0;
    expect(consumed).toBeGreaterThan(10);
    expect(request?.estimatedTokens).toBeGreaterThanOrEqual(consumed);
    expect(request?.worstCase?.inputTokens).toBeGreaterThan(consumed);
  });

  it('asks for the dimensions that are wanted, and names its vectors by them', async () => {
    const embedder = create({ model: 'text-embedding-3-large', dimensions: 256 });
    expect(embedder.name).toBe('openai:text-embedding-3-large:256');
    expect((await vectorsOf(embedder, ['Compost.']))[0]).toHaveLength(256);
  });

  it('places vectors by the index of the answer, and an error where one is missing or none', async () => {
    const embedding = (text: string): number[] => [...wordVector(text, 8)];
    const data = [
      { index: 3, embedding: embedding('three') },
      { index: 0, embedding: embedding('zero') },
      { index: 1, embedding: ['x'] },
      { index: 4, embedding: 'AAAA' },
      { index: 5, embedding: 'AADAfwAAwH8=' },
      { index: 17, embedding: embedding('beyond') },
      { index: '6', embedding: embedding('text') },
      { index: 7, embedding: embedding('seven').slice(1) },
      { index: 8, embedding: Array.from({ length: 8 }, () => 0) },
    ];
    server.failNext('embeddings', { body: { data, usage: { prompt_tokens: 5 } } });
    const found = await create().embed(
      Array.from({ length: 9 }, (_, index) => `text ${index}`),
      freeScope(),
    );
    expect(found.map((vector) => vector instanceof Float32Array)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => index === 0 || index === 3),
    );
    expect(found[3]).toEqual(wordVector('three', 8));
    expect(found[1]).toMatchObject({ code: 'ANSWER_INVALID' });
  });

  it('takes floats from servers that know no base64', async () => {
    const message = "encoding_format 'base64' is not supported";
    server.failNext('embeddings', { status: 400, message });
    const embedder = create();
    expect((await vectorsOf(embedder, ['Compost.']))[0]).toHaveLength(1536);
    await vectorsOf(embedder, ['Heap.']);
    const formats = server.calls.map(({ body }) => Object(body).encoding_format);
    expect(formats).toEqual(['base64', 'float', 'float']);
  });

  it('sends nothing for texts without a character, which fail alone', async () => {
    const found = await create().embed(['', 'Compost.', ' \n\t\u00a0'], freeScope());
    expect(found.map((vector) => vector instanceof AppError && vector.code)).toEqual([
      'INPUT_INVALID',
      false,
      'INPUT_INVALID',
    ]);
    expect(inputs()).toEqual([['Compost.']]);
    expect(await create().embed(['  '], freeScope())).toHaveLength(1);
    expect(await create().embed([], freeScope())).toEqual([]);
    expect(server.calls).toHaveLength(1);
  });

  it('keeps to 2,048 texts and to the tokens of a request, whatever the texts are made of', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => `word${index}`);
    expect((await vectorsOf(create(), many))[4321]).toEqual(wordVector('word4321', 1536));
    expect(inputs().map((input) => input.length)).toEqual([2048, 2048, 904]);
    server.reset();
    const dense = ['!?%&'.repeat(1500), '漢字'.repeat(1200), '🔥'.repeat(1900), 'Ω≈ç√'.repeat(800)];
    const found = await create().embed(
      Array.from({ length: 160 }, (_, index) => `${dense[index % 4]}${index}`),
      freeScope(),
    );
    expect(found.every((vector) => vector instanceof Float32Array)).toBe(true);
    expect(server.calls.every(({ status }) => status === 200)).toBe(true);
    expect(server.count()).toBeGreaterThan(2);
  });

  it('embeds a text that is too long in parts, and gives the mean of them', async () => {
    const text = 'compost heap '.repeat(600) + 'interest rates '.repeat(600);
    const [mean] = await vectorsOf(create(), [`  ${text}`]);
    expect(inputs()[0]?.length).toBe(3);
    expect(inputs()[0]?.every((part) => Buffer.byteLength(part) <= 8000)).toBe(true);
    expect(inputs()[0]?.join(' ')).toBe(text.trim());
    expect(length(mean)).toBeCloseTo(1, 5);
    const [compost, rates] = [wordVector('compost heap', 1536), wordVector('interest rates', 1536)];
    expect(dot(mean, compost)).toBeGreaterThan(0.6);
    expect(dot(mean, rates)).toBeGreaterThan(0.6);
  });

  it('halves a request that is refused until the text alone fails that was not accepted', async () => {
    const texts = Array.from({ length: 50 }, (_, index) =>
      index % 20 === 7 ? 'bad' : `t${index}`,
    );
    server.setFault(refusing(/^bad$/));
    const found = await create().embed(texts, freeScope());
    expect(found.map((vector) => (vector instanceof AppError ? vector.code : 'ok'))).toEqual(
      texts.map((text) => (text === 'bad' ? 'REQUEST_REJECTED' : 'ok')),
    );
    expect(found[8]).toEqual(wordVector('t8', 1536));
    expect(server.count()).toBeLessThan(40);
  });

  it('asks once, not for each text, when a server accepts none at all', async () => {
    server.setFault(() => ({ status: 400, message: 'dimensions are not supported' }));
    const texts = Array.from({ length: 300 }, (_, index) => `text ${index}`);
    const found = await create({ dimensions: 7 }).embed(texts, freeScope());
    expect(found.every((vector) => vector instanceof Error)).toBe(true);
    expect(server.count()).toBe(2);
  });

  it('loses only the texts of a request that fails otherwise', async () => {
    const texts = Array.from({ length: 4200 }, (_, index) => `text${index}`);
    server.setFault(refusing(/^text2500$/, 503));
    const found = await create().embed(texts, freeScope());
    const failed = found.flatMap((vector, index) => (vector instanceof Error ? [index] : []));
    expect(failed).toEqual(Array.from({ length: 2048 }, (_, index) => 2048 + index));
    expect(found[2500]).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });

  it.each([
    ['a rejected key', { status: 401 }, 'KEY_REJECTED'],
    ['used up quota', { status: 429, code: 'insufficient_quota' }, 'QUOTA_EXHAUSTED'],
  ])('throws for %s, which ends everything', async (_name, fault, code) => {
    server.setFault(() => fault);
    const error = await failureOf(create().embed(['one', 'two'], freeScope()));
    expect(error.code).toBe(code);
    expect(server.count()).toBe(1);
  });

  it('throws what a spent budget throws', async () => {
    gateway.call = () => Promise.reject(new AppError('BUDGET_EXHAUSTED', 'Spent.'));
    const error = await failureOf(create().embed(['one'], freeScope()));
    expect(error.code).toBe('BUDGET_EXHAUSTED');
  });

  it('throws the reason of the signal, before and while it works', async () => {
    const stop = new AbortController();
    server.setFault(() => ({ break: 'hang' }));
    const running = create().embed(['one', 'two'], { signal: stop.signal });
    await server.waitForCalls(1);
    const reason = new Error('Enough.');
    stop.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(async () => create().embed(['one'], { signal: stop.signal })).rejects.toBe(reason);
    expect(server.count()).toBe(1);
  });

  it('is aligned under random faults, and says why each text failed that did', async () => {
    const texts = Array.from({ length: 400 }, (_, index) => (index % 7 === 0 ? ' ' : `w${index}`));
    server.setFault(refusing(/^w(?:12|13|200|399)$/));
    const found = await create({ requestTokens: 150 }).embed(texts, freeScope());
    const isBad = (text: string): boolean => text === ' ' || /^w(?:12|13|200|399)$/.test(text);
    expect(found.map((vector) => vector instanceof Error)).toEqual(texts.map(isBad));
    expect(found.filter((vector) => !(vector instanceof Error))).toEqual(
      texts.filter((text) => !isBad(text)).map((text) => wordVector(text, 1536)),
    );
  });
});

async function vectorsOf(embedder: Embedder, texts: readonly string[]): Promise<Float32Array[]> {
  const found = await embedder.embed(texts, freeScope());
  for (const vector of found) if (vector instanceof Error) throw vector;
  return found as Float32Array[];
}

function dot(left: Float32Array | undefined, right: Float32Array | undefined): number {
  return [...(left ?? [])].reduce((sum, value, index) => sum + value * (right?.[index] ?? 0), 0);
}

function length(vector: Float32Array | undefined): number {
  return Math.sqrt(dot(vector, vector));
}
