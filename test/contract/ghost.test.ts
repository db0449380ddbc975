import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGhost, type GhostOptions } from '../../src/providers/ghost.ts';
import { TEST_GHOST_KEY } from '../support/loopback/ghost-site.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback/server.ts';
import { passThroughGateway } from '../support/pass-through-gateway.ts';
import { describeProviderContract, failureOf, freeScope } from './provider-contract.ts';
import { describePublisherContract } from './publisher-contract.ts';

describeProviderContract({
  name: 'Ghost',
  route: 'ghost-find',
  key: TEST_GHOST_KEY,
  keyVariable: 'GHOST_ADMIN_API_KEY',
  wrongKey: `${'9'.repeat(24)}:${'8'.repeat(64)}`,
  baseUrlVariable: 'GHOST_URL',
  speaksOf: /^Ghost /,
  baseUrl: (server) => server.url,
  create: ({ apiKey, baseUrl, ...rest }) => {
    const gateway = passThroughGateway();
    const ghost = createGhost({ ...rest, url: baseUrl, adminKey: apiKey, gateway });
    return (scope) => ghost.checkAccess(scope);
  },
  errors: [],
});

describePublisherContract({
  name: 'ghost',
  find: 'ghost-find',
  write: 'ghost-write',
  publishedAs: 'published',
  create: (options) => createGhost({ ...options, adminKey: TEST_GHOST_KEY }),
  posts: ({ ghost }) =>
    ghost.posts
      .filter(({ isPage }) => isPage !== true)
      .map(({ slug, status, title, html, custom_excerpt: description }) => {
        return { slug, status, title, html: html ?? '', description: description ?? '' };
      }),
  edit: ({ ghost }, change) => {
    const [post] = ghost.posts;
    if (post === undefined) return;
    Object.assign(post, change);
    ghost.touch(post);
  },
  remove: ({ ghost }) => void ghost.posts.splice(0),
  hide: ({ ghost }, slug) => void ghost.add({ slug, isPage: true }),
  foreignSlug: /^article-[\da-f]{8}$/,
  secrets: [TEST_GHOST_KEY, TEST_GHOST_KEY.split(':')[1] ?? ''],
  errors: [
    {
      name: 'what is wrong with a field',
      fault: {
        status: 422,
        body: {
          errors: [
            {
              message: 'Validation error, cannot save post.',
              context: 'Value in [posts.title] exceeds maximum length of 255 characters.',
              type: 'ValidationError',
            },
          ],
        },
      },
      code: 'REQUEST_REJECTED',
      says: /cannot save post\. Value in \[posts\.title\] exceeds/,
    },
    {
      name: 'a plan without more posts',
      fault: { status: 403, message: 'You have reached the limit of your plan.' },
      code: 'KEY_REJECTED',
      says: /limit of your plan/,
    },
  ],
});

describe('Ghost', () => {
  let server: LoopbackServer;
  const create = (change: Partial<GhostOptions> = {}) =>
    createGhost({
      url: server.url,
      adminKey: TEST_GHOST_KEY,
      gateway: passThroughGateway(),
      ...change,
    });
  const draft = {
    slug: 'compost',
    title: 'Compost',
    description: 'All of it.',
    html: '<p>Yes.</p>',
  };

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => server.reset());

  it('leads to the editor of the draft, and gives search engines the description', async () => {
    const { url } = await create().publish(draft, freeScope());
    expect(url).toBe(`${server.url}/ghost/#/editor/post/${server.ghost.posts[0]?.id}`);
    expect(server.ghost.posts[0]?.meta_description).toBe('All of it.');
    expect(server.calls[0]?.headers['accept-version']).toBe('v5.0');
  });

  it('reads a draft again that somebody has saved since the look', async () => {
    await create().publish(draft, freeScope());
    let saves = 1;
    server.setFault(({ route }) => {
      const [post] = server.ghost.posts;
      if (route === 'ghost-write' && post && saves-- > 0) server.ghost.touch(post);
      return undefined;
    });
    await create().publish({ ...draft, title: 'Newer' }, freeScope());
    expect(server.ghost.posts).toMatchObject([{ title: 'Newer' }]);
    expect(server.count('ghost-write')).toBe(3);
  });

  it('gives up on a draft that somebody saves again and again', async () => {
    await create().publish(draft, freeScope());
    server.setFault(({ route }) => (route === 'ghost-write' ? { status: 409 } : undefined));
    const error = await failureOf(create().publish(draft, freeScope()));
    expect(error).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryable: true });
    expect(error.message).toContain('somebody seems to be editing it');
  });

  it('does not unpublish a post that was published after the look', async () => {
    await create().publish(draft, freeScope());
    server.setFault(({ route }) => {
      const [post] = server.ghost.posts;
      if (route === 'ghost-write' && post?.status === 'draft') {
        post.status = 'published';
        server.ghost.touch(post);
      }
      return undefined;
    });
    const publication = await create().publish({ ...draft, title: 'Newer' }, freeScope());
    expect(publication.note).toContain('left alone');
    expect(server.ghost.posts).toMatchObject([{ title: 'Compost', status: 'published' }]);
  });

  it('cuts texts that are too long for Ghost', async () => {
    const title = 'composting '.repeat(40);
    const description = 'All about it. '.repeat(60);
    await create().publish({ ...draft, title, description }, freeScope());
    const [post] = server.ghost.posts;
    expect(post?.title.length).toBeLessThanOrEqual(255);
    expect(post?.custom_excerpt?.length).toBeLessThanOrEqual(300);
    expect(post?.custom_excerpt).toMatch(/…$/);
  });

  it('keeps the words of a slug that Ghost can write', async () => {
    await create().publish({ ...draft, slug: 'e-bike-費用' }, freeScope());
    expect(server.ghost.posts[0]?.slug).toMatch(/^e-bike-[\da-f]{8}$/);
  });

  it('tells a clock that is wrong from a key that is wrong', async () => {
    const error = await failureOf(
      create({ now: () => new Date(Date.now() - 3_600_000) }).publish(draft, freeScope()),
    );
    expect(error).toMatchObject({ code: 'KEY_REJECTED', status: 401 });
    expect(error.suggestions.join()).toContain('clock');
    const other = create({ adminKey: `${'9'.repeat(24)}:${'8'.repeat(64)}` });
    const refused = await failureOf(other.publish(draft, freeScope()));
    expect(refused.message).toContain('Unknown Admin API Key');
    expect(refused.suggestions.join()).toContain('GHOST_ADMIN_API_KEY');
  });

  it('refuses a Content API key', () => {
    expect(() => create({ adminKey: '22444f78447824223cefc48062' })).toThrow(
      expect.objectContaining({
        code: 'KEY_REJECTED',
        suggestions: [expect.stringContaining('Content API key does not serve')],
      }) as Error,
    );
  });
});
