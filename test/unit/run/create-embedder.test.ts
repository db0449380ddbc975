import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/config/settings.ts';
import { createEmbedder } from '../../../src/run/create-embedder.ts';
import { passThroughGateway } from '../../support/pass-through-gateway.ts';

const create = (changes: Partial<Settings>, openaiApiKey?: string) =>
  createEmbedder(
    { ...DEFAULT_SETTINGS, ...changes },
    openaiApiKey === undefined ? {} : { openaiApiKey },
    passThroughGateway(),
  );

it('opens the maker of vectors that the settings name', async () => {
  expect(await create({ embeddings: 'none' })).toBeUndefined();
  expect((await create({ embeddings: 'offline' }))?.name).toMatch(/^offline:/);
  const openai = { ...DEFAULT_SETTINGS.openai, embeddingModel: 'text-embedding-3-large' };
  expect((await create({ embeddings: 'openai', openai }, 'sk-1'))?.name).toBe(
    'openai:text-embedding-3-large',
  );
});

it('says how to do without a key', async () => {
  await expect(create({ embeddings: 'openai' })).rejects.toMatchObject({
    code: 'KEY_MISSING',
    suggestions: expect.arrayContaining([expect.stringContaining('--embeddings offline')]),
  });
});

it('sends no request that a minute does not allow', async () => {
  const gateway = passThroughGateway();
  gateway.call = (request) => {
    gateway.requests.push(request as (typeof gateway.requests)[number]);
    return Promise.reject(new Error('It is out of order.'));
  };
  const limits = {
    ...DEFAULT_SETTINGS.limits,
    openai: { ...DEFAULT_SETTINGS.limits.openai, tokensPerMinute: 5000 },
  };
  const embedder = await createEmbedder(
    { ...DEFAULT_SETTINGS, embeddings: 'openai', limits },
    { openaiApiKey: 'sk-1' },
    gateway,
  );
  const texts = Array.from({ length: 40 }, () => 'compost '.repeat(100));
  await embedder?.embed(texts, { signal: new AbortController().signal });
  expect(gateway.requests.length).toBeGreaterThan(3);
  for (const { estimatedTokens } of gateway.requests) expect(estimatedTokens).toBeLessThan(2001);
});
