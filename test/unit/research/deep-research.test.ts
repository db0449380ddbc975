import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { FoundSource, SearchProvider } from '../../../src/providers/search-provider.ts';
import {
  researchKeyword,
  type DeepResearchOptions,
  type ResearchOptions,
} from '../../../src/research/research-keyword.ts';

const scope = { signal: new AbortController().signal };
const WANTED = ['How hot does compost get?', 'What is compost?', 'Why compost?'];

function page(name: string, text: string, more: Partial<FoundSource> = {}): FoundSource {
  return {
    title: name,
    url: `https://${name}.example/`,
    text: `${text} ${'Compost lives on air, water and patience. '.repeat(15)}`,
    retrievedAt: '2026-01-01T00:00:00.000Z',
    score: 0.9,
    ...more,
  };
}

/** A web in which each search finds what its rule says, and nothing else. */
function web(rules: (query: string) => readonly FoundSource[]) {
  const queries: string[] = [];
  const provider: SearchProvider = {
    name: 'tavily',
    search: async (query) => {
      queries.push(query);
      return [...rules(query)];
    },
  };
  return { queries, provider };
}

function optionsOf(
  provider: SearchProvider,
  deep: Partial<DeepResearchOptions> = {},
  more: Partial<ResearchOptions> = {},
): ResearchOptions {
  return {
    keyword: 'compost',
    slug: 'compost',
    questions: ['compost', 'What is compost?', 'Why compost?'],
    language: 'en',
    maxSources: 8,
    maxTokens: 4000,
    createdAt: '2026-01-01T00:00:00.000Z',
    hash: () => 'hash',
    plainText: async (markdown) => markdown,
    cut: (text) => [{ start: 0, end: text.length }],
    searches: [{ provider, maxResults: 5 }],
    fanOut: 1,
    given: [],
    deep: { wanted: WANTED, sites: [], ...deep },
    ...more,
  };
}

const BASIC = page('basic', 'Compost is what becomes of leaves. You compost why? For soil.');
const HOT = page('hot', 'Compost gets as hot as 65 degrees in its middle.');

describe('deep research', () => {
  it('asks what is still open, and ends when nothing is', async () => {
    const { queries, provider } = web((query) => (query.includes('hot') ? [HOT] : [BASIC]));
    const steps: string[] = [];
    const dossier = await researchKeyword(optionsOf(provider), scope, (done, total) =>
      steps.push(`${done}/${total}`),
    );
    expect(queries.slice(0, 4)).toEqual([
      'compost',
      'What is compost?',
      'Why compost?',
      'How hot does compost get?',
    ]);
    expect(dossier.questions).toEqual(queries);
    expect(dossier.rounds?.slice(0, 3)).toEqual([
      { questions: ['compost', 'What is compost?'], newSources: 1 },
      { questions: ['Why compost?'], newSources: 0 },
      { questions: ['How hot does compost get?'], newSources: 1 },
    ]);
    expect(dossier.sources.map(({ url }) => url)).toContain('https://hot.example/');
    expect(steps[0]).toBe('0/3');
    expect(steps).toContain('3/4');
    const [done, total] = steps.at(-1)?.split('/') ?? [];
    expect(done).toBe(total);
  });

  it('ends after a round that found nothing new', async () => {
    const { queries, provider } = web(() => [BASIC]);
    const dossier = await researchKeyword(
      optionsOf(provider, { wanted: ['How hot does compost get?', 'Who sells compost?'] }),
      scope,
      () => {},
    );
    expect(queries).toHaveLength(5);
    expect(dossier.rounds?.at(-1)).toEqual({
      questions: ['How hot does compost get?', 'Who sells compost?'],
      newSources: 0,
    });
  });

  it('ends after a round that answered nothing, though it found new pages', async () => {
    let count = 0;
    const { queries, provider } = web((query) =>
      query.includes('hot') ? [page(`other${count++}`, 'Compost again.')] : [BASIC],
    );
    await researchKeyword(optionsOf(provider), scope, () => {});
    expect(queries.at(-1)).toBe('How hot does compost get?');
  });

  it('makes at most three further rounds of eight questions together', async () => {
    const wanted = 'apples birds cats dogs eggs fish goats hens ink jam kale leeks mint'
      .split(' ')
      .map((word) => `Does compost like ${word}?`);
    const { queries, provider } = web((query) => {
      const [, word] = /like (\w+)/u.exec(query) ?? [];
      return word === undefined ? [BASIC] : [page(word, `Compost does like ${word}.`)];
    });
    const dossier = await researchKeyword(optionsOf(provider, { wanted }), scope, () => {});
    expect(queries).toHaveLength(3 + 8);
    expect(dossier.rounds?.map(({ questions }) => questions.length)).toEqual([2, 1, 4, 4]);
  });

  it('does without it where it is not asked for', async () => {
    const { queries, provider } = web(() => [BASIC]);
    const { deep: _deep, ...usual } = optionsOf(provider);
    const dossier = await researchKeyword(usual, scope, () => {});
    expect(queries).toHaveLength(3);
    expect(dossier.rounds).toBeUndefined();
  });

  it('searches the same for each keyword of a cluster, and ranks by its own words', async () => {
    const rules = (query: string) => (query.includes('hot') ? [HOT] : [BASIC]);
    const [first, second] = [web(rules), web(rules)];
    await researchKeyword(optionsOf(first.provider), scope, () => {});
    const rankBy = { keyword: 'compost heap', questions: ['compost heap', 'What is a heap?'] };
    const dossier = await researchKeyword(
      optionsOf(second.provider, {}, { rankBy, createdAt: '2026-03-01T00:00:00.000Z' }),
      scope,
      () => {},
    );
    expect(second.queries).toEqual(first.queries);
    expect(dossier.questions).toEqual([...rankBy.questions, ...second.queries.slice(3)]);
  });
});

