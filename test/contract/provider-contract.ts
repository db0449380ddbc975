import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../src/core/errors.ts';
import type { CallScope } from '../../src/providers/call.ts';
import type { Fault, LoopbackRoute } from '../support/loopback/loopback-types.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback/server.ts';

interface AdapterOptions {
  apiKey: string | undefined;
  baseUrl: string;
  timeoutMs?: number;
  idleTimeoutMs?: number;
}

/** What the shared contract has to know of an adapter. */
export interface AdapterUnderTest {
  name: string;
  route: LoopbackRoute;
  /** Empty for a service that takes none. */
  key: string;
  keyVariable: string;
  /** Where it is no variable of the name `…BASE_URL`. */
  baseUrlVariable?: string;
  /** One that could be a key and is none; for adapters that look at the form. */
  wrongKey?: string;
  /** What every message has to name. */
  speaksOf: RegExp;
  baseUrl: (server: LoopbackServer) => string;
  /** Makes the adapter; the function that it answers sends one call. */
  create: (options: AdapterOptions) => (scope: CallScope) => Promise<unknown>;
  /** True for one that stands above single calls: it throws a caller's timeout as it is. */
  throwsReasons?: boolean;
  /** The provider's own errors, beside those that all share or instead of one of the same name. */
  errors: readonly ClassifiedFault[];
}

interface ClassifiedFault {
  name: string;
  fault: Fault;
  code: ErrorCode;
  retryable: boolean;
  /** Whether the request may have been worked on without a word of it, so that it may cost something. */
  perhapsPaid?: boolean;
  /** What the message or a remedy has to name. */
  says?: RegExp;
}

const SHARED: readonly ClassifiedFault[] = [
  { name: '400', fault: { status: 400 }, code: 'REQUEST_REJECTED', retryable: false },
  { name: '401', fault: { status: 401 }, code: 'KEY_REJECTED', retryable: false },
  { name: '403', fault: { status: 403 }, code: 'KEY_REJECTED', retryable: false },
  { name: '408', fault: { status: 408 }, code: 'TIMEOUT', retryable: true },
  {
    name: '429',
    fault: { status: 429 },
    code: 'RATE_LIMITED',
    retryable: true,
    says: /--parallel/,
  },
  { name: '500', fault: { status: 500 }, code: 'PROVIDER_UNAVAILABLE', retryable: true },
  { name: '503', fault: { status: 503 }, code: 'PROVIDER_UNAVAILABLE', retryable: true },
  {
    name: '502 with a web page',
    fault: {
      status: 502,
      body: '<html>Bad Gateway</html>',
      headers: { 'content-type': 'text/html' },
    },
    code: 'PROVIDER_UNAVAILABLE',
    retryable: true,
    says: /HTTP 502/,
  },
  {
    name: 'redirect',
    fault: { status: 307, body: {}, headers: { location: 'http://127.0.0.1:1/elsewhere' } },
    code: 'REQUEST_REJECTED',
    retryable: false,
    says: /BASE_URL/,
  },
  {
    name: 'reset connection',
    fault: { break: 'reset' },
    code: 'PROVIDER_UNAVAILABLE',
    retryable: true,
    perhapsPaid: true,
    says: /cannot be reached: .*\w/,
  },
  {
    name: 'an answer that is no HTTP',
    fault: { break: 'no-http' },
    code: 'PROVIDER_UNAVAILABLE',
    retryable: true,
    perhapsPaid: true,
    says: /cannot be reached: .*\w/,
  },
  {
    name: 'endless headers',
    fault: { headers: { 'x-long': 'x'.repeat(100_000) } },
    code: 'PROVIDER_UNAVAILABLE',
    retryable: true,
    perhapsPaid: true,
  },
  broken('truncated body', { break: 'truncate' }, /broke off/),
  broken('truncated body in chunks', { break: 'truncate-chunked' }, /broke off/),
  broken('connection reset in the body', { break: 'reset-body' }, /broke off/),
  broken('web page with status 200', { break: 'html' }, /web page/),
  broken('malformed JSON', { break: 'malformed' }, /no valid JSON/),
  broken('empty body', { break: 'empty' }, /empty/),
  broken('status 204', { status: 204, body: '' }, /empty/),
  broken('JSON null', { body: 'null' }),
  broken('JSON text', { body: '"text"' }),
  broken('JSON without measure', { body: '['.repeat(200_000) + ']'.repeat(200_000) }),
  broken('odd JSON', { body: { results: 7, choices: 7 } }),
  broken('garbage for gzip', { break: 'gzip-garbage' }, /broke off/),
  broken('half a gzip', { break: 'gzip-cut' }),
  { ...broken('gzip bomb', { break: 'gzip-bomb' }, /longer than \d+ bytes/), retryable: false },
  {
    name: 'strange status',
    fault: { status: 799, body: '{}' },
    code: 'PROVIDER_UNAVAILABLE',
    retryable: true,
  },
];

