import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/errors.ts';
import { createGateway } from '../../src/gateway/create-gateway.ts';
import type { Gateway } from '../../src/providers/call.ts';
import type { Draft, Publisher } from '../../src/providers/publisher.ts';
import type { Fault, LoopbackRoute } from '../support/loopback/loopback-types.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback/server.ts';
import { passThroughGateway } from '../support/pass-through-gateway.ts';
import { failureOf, freeScope } from './provider-contract.ts';

/** A post of a site, in terms that all systems share. */
interface SeenPost {
  slug: string;
  status: string;
  title: string;
  html: string;
  description: string;
}

/** What the shared contract has to know of a content system. */
interface SystemUnderTest {
  name: Publisher['name'];
  find: LoopbackRoute;
  write: LoopbackRoute;
  /** Of the post that an editor has published. */
  publishedAs: string;
  create: (options: { url: string; gateway: Gateway; timeoutMs?: number }) => Publisher;
  posts: (server: LoopbackServer) => SeenPost[];
  /** What an editor does to the first post. */
  edit: (server: LoopbackServer, change: { status?: string; title?: string }) => void;
  remove: (server: LoopbackServer) => void;
  /** Something that holds the slug and that the look-up does not show. */
  hide: (server: LoopbackServer, slug: string) => void;
  /** How a slug in Japanese is kept. */
  foreignSlug: RegExp;
  errors: readonly {
    name: string;
    fault: Fault;
    code: ErrorCode;
    says: RegExp;
    retryable?: boolean;
  }[];
  secrets: readonly string[];
}

const DRAFT: Draft = {
  slug: 'heat-pump-cost',
  title: 'What a Heat Pump Costs & Saves',
  description: "What it costs, and what it doesn't.",
  html: '<p>About 50 W per square metre &amp; year.</p>',
};

