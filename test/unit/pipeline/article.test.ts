import { describe, expect, it } from 'vitest';
import type { ArticleTemplate } from '../../../src/core/article-template.ts';
import type { Article } from '../../../src/core/article.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { UnstampedEvent } from '../../../src/core/events.ts';
import { NO_USAGE } from '../../../src/core/usage.ts';
import { makeArticle, makeDossier, type ArticleTools } from '../../../src/pipeline/article.ts';
import { ItemScope } from '../../../src/pipeline/item-scope.ts';
import type { PublishingPlace } from '../../../src/pipeline/publish-article.ts';
import type { Draft, Publisher } from '../../../src/providers/publisher.ts';

const item = { index: 3, keyword: 'compost', slug: 'compost', priority: 0, extra: {} };
const dossier = { slug: 'compost' } as Dossier;
const SUPPORT = {
  score: 1,
  sentences: 9,
  supported: 9,
  partly: 0,
  unsupported: 0,
  contradicted: 0,
  removed: 0,
};
const article = { title: 'Compost', description: 'All of it.' } as Article;

function setUp(more: Partial<ArticleTools> = {}) {
  const events: UnstampedEvent[] = [];
  const saved: string[] = [];
  const stop = new AbortController();
  const scope = new ItemScope({
    item,
    signal: stop.signal,
    emit: (event) => events.push(event),
    now: () => 0,
    today: () => new Date(0),
  });
  const tools: ArticleTools = {
    research: async (_item, _template, { calls, progress }) => {
      progress(1, 2);
      calls.onUsage?.({ ...NO_USAGE, calls: 2 });
      return dossier;
    },
    writer: {
      name: 'openai',
      settings: {},
      estimate: () => ({ calls: 1, inputTokens: 10, outputTokens: 20 }),
      write: async (_request, calls) => {
        calls.onUsage?.({ ...NO_USAGE, calls: 1, costUsd: 0.5 });
        return article;
      },
    },
    researchInput: () => ({ version: 1, settings: {}, subject: 'compost', isShared: true }),
    outlineInput: () => ({ version: 1, settings: {}, subject: 'plan', isShared: true }),
    writeInput: () => ({ version: 1, settings: {}, subject: 'dossier', isShared: true }),
    checkInput: () => ({ version: 1, settings: {}, subject: 'draft', isShared: true }),
    check: async (_request, draft) => ({ article: draft, support: SUPPORT, doubts: [] }),
    requireSupport: () => {},
    notesOn: () => [],
    findLinks: () => [],
    templateOf: () => ({}) as ArticleTemplate,
    languageOf: () => 'en',
    saveDossier: async () => {
      saved.push('dossier');
      return 'research/compost.json';
    },
    saveArticle: async (_article, { usage }) => {
      saved.push(`article for $${usage.costUsd}`);
      return { files: ['compost.md'], words: 100, seo: [] };
    },
    publishers: [],
    ...more,
  };
  return { scope, tools, events, saved, stop };
}

