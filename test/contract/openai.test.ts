import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../src/providers/chat-model.ts';
import { createOpenAi, type OpenAiModel, type OpenAiOptions } from '../../src/providers/openai.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_OPENAI_KEY,
} from '../support/loopback/server.ts';
import { type PassThroughGateway, passThroughGateway } from '../support/pass-through-gateway.ts';
import { describeProviderContract, failureOf, freeScope } from './provider-contract.ts';

const REQUEST: ChatRequest = {
  messages: [
    { role: 'system', content: 'You write articles.' },
    {
      role: 'user',
      content:
        'Write about compost.\n<source id="s1">Compost needs air and water in equal parts to work at all.</source>\n<source id="s2">A heap of one cubic metre heats up within three days of being built.</source>',
    },
  ],
  schemaName: 'article',
  schema: {
    type: 'object',
    properties: {
      title: { type: 'string' },
      paragraphs: {
        type: 'array',
        minItems: 3,
        items: {
          type: 'object',
          properties: {
            text: { type: 'string' },
            sources: { type: 'array', items: { type: 'string' } },
          },
          required: ['text', 'sources'],
          additionalProperties: false,
        },
      },
    },
    required: ['title', 'paragraphs'],
    additionalProperties: false,
  },
  maxOutputTokens: 4000,
};
const MODEL = 'gpt-5.4-mini';

describeProviderContract({
  name: 'OpenAI',
  route: 'chat',
  key: TEST_OPENAI_KEY,
  keyVariable: 'OPENAI_API_KEY',
  speaksOf: /^The model server /,
  baseUrl: (server) => server.openaiUrl,
  create: (options) => {
    const openai = createOpenAi({ ...options, model: MODEL, gateway: passThroughGateway() });
    return (scope) => openai.complete(REQUEST, scope);
  },
  errors: [
    {
      name: 'insufficient_quota',
      fault: { status: 429, code: 'insufficient_quota' },
      code: 'QUOTA_EXHAUSTED',
      retryable: false,
    },
    { name: '402', fault: { status: 402 }, code: 'QUOTA_EXHAUSTED', retryable: false },
    {
      name: 'an unknown model',
      fault: { status: 404, code: 'model_not_found' },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /gpt-5\.4-mini[\s\S]*openai\.model/,
    },
    {
      name: "Ollama's unknown model",
      fault: {
        status: 404,
        body: {
          error: { message: 'model "x" not found, try pulling it first', type: 'api_error' },
        },
      },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /openai\.model/,
    },
    {
      name: 'a wrong path',
      fault: { status: 404, body: 'Not Found', headers: { 'content-type': 'text/plain' } },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /OPENAI_BASE_URL/,
    },
    {
      name: 'a request beyond the context',
      fault: { status: 400, code: 'context_length_exceeded' },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /larger context window/,
    },
    {
      name: 'a request beyond the limit a minute',
      fault: { status: 429, message: 'Request too large for gpt-5.4-mini on tokens per min.' },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /higher limits/,
    },
    {
      name: 'a cut answer',
      fault: { finish: 'length' },
      code: 'ANSWER_INVALID',
      retryable: false,
      says: /limit of output tokens/,
    },
    {
      name: 'a filtered answer',
      fault: { finish: 'content_filter' },
      code: 'ANSWER_INVALID',
      retryable: false,
      says: /content filter/,
    },
    {
      name: 'a refusal',
      fault: { refusal: 'I cannot help with that.' },
      code: 'ANSWER_INVALID',
      retryable: false,
      says: /refused/,
    },
    {
      name: 'an answer without choices',
      fault: { body: { choices: [] } },
      code: 'ANSWER_INVALID',
      retryable: true,
      perhapsPaid: true,
      says: /no text/,
    },
  ],
});