/** What every content system has to hold to. */
export function describePublisherContract(system: SystemUnderTest): void {
  describe(`${system.name} keeps the contract of publishers`, () => {
    let server: LoopbackServer;
    let publisher: Publisher;
    const create = (gateway: Gateway = passThroughGateway()) =>
      system.create({ url: server.url, gateway });
    const publish = (change: Partial<Draft> = {}) =>
      publisher.publish({ ...DRAFT, ...change }, freeScope());
    const retrying = () =>
      createGateway({
        limits: {},
        prices: { date: '2026-11-05', models: {}, credits: {} },
        retries: { attempts: 3, maxElapsedMs: 20_000 },
        drain: new AbortController().signal,
        emit: () => undefined,
      });

    beforeAll(async () => {
      server = await startLoopbackServer();
    });
    afterAll(() => server.close());
    beforeEach(() => {
      server.reset();
      publisher = create();
    });

    it('makes a draft that says what the article says', async () => {
      const publication = await publish();
      expect(publication).toEqual({
        target: system.name,
        url: expect.stringContaining(server.url) as string,
        isNew: true,
      });
      const { slug, title, description, html } = DRAFT;
      expect(system.posts(server)).toEqual([{ slug, title, description, html, status: 'draft' }]);
      expect(server.calls.map(({ route }) => route)).toEqual([system.find, system.write]);
    });

    it('brings its draft up to date instead of making a second one', async () => {
      const first = await publish();
      const second = await publish({ title: 'What a Heat Pump Costs Now', html: '<p>More.</p>' });
      expect(second).toEqual({ ...first, isNew: false });
      expect(system.posts(server)).toMatchObject([
        {
          slug: DRAFT.slug,
          title: 'What a Heat Pump Costs Now',
          html: '<p>More.</p>',
          status: 'draft',
        },
      ]);
    });

    it('makes one draft when the answer to its making is lost, and the gateway tries again', async () => {
      server.failNext(system.write, { break: 'reset-body' });
      const publication = await create(retrying()).publish(DRAFT, freeScope());
      expect(publication.isNew).toBe(false);
      expect(system.posts(server)).toHaveLength(1);
      expect(server.count(system.find)).toBe(2);
    });

    it.each(['503', 'a lost connection', 'too many requests'])(
      'tries the whole again after %s',
      async (name) => {
        const faults: Record<string, Fault> = {
          '503': { status: 503 },
          'a lost connection': { break: 'reset' },
          'too many requests': { status: 429, headers: { 'retry-after-ms': '5' } },
        };
        server.failNext(system.find, faults[name] ?? {});
        await create(retrying()).publish(DRAFT, freeScope());
        expect(system.posts(server)).toHaveLength(1);
      },
    );

    it('leaves a post alone that an editor has published, and says where it is', async () => {
      await publish();
      system.edit(server, { status: system.publishedAs, title: 'Edited' });
      const publication = await publish({ html: '<p>Newer.</p>' });
      expect(publication).toMatchObject({
        isNew: false,
        url: expect.stringMatching(/^https:\/\/\w+\.example\//) as string,
        note: expect.stringContaining('left alone') as string,
      });
      expect(system.posts(server)).toMatchObject([
        { title: 'Edited', status: system.publishedAs, html: DRAFT.html },
      ]);
      expect(server.count(system.write)).toBe(1);
    });

    it('makes a draft anew that somebody deletes between the look and the writing', async () => {
      await publish();
      let isThere = true;
      server.setFault((call) => {
        if (call.route === system.write && isThere) system.remove(server);
        if (call.route === system.write) isThere = false;
        return undefined;
      });
      expect(await publish({ title: 'Once More' })).toMatchObject({ isNew: true });
      expect(system.posts(server)).toMatchObject([{ title: 'Once More', status: 'draft' }]);
    });

    it('says when the slug is taken by something unseen, and finds its draft all the same', async () => {
      system.hide(server, DRAFT.slug);
      const first = await publish();
      expect(first).toMatchObject({
        isNew: true,
        note: expect.stringMatching(/slug heat-pump-cost-2.*taken/) as string,
      });
      const second = await publish({ html: '<p>More.</p>' });
      expect(second).toEqual({ ...first, isNew: false });
      expect(system.posts(server)).toMatchObject([
        { slug: 'heat-pump-cost-2', html: '<p>More.</p>' },
      ]);
    });

    it('does not take the draft of another article for its own', async () => {
      system.hide(server, DRAFT.slug);
      await publish({ slug: 'heat-pump-cost-2', title: 'Something Else' });
      await publish();
      expect(system.posts(server).map(({ title }) => title)).toEqual([
        'Something Else',
        DRAFT.title,
      ]);
    });

    it('finds a draft again whose slug is in another script', async () => {
      const slug = 'ヒートポンプ-の-費用';
      await publish({ slug });
      expect(await publish({ slug, title: '費用' })).toMatchObject({ isNew: false });
      expect(system.posts(server)).toMatchObject([
        { slug: expect.stringMatching(system.foreignSlug) as string, title: '費用' },
      ]);
    });

    it.each([
      { name: '400', fault: { status: 400 }, code: 'REQUEST_REJECTED' as const, says: /HTTP 400/ },
      { name: '401', fault: { status: 401 }, code: 'KEY_REJECTED' as const, says: /./ },
      { name: '403', fault: { status: 403 }, code: 'KEY_REJECTED' as const, says: /./ },
      {
        name: '500',
        fault: { status: 500 },
        code: 'PROVIDER_UNAVAILABLE' as const,
        says: /HTTP 500/,
        retryable: true,
      },
      {
        name: 'an answer that is no post',
        fault: { body: { posts: [{}] } },
        code: 'ANSWER_INVALID' as const,
        says: /no post/,
        retryable: true,
      },
      ...system.errors,
    ])('tells of a failed writing: $name', async ({ fault, code, says, retryable = false }) => {
      server.failNext(system.write, fault);
      const error = await failureOf(publish());
      expect({ code: error.code, retryable: error.retryable }).toEqual({ code, retryable });
      expect([error.message, ...error.suggestions].join('\n')).toMatch(says);
      expect(error.suggestions.length).toBeGreaterThan(0);
    });

    it('says that there is no such API, and how to find it', async () => {
      const lost = system.create({ url: `${server.url}/blog`, gateway: passThroughGateway() });
      const error = await failureOf(lost.publish(DRAFT, freeScope()));
      expect(error).toMatchObject({ code: 'REQUEST_REJECTED', status: 404, retryable: false });
      expect(error.message).toContain(`${server.url}/blog/`);
      expect(error.suggestions.join()).toMatch(/_URL/);
    });

    it('follows no redirect, and says where the site is', async () => {
      const headers = { location: 'https://www.other.example/wp-json/?secret=1' };
      server.failNext(system.find, { status: 301, body: '', headers });
      const error = await failureOf(publish());
      expect(error.message).toContain('https://www.other.example/wp-json/');
      expect(error.message).not.toContain('secret');
      expect(error.suggestions.join()).toContain('_URL');
      expect(server.count()).toBe(1);
    });

    it('takes an address that was copied below the site', async () => {
      const below = { wordpress: '/wp-admin/edit.php', ghost: '/ghost/' }[system.name];
      const copied = system.create({ url: `${server.url}${below}`, gateway: passThroughGateway() });
      expect(copied.site).toBe(server.url);
      await copied.publish(DRAFT, freeScope());
      expect(system.posts(server)).toHaveLength(1);
    });

    it.each(['http://blog.example.com', 'http://192.168.1.4:8080', 'http://localhost.example.com'])(
      'sends no key to %s',
      (url) => {
        expect(() => system.create({ url, gateway: passThroughGateway() })).toThrow(
          expect.objectContaining({
            code: 'CONFIG_INVALID',
            suggestions: [expect.stringContaining('https://')],
          }) as Error,
        );
      },
    );

    it('hands the gateway a free call without the key', async () => {
      const gateway = passThroughGateway();
      const one = system.create({ url: server.url, gateway });
      await one.publish(DRAFT, freeScope());
      await one.checkAccess(freeScope());
      const [request, check] = gateway.requests;
      expect(request).toMatchObject({
        provider: system.name,
        operation: 'publish',
        keep: 'writing',
      });
      expect(request).not.toHaveProperty('worstCase');
      expect(check).not.toHaveProperty('keep');
      const told = inspect([request, check], { depth: Infinity });
      for (const secret of system.secrets) expect(told).not.toContain(secret);
    });

    it.each(['find', 'write'] as const)(
      'shows no key that the answer repeats (%s)',
      async (step) => {
        for (const secret of system.secrets) {
          server.failNext(system[step], {
            status: 400,
            message: `You sent ${secret} and Basic ${secret}.`,
          });
          const error = await failureOf(publish());
          expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(secret);
        }
      },
    );

    it('ends a request that is aborted or takes too long', async () => {
      server.failNext(system.write, { break: 'hang' }, { break: 'hang' });
      const quick = system.create({
        url: server.url,
        gateway: passThroughGateway(),
        timeoutMs: 300,
      });
      expect(await failureOf(quick.publish(DRAFT, freeScope()))).toMatchObject({
        code: 'TIMEOUT',
        retryable: true,
      });
      const controller = new AbortController();
      const reason = new DOMException('Stopped by the user.', 'AbortError');
      const call = publisher
        .publish(DRAFT, { signal: controller.signal })
        .catch((error: unknown) => error);
      await server.waitForCalls(2, system.write);
      controller.abort(reason);
      expect(await call).toBe(reason);
      await server.waitForIdle();
    });
  });
}