describe('makeArticle', () => {
  it('goes from research over writing to files, and tells each step', async () => {
    const { scope, tools, events, saved } = setUp();
    await expect(makeArticle(scope, tools)).resolves.toEqual({
      files: ['compost.md', 'research/compost.json'],
      title: 'Compost',
      words: 100,
      support: SUPPORT,
    });
    expect(saved).toEqual(['dossier', 'article for $0.5']);
    expect(scope.usage).toMatchObject({ calls: 3, costUsd: 0.5 });
    expect(events.map((event) => `${event.type} ${'step' in event ? event.step : ''}`)).toEqual([
      'step-start research',
      'step-progress research',
      'step-end research',
      'step-start write',
      'step-end write',
      'step-start check',
      'step-end check',
      'step-start render',
      'step-end render',
    ]);
  });

  it('keeps the dossier when the writer fails, and writes no article', async () => {
    const { scope, tools, saved } = setUp({
      writer: {
        name: 'openai',
        settings: {},
        write: () => Promise.reject(new AppError('ANSWER_INVALID', 'no article')),
      },
    });
    await expect(makeArticle(scope, tools)).rejects.toMatchObject({ code: 'ANSWER_INVALID' });
    expect(saved).toEqual(['dossier']);
  });

  it('fails when the dossier cannot be saved', async () => {
    const { scope, tools, saved } = setUp({
      saveDossier: () => Promise.reject(new AppError('OUTPUT_UNWRITABLE', 'disk full')),
    });
    await expect(makeArticle(scope, tools)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
    expect(saved).toEqual([]);
  });

  it('begins no step once it is aborted', async () => {
    const { scope, tools, stop, events } = setUp();
    stop.abort(new DOMException('Stopped.', 'AbortError'));
    await expect(makeArticle(scope, tools)).rejects.toMatchObject({ name: 'AbortError' });
    expect(events).toEqual([]);
  });
});

describe('publishing', () => {
  const place = (name: 'wordpress' | 'ghost', publish: Publisher['publish']): PublishingPlace => ({
    publisher: {
      name,
      site: `https://${name}.example`,
      publish,
      checkAccess: () => Promise.reject(new Error('nobody asks')),
    },
    renderBody: ({ title }) => `<p>${title} for ${name}</p>`,
  });
  const published = (target: string) => ({
    target,
    url: `https://${target}.example/1`,
    isNew: true,
  });

  it('is the last step, at all places at once, with a body for each', async () => {
    const drafts: Draft[] = [];
    const both = Promise.withResolvers<void>();
    const put =
      (name: string): Publisher['publish'] =>
      async (draft, calls) => {
        drafts.push(draft);
        expect(calls).toMatchObject({ item: 3, step: 'publish' });
        if (drafts.length === 2) both.resolve();
        await both.promise;
        return published(name);
      };
    const publishers = [place('wordpress', put('wordpress')), place('ghost', put('ghost'))];
    const { scope, tools, events } = setUp({ publishers });
    await expect(makeArticle(scope, tools)).resolves.toEqual({
      files: ['compost.md', 'research/compost.json'],
      title: 'Compost',
      words: 100,
      support: SUPPORT,
      published: [published('wordpress'), published('ghost')],
    });
    expect(drafts.map(({ slug, html }) => [slug, html])).toEqual([
      ['compost', '<p>Compost for wordpress</p>'],
      ['compost', '<p>Compost for ghost</p>'],
    ]);
    expect(events.slice(-4)).toMatchObject([
      { type: 'step-start', step: 'publish' },
      { type: 'step-progress', done: 1, total: 2 },
      { type: 'step-progress', done: 2, total: 2 },
      { type: 'step-end', step: 'publish' },
    ]);
  });

  it('waits for all places, tells what stands, and fails with what ends the run', async () => {
    const rejected = new AppError('REQUEST_REJECTED', 'no');
    const late = Promise.withResolvers<void>();
    const { scope, tools } = setUp({
      publishers: [
        place('wordpress', () => Promise.reject(rejected)),
        place('ghost', async () => {
          await late.promise;
          throw new AppError('KEY_REJECTED', 'wrong key');
        }),
        place('ghost', async () => published('ghost')),
      ],
    });
    setImmediate(() => late.resolve());
    await expect(makeArticle(scope, tools)).rejects.toMatchObject({ code: 'KEY_REJECTED' });
    expect(scope.made).toMatchObject({
      files: ['compost.md', 'research/compost.json'],
      published: [published('ghost')],
    });
  });
});

describe('makeDossier', () => {
  it('ends after the research and tells what the writing would consume', async () => {
    const { scope, tools, saved } = setUp();
    await expect(makeDossier(scope, tools)).resolves.toEqual({
      files: ['research/compost.json'],
      writing: { calls: 1, inputTokens: 10, outputTokens: 20 },
    });
    expect(saved).toEqual(['dossier']);
  });
});