describe('OpenAI', () => {
  let server: LoopbackServer;
  let gateway: PassThroughGateway;
  const create = (options: Partial<OpenAiOptions> = {}): OpenAiModel =>
    createOpenAi({
      apiKey: TEST_OPENAI_KEY,
      baseUrl: server.openaiUrl,
      model: MODEL,
      gateway,
      ...options,
    });

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.reset();
    gateway = passThroughGateway();
  });

  it('asks for an answer in the strict schema and gives its text back', async () => {
    const text = await create().complete(REQUEST, freeScope());
    const article = JSON.parse(text) as { paragraphs: Array<{ text: string; sources: string[] }> };
    expect(article.paragraphs).toHaveLength(3);
    expect(article.paragraphs.flatMap(({ sources }) => sources)).toEqual(
      expect.arrayContaining(['s1', 's2']),
    );
    expect(server.calls[0]?.body).toMatchObject({
      model: MODEL,
      messages: REQUEST.messages,
      max_tokens: 4000,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'article', strict: true, schema: REQUEST.schema },
      },
    });
  });

  it('tells tokens, limits and an estimate to the gateway, but never the key', async () => {
    server.configure({
      limits: { openai: { requests: { limit: 500 }, tokens: { limit: 200_000 } } },
    });
    await create().complete(REQUEST, freeScope());
    const [request] = gateway.requests;
    const [answer] = gateway.answers;
    expect(request).toMatchObject({
      provider: 'openai',
      operation: 'complete',
      model: MODEL,
      body: { model: MODEL, baseUrl: server.openaiUrl, schemaName: 'article' },
    });
    expect(request?.estimatedTokens).toBeGreaterThan(4000);
    expect(request?.keep).toBe('writing');
    const { messages, schema, maxOutputTokens } = REQUEST;
    expect(request?.worstCase?.outputTokens).toBe(maxOutputTokens);
    expect(request?.worstCase?.inputTokens).toBeGreaterThan(
      Buffer.byteLength(
        [...messages.map(({ content }) => content), JSON.stringify(schema)].join(''),
      ),
    );
    expect(answer?.limits).toMatchObject({ requestsPerMinute: 500, tokensPerMinute: 200_000 });
    expect(answer?.consumed.inputTokens).toBeGreaterThan(10);
    expect(answer?.consumed.outputTokens).toBeGreaterThan(10);
    expect(JSON.stringify([request, answer])).not.toContain(TEST_OPENAI_KEY);
  });

  it('counts cached tokens', async () => {
    server.failNext('chat', {
      body: {
        choices: [{ message: { content: '{}' }, finish_reason: 'stop' }],
        usage: {
          prompt_tokens: 2000,
          completion_tokens: 5,
          prompt_tokens_details: { cached_tokens: 1536 },
        },
      },
    });
    await create().complete(REQUEST, freeScope());
    expect(gateway.answers[0]?.consumed).toEqual({
      inputTokens: 2000,
      cachedInputTokens: 1536,
      outputTokens: 5,
      credits: 0,
    });
  });

  it('takes an answer without usage, as some servers give it', async () => {
    const choices = [{ message: { content: '{"a":1}' }, finish_reason: 'stop' }];
    server.failNext('chat', { body: { choices } });
    expect(await create().complete(REQUEST, freeScope())).toBe('{"a":1}');
    expect(gateway.answers[0]?.consumed.outputTokens).toBe(0);
  });

  it.each([{ finish: 'length' }, { finish: 'content_filter' }, { refusal: 'No.' }] as const)(
    'keeps what an unusable answer has consumed: %j',
    async (fault) => {
      server.failNext('chat', fault);
      const error = await failureOf(create().complete(REQUEST, freeScope()));
      expect(error.usage?.inputTokens).toBeGreaterThan(10);
      expect(error.usage?.outputTokens).toBeGreaterThan(10);
    },
  );

  it('sees a true cut at the limit of output tokens', async () => {
    const call = create().complete({ ...REQUEST, maxOutputTokens: 10 }, freeScope());
    expect(await failureOf(call)).toMatchObject({ code: 'ANSWER_INVALID', retryable: false });
  });

  it('changes the name of the token limit once where a server wants the newer one', async () => {
    server.configure({ refuseMaxTokens: true });
    const openai = create();
    await openai.complete(REQUEST, freeScope());
    await openai.complete(REQUEST, freeScope());
    const names = server.calls.map(({ body }) =>
      Object.keys(body as object).filter((name) => name.startsWith('max_')),
    );
    expect(names).toEqual([['max_tokens'], ['max_completion_tokens'], ['max_completion_tokens']]);
  });

  it('names the unknown model of a true server', async () => {
    server.configure({ models: ['gpt-5.5'] });
    const error = await failureOf(create({ model: 'gpt-6' }).complete(REQUEST, freeScope()));
    expect(error).toMatchObject({ code: 'REQUEST_REJECTED', status: 404, retryable: false });
    expect(error.message).toContain('gpt-6');
  });

  it('passes on what is wrong with a schema', async () => {
    const { additionalProperties: _open, ...schema } = REQUEST.schema;
    const error = await failureOf(create().complete({ ...REQUEST, schema }, freeScope()));
    expect(error.code).toBe('REQUEST_REJECTED');
    expect(error.message).toContain('additionalProperties');
  });

  it.each([undefined, '', '  '])("needs no key for a server of one's own (%j)", async (apiKey) => {
    server.configure({ openaiKeys: [] });
    await create({ apiKey }).complete(REQUEST, freeScope());
    expect(server.calls[0]?.status).toBe(200);
  });

  it.each([undefined, '', '  '])('needs a key for OpenAI itself (%j)', (apiKey) => {
    for (const baseUrl of [undefined, '', 'https://api.openai.com/v1/']) {
      expect(() => create({ apiKey, baseUrl })).toThrow(
        expect.objectContaining({
          code: 'KEY_MISSING',
          message: expect.stringContaining('OPENAI_API_KEY') as string,
        }) as Error,
      );
    }
    expect(server.count()).toBe(0);
  });

  it('ends an answer that is longer than any answer should be', async () => {
    server.failNext('chat', { body: ' '.repeat(11_000_000) });
    const error = await failureOf(create().complete(REQUEST, freeScope()));
    expect(error).toMatchObject({ code: 'ANSWER_INVALID', retryable: false });
    expect(error.message).toContain('longer than');
  });

  it('lists the models of the server', async () => {
    server.configure({ models: ['one', 'two'] });
    expect(await create().listModels(freeScope())).toEqual(['one', 'two']);
    expect(gateway.requests[0]).not.toHaveProperty('keep');
    expect(gateway.requests[0]).not.toHaveProperty('worstCase');
  });

  it.each([
    [{ status: 401 }, 'KEY_REJECTED'],
    [{ body: { data: 'none' } }, 'ANSWER_INVALID'],
    [{ break: 'html' }, 'ANSWER_INVALID'],
    [{ break: 'reset' }, 'PROVIDER_UNAVAILABLE'],
  ] as const)('classifies failures of the list as well: %j', async (fault, code) => {
    server.failNext('models', fault);
    expect(await failureOf(create().listModels(freeScope()))).toMatchObject({ code });
  });

  it('waits as long as a used-up limit says', async () => {
    server.failNext('chat', {
      status: 429,
      headers: { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1m2s' },
    });
    expect((await failureOf(create().complete(REQUEST, freeScope()))).retryAfterMs).toBe(62_000);
  });
});