function broken(name: string, fault: Fault, says?: RegExp): ClassifiedFault {
  return {
    name,
    fault,
    code: 'ANSWER_INVALID',
    retryable: true,
    perhapsPaid: true,
    ...(says === undefined ? {} : { says }),
  };
}

/** The error that a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<AppError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

/** A scope that nobody aborts. */
export function freeScope(): CallScope {
  return { signal: new AbortController().signal };
}

/** Without the time of reading. */
function undated(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (name, field: unknown) => (name === 'retrievedAt' ? undefined : field)),
  );
}

/** What every adapter over HTTP has to hold to. */
export function describeProviderContract(adapter: AdapterUnderTest): void {
  describe(`${adapter.name} keeps the contract of providers`, () => {
    let server: LoopbackServer;
    let send: (scope: CallScope) => Promise<unknown>;
    const create = (options: Partial<AdapterOptions> = {}): typeof send =>
      adapter.create({ apiKey: adapter.key, baseUrl: adapter.baseUrl(server), ...options });

    beforeAll(async () => {
      server = await startLoopbackServer();
    });
    afterAll(() => server.close());
    beforeEach(() => {
      server.reset();
      send = create();
    });

    it('sends one call and gives plain JSON data back', async () => {
      const value = await send(freeScope());
      expect(server.calls.map(({ route, outcome }) => [route, outcome])).toEqual([
        [adapter.route, 'answered'],
      ]);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    });

    const own = new Set(adapter.errors.map(({ name }) => name));
    const shared = SHARED.filter(({ name }) => !own.has(name)).map((one) =>
      one.name === 'redirect' && adapter.baseUrlVariable !== undefined
        ? { ...one, says: new RegExp(adapter.baseUrlVariable) }
        : one,
    );
    it.each([...shared, ...adapter.errors])(
      'tells $name apart and does not retry',
      async ({ fault, code, retryable, perhapsPaid, says }) => {
        server.failNext(adapter.route, fault);
        const error = await failureOf(send(freeScope()));
        expect({ code: error.code, retryable: error.retryable }).toEqual({ code, retryable });
        expect(error.perhapsPaid).toBe(perhapsPaid ?? false);
        expect(error.suggestions.length).toBeGreaterThan(0);
        expect(error.message.length).toBeLessThan(500);
        expect(fault.status ?? error.status).toBe(error.status);
        expect([error.message, ...error.suggestions].join('\n')).toMatch(says ?? adapter.speaksOf);
        expect(server.count()).toBe(1);
      },
    );

    it('reads Retry-After as seconds, as milliseconds and as a date', async () => {
      server.failNext(
        adapter.route,
        { status: 429, headers: { 'retry-after': '7' } },
        { status: 503, headers: { 'retry-after': '7', 'retry-after-ms': '1500' } },
        { status: 429, headers: { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() } },
      );
      expect((await failureOf(send(freeScope()))).retryAfterMs).toBe(7000);
      expect((await failureOf(send(freeScope()))).retryAfterMs).toBe(1500);
      const untilDate = (await failureOf(send(freeScope()))).retryAfterMs ?? 0;
      expect(untilDate).toBeGreaterThan(3_000_000);
      expect(untilDate).toBeLessThanOrEqual(3_600_000);
    });

    it.each(['pieces', 'gzip', 'early-hints'] as const)(
      'reads an unusual answer like any other (%s)',
      async (kind) => {
        const plain = await send(freeScope());
        server.failNext(adapter.route, { break: kind });
        const unusual = await send(freeScope());
        expect(undated(unusual)).toEqual(undated(plain));
      },
    );

    it.each(['hang', 'hang-headers', 'hang-body', 'drip'] as const)(
      'ends an attempt that takes too long and closes its connection (%s)',
      async (kind) => {
        server.failNext(adapter.route, { break: kind });
        const error = await failureOf(create({ timeoutMs: 300 })(freeScope()));
        expect(error).toMatchObject({ code: 'TIMEOUT', retryable: true, perhapsPaid: true });
        await server.waitForIdle();
        expect(server.calls[0]?.outcome).toBe('aborted');
      },
    );

    it.each(['hang-headers', 'hang-body'] as const)(
      'ends an answer of which nothing comes any more (%s)',
      async (kind) => {
        server.failNext(adapter.route, { break: kind });
        const error = await failureOf(create({ idleTimeoutMs: 50 })(freeScope()));
        expect(error).toMatchObject({ code: 'TIMEOUT', retryable: true, perhapsPaid: true });
        expect(error.message).toContain('then sent nothing for 0.05 s');
        await server.waitForIdle();
        expect(server.calls[0]?.outcome).toBe('aborted');
      },
    );

    it('lets the first byte of an answer take longer than the next ones may', async () => {
      server.failNext(adapter.route, { delayMs: 400 });
      await create({ idleTimeoutMs: 300 })(freeScope());
      expect(server.calls[0]?.outcome).toBe('answered');
    });

    it.each(['truncate', 'hang-body', 'gzip-garbage', 'gzip-bomb'] as const)(
      'tells a failure by its status though its body is broken (%s)',
      async (kind) => {
        const headers = { 'retry-after': '7' };
        server.failNext(adapter.route, { status: 429, headers, break: kind });
        const error = await failureOf(create({ idleTimeoutMs: 50 })(freeScope()));
        expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429, retryAfterMs: 7000 });
        expect(error.perhapsPaid).toBe(false);
      },
    );

    it.each(['hang', 'hang-body'] as const)(
      'destroys the request when aborted (%s)',
      async (kind) => {
        server.failNext(adapter.route, { break: kind });
        const controller = new AbortController();
        const reason = new DOMException('Stopped by the user.', 'AbortError');
        const call = send({ signal: controller.signal }).catch((error: unknown) => error);
        await server.waitForCalls(1);
        controller.abort(reason);
        expect(await call).toBe(reason);
        await server.waitForIdle();
        expect(server.calls[0]?.outcome).toBe('aborted');
      },
    );

    it("calls a caller's timeout a timeout", async () => {
      server.failNext(adapter.route, { break: 'hang' });
      const controller = new AbortController();
      const call = send({ signal: controller.signal }).catch((error: unknown) => error);
      await server.waitForCalls(1);
      const reason = new DOMException('too slow', 'TimeoutError');
      controller.abort(reason);
      const timeout = expect.objectContaining({ code: 'TIMEOUT', retryable: true });
      expect(await call).toEqual(adapter.throwsReasons === true ? reason : timeout);
    });

    it('sends nothing when aborted before', async () => {
      const reason = new Error('stopped');
      const call = send({ signal: AbortSignal.abort(reason) });
      await expect(call).rejects.toBe(reason);
      expect(server.count()).toBe(0);
    });

    it('leaves no open connection behind many aborted calls', async () => {
      const own = await startLoopbackServer({ fault: () => ({ break: 'hang' }) });
      const one = adapter.create({ apiKey: adapter.key, baseUrl: adapter.baseUrl(own) });
      const controller = new AbortController();
      const calls = Array.from({ length: 20 }, () => one({ signal: controller.signal }));
      const settled = Promise.allSettled(calls);
      await own.waitForInFlight(20);
      controller.abort();
      expect((await settled).every(({ status }) => status === 'rejected')).toBe(true);
      await own.waitForNoSockets();
      expect(own.inFlight).toBe(0);
      await own.close();
    });

    it('leaves no open connection behind many broken answers', async () => {
      const kinds: readonly Fault['break'][] = [
        'truncate',
        'truncate-chunked',
        'reset',
        'reset-body',
        'no-http',
        'hang-headers',
        'hang-body',
      ];
      const own = await startLoopbackServer({
        fault: ({ id }) => ({ break: kinds[id % kinds.length] ?? 'html' }),
      });
      const one = adapter.create({
        apiKey: adapter.key,
        baseUrl: adapter.baseUrl(own),
        idleTimeoutMs: 100,
      });
      const outcomes = await Promise.allSettled(kinds.map(() => one(freeScope())));
      expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
      await own.waitForNoSockets();
      expect(own.inFlight).toBe(0);
      await own.close();
    });

    it('keeps calls apart that run at the same time', async () => {
      server.setFault((call) => {
        const faults: readonly Fault[] = [
          {},
          { status: 429 },
          { status: 400 },
          { break: 'truncate' },
        ];
        return faults[call.id % 4] ?? {};
      });
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () => send(freeScope())),
      );
      const codes = outcomes.map((outcome) =>
        outcome.status === 'rejected' ? (outcome.reason as AppError).code : 'none',
      );
      expect(Object.fromEntries(Map.groupBy(codes, (code) => code))).toEqual({
        none: Array(5).fill('none'),
        RATE_LIMITED: Array(5).fill('RATE_LIMITED'),
        REQUEST_REJECTED: Array(5).fill('REQUEST_REJECTED'),
        ANSWER_INVALID: Array(5).fill('ANSWER_INVALID'),
      });
    });

    describe.runIf(adapter.key !== '')('with a key', () => {
      it.each<[string, (key: string) => Fault]>([
        [
          'in the words of an error',
          (key) => ({ status: 401, message: `Bad key ${key} (Bearer ${key})` }),
        ],
        [
          'in the body of a strange error',
          (key) => ({ status: 400, body: { echo: `Bearer ${key}` } }),
        ],
        ['in a web page', (key) => ({ status: 500, body: `<p>${key}</p>` })],
        ['with a reset connection', () => ({ break: 'reset' })],
        ['with a broken body', () => ({ break: 'truncate' })],
      ])('shows the key nowhere: %s', async (_name, faultFor) => {
        server.failNext(adapter.route, faultFor(adapter.key));
        const error = await failureOf(send(freeScope()));
        const everything = inspect(error, { depth: Infinity, showHidden: true });
        expect(everything).not.toContain(adapter.key);
        expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain(adapter.key);
      });

      it('says that a wrong key was rejected', async () => {
        const error = await failureOf(
          create({ apiKey: adapter.wrongKey ?? 'wrong-key-0123456789' })(freeScope()),
        );
        expect(error).toMatchObject({ code: 'KEY_REJECTED', status: 401 });
        expect(error.suggestions.join()).toContain(adapter.keyVariable);
      });

      it.each(['kéy', 'two\nlines', 'with space'])(
        'refuses the key %j that no header can hold',
        (key) => {
          expect(() => create({ apiKey: key })).toThrow(
            expect.objectContaining({
              code: 'KEY_REJECTED',
              message: expect.not.stringContaining(key) as string,
            }) as Error,
          );
          expect(server.count()).toBe(0);
        },
      );
    });

    it('passes no control characters on', async () => {
      server.failNext(adapter.route, { status: 400, message: 'red \u001B[31malert\u0007\r\nnext' });
      const { message } = await failureOf(send(freeScope()));
      expect(message).not.toMatch(/\p{Cc}/u);
    });

    it.each([
      'nowhere',
      'ftp://example.com',
      'http://user:secret@127.0.0.1/',
      'https://x.example/?key=1',
    ])('refuses the base URL %s', (baseUrl) => {
      expect(() => create({ baseUrl })).toThrow(
        expect.objectContaining({ code: 'CONFIG_INVALID' }) as Error,
      );
    });

    it('names the address that cannot be reached', async () => {
      const gone = await startLoopbackServer();
      const baseUrl = adapter.baseUrl(gone);
      await gone.close();
      const error = await failureOf(create({ baseUrl })(freeScope()));
      expect(error).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryable: true });
      expect(error.message).toContain(baseUrl);
      expect(error.message).toContain('ECONNREFUSED');
    });
  });
}
