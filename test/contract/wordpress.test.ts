import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWordPress, type WordPressOptions } from '../../src/providers/wordpress.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback/server.ts';
import { TEST_WORDPRESS_PASSWORD } from '../support/loopback/wordpress-site.ts';
import { passThroughGateway } from '../support/pass-through-gateway.ts';
import { describeProviderContract, failureOf, freeScope } from './provider-contract.ts';
import { describePublisherContract } from './publisher-contract.ts';

const ACCOUNT = { user: 'anna', applicationPassword: TEST_WORDPRESS_PASSWORD };

describeProviderContract({
  name: 'WordPress',
  route: 'wordpress-user',
  key: TEST_WORDPRESS_PASSWORD,
  keyVariable: 'WORDPRESS_APPLICATION_PASSWORD',
  baseUrlVariable: 'WORDPRESS_URL',
  speaksOf: /^WordPress /,
  baseUrl: (server) => server.url,
  create: ({ apiKey, baseUrl, ...rest }) => {
    const options = { ...rest, url: baseUrl, user: 'anna', gateway: passThroughGateway() };
    const wordpress = createWordPress({ ...options, applicationPassword: apiKey });
    return (scope) => wordpress.checkAccess(scope);
  },
  errors: [],
});

describePublisherContract({
  name: 'wordpress',
  find: 'wordpress-find',
  write: 'wordpress-write',
  publishedAs: 'publish',
  create: (options) => createWordPress({ ...options, ...ACCOUNT }),
  posts: ({ wordpress }) =>
    wordpress.posts
      .filter(({ isHidden }) => isHidden !== true)
      .map(({ slug, status, title, content: html, excerpt: description }) => {
        return { slug, status, title, html, description };
      }),
  edit: ({ wordpress }, change) => void Object.assign(wordpress.posts[0] ?? {}, change),
  remove: ({ wordpress }) => void wordpress.posts.splice(0),
  hide: ({ wordpress }, slug) => void wordpress.add({ slug, isHidden: true }),
  foreignSlug: /^(?:%[\da-f]{2}|-)+$/,
  secrets: [
    TEST_WORDPRESS_PASSWORD,
    Buffer.from(`anna:${TEST_WORDPRESS_PASSWORD}`).toString('base64'),
  ],
  errors: [
    {
      name: 'what is wrong with a parameter',
      fault: {
        status: 400,
        body: {
          code: 'rest_invalid_param',
          message: 'Invalid parameter(s): excerpt',
          data: { status: 400, params: { excerpt: 'excerpt is not of type object,string.' } },
        },
      },
      code: 'REQUEST_REJECTED',
      says: /Invalid parameter\(s\): excerpt excerpt is not of type/,
    },
    {
      name: 'a user without rights',
      fault: { status: 403, code: 'rest_cannot_create' },
      code: 'KEY_REJECTED',
      says: /does not let this user write posts[\s\S]*role Editor/,
    },
    {
      name: 'a web page of a firewall',
      fault: { status: 403, body: '<html><b>Blocked</b></html>' },
      code: 'KEY_REJECTED',
      says: /HTTP 403[\s\S]*firewall/,
    },
    {
      name: 'a full database',
      fault: { status: 500, code: 'db_insert_error' },
      code: 'PROVIDER_UNAVAILABLE',
      says: /Could not insert post/,
      retryable: true,
    },
  ],
});

describe('WordPress', () => {
  let server: LoopbackServer;
  const create = (change: Partial<WordPressOptions> = {}) =>
    createWordPress({ url: server.url, ...ACCOUNT, gateway: passThroughGateway(), ...change });
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

  it('leads to the editor of the draft', async () => {
    const { url } = await create().publish(draft, freeScope());
    expect(url).toBe(`${server.url}/wp-admin/post.php?post=11&action=edit`);
  });

  it('leaves the status of a draft that awaits review as it is', async () => {
    server.wordpress.add({ slug: 'compost', status: 'pending', title: 'Compost' });
    await create().publish(draft, freeScope());
    expect(server.wordpress.posts).toMatchObject([{ status: 'pending', content: '<p>Yes.</p>' }]);
  });

  it.each(['future', 'private'])('touches no post that is %s', async (status) => {
    server.wordpress.add({ slug: 'compost', status, content: 'as it was' });
    const publication = await create().publish(draft, freeScope());
    expect(publication.note).toContain(status);
    expect(server.wordpress.posts).toMatchObject([{ status, content: 'as it was' }]);
  });

  it('never makes a draft of a post that was published after the look', async () => {
    await create().publish(draft, freeScope());
    server.setFault(({ route }) => {
      const [post] = server.wordpress.posts;
      if (route === 'wordpress-write' && post) post.status = 'publish';
      return undefined;
    });
    const publication = await create().publish(draft, freeScope());
    expect(server.wordpress.posts[0]?.status).toBe('publish');
    expect(publication.note).toContain('no draft (publish)');
  });

  it('keeps a long slug in another script as WordPress cuts it', async () => {
    const slug = 'ヒ'.repeat(26);
    for (const _time of [1, 2]) await create().publish({ ...draft, slug }, freeScope());
    expect(server.wordpress.posts.map((post) => post.slug.length)).toEqual([198]);
  });

  it('says when WordPress does not look at the password', async () => {
    server.wordpress.rules = { ...server.wordpress.rules, isBlind: true };
    for (const call of [create().publish(draft, freeScope()), create().checkAccess(freeScope())]) {
      const error = await failureOf(call);
      expect(error).toMatchObject({ code: 'KEY_REJECTED' });
      expect(error.message).toContain('did not take the application password into account');
      expect(error.suggestions.join()).toMatch(/https.*Authorization/);
    }
  });

  it('tells an unknown user in words without markup', async () => {
    const error = await failureOf(create({ user: 'nobody' }).publish(draft, freeScope()));
    expect(error).toMatchObject({ code: 'KEY_REJECTED', status: 401 });
    expect(error.message).toMatch(/user name or password.*: Error: Unknown username/);
    expect(error.suggestions.join()).toContain('WORDPRESS_USER');
  });

  it('needs a user', () => {
    expect(() => create({ user: ' ' })).toThrow(/WORDPRESS_USER is not set/);
  });

  it('says what the user may do', async () => {
    expect(await create().checkAccess(freeScope())).toEqual({
      message: 'answers, and lets anna write',
    });
    const { rules } = server.wordpress;
    server.wordpress.rules = { ...rules, capabilities: { edit_posts: true } };
    expect(await create().checkAccess(freeScope())).toMatchObject({
      message: expect.stringContaining('not see the drafts of others') as string,
      advice: expect.stringContaining('Editor') as string,
    });
    server.wordpress.rules = { ...rules, capabilities: { read: true } };
    expect(await failureOf(create().checkAccess(freeScope()))).toMatchObject({
      code: 'KEY_REJECTED',
    });
  });
});