describe('pages of which a search tells a few lines', () => {
  const lines = { ...page('short', ''), text: 'Compost, in short.', isSnippet: true };

  it('are read whole, in few calls and up to a bound', async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      ...lines,
      url: `https://${index}.example/`,
      score: 1 - index / 10,
    }));
    const asked: (readonly string[])[] = [];
    const { provider } = web((query) => (query === 'compost' ? many : []));
    const dossier = await researchKeyword(
      optionsOf(provider, {
        readPages: async (urls) => {
          asked.push(urls);
          return urls.map((url, index) => ({
            ...lines,
            url,
            text: `Compost of plot ${index} gets as hot as ${50 + index} degrees, the owner says.`,
          }));
        },
      }),
      scope,
      () => {},
    );
    expect(asked).toEqual([['https://0.example/', 'https://1.example/', 'https://2.example/']]);
    const first = dossier.sources.find(({ url }) => url === 'https://0.example/');
    expect(first?.passages[0]?.text).toContain('50 degrees');
  });

  it('keep their lines where they cannot be read, which is noted', async () => {
    const { provider } = web((query) => (query === 'compost' ? [BASIC, lines] : []));
    const dossier = await researchKeyword(
      optionsOf(provider, { readPages: async () => [] }),
      scope,
      () => {},
    );
    expect(dossier.notes).toContain(
      'Known by a few lines only: short.example could not be read whole.',
    );
    expect(dossier.sources).toHaveLength(2);
  });

  it('stop the research where the reason is none of theirs', async () => {
    const { provider } = web(() => [lines]);
    const readPages = () => Promise.reject(new AppError('BUDGET_EXHAUSTED', 'No money.'));
    await expect(
      researchKeyword(optionsOf(provider, { readPages }), scope, () => {}),
    ).rejects.toMatchObject({ code: 'BUDGET_EXHAUSTED' });
  });
});

describe('sites that the user names', () => {
  it('are explored once, and their pages are always read', async () => {
    const subjects: string[] = [];
    const pages = Array.from({ length: 15 }, (_, index) =>
      page(`p${index}`, `Compost of page ${index}.`, { score: 1 }),
    );
    const { provider } = web(() => pages);
    const own = page('own', 'Our compost gets hot: 70 degrees.', { score: 0.1 });
    const explore = async (subject: string) => {
      subjects.push(subject);
      return [own];
    };
    const read: string[] = [];
    const dossier = await researchKeyword(
      optionsOf(
        provider,
        { sites: [{ provider: 'tavily', explore }] },
        {
          plainText: async (text) => {
            read.push(text);
            return text;
          },
        },
      ),
      scope,
      () => {},
    );
    expect(subjects).toEqual(['compost']);
    expect(read).toContain(own.text);
    expect(dossier.providers).toEqual(['tavily']);
  });
});
