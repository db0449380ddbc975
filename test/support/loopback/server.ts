import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CallLog } from './call-log.ts';
import { contentRoute } from './content-routes.ts';
import { answerEmbeddings } from './embedding-routes.ts';
import { faultError, openaiError, tavilyError } from './error-bodies.ts';
import { ghostError } from './ghost-errors.ts';
import { GhostSite } from './ghost-site.ts';
import type {
  Fault,
  LoopbackCall,
  LoopbackOptions,
  LoopbackRoute,
  RouteAnswer,
} from './loopback-types.ts';
import { answerChat, answerModels } from './openai-routes.ts';
import { OpenAlexService } from './openalex-service.ts';
import { seededRandom } from './random.ts';
import { RateLimits } from './rate-limits.ts';
import { Schedule } from './schedule.ts';
import { sendAnswer } from './send-answer.ts';
import { answerSearxng } from './searxng-routes.ts';
import { answerCrawl, answerMap } from './site-routes.ts';
import { answerExtract, answerSearch, answerUsage } from './tavily-routes.ts';
import { wordpressError } from './wordpress-errors.ts';
import { WordPressSite } from './wordpress-site.ts';

export const TEST_TAVILY_KEY = 'tvly-test-0123456789abcdef';
export const TEST_OPENAI_KEY = 'sk-test-0123456789abcdef';
export const TEST_OPENALEX_KEY = 'openalex-test-0123456789abcdef';

export interface LoopbackServer {
  url: string;
  /** For `TAVILY_API_BASE_URL`. */
  tavilyUrl: string;
  /** For `SEARXNG_BASE_URL`. */
  searxngUrl: string;
  /** For `OPENAI_BASE_URL`. */
  openaiUrl: string;
  /** For `OPENALEX_BASE_URL`. */
  openalexUrl: string;
  /** For `WORDPRESS_URL` and `GHOST_URL` the address is `url`. What the sites hold: */
  wordpress: WordPressSite;
  ghost: GhostSite;
  /** In order of arrival. */
  calls: readonly LoopbackCall[];
  callsTo(route: LoopbackRoute): LoopbackCall[];
  count(route?: LoopbackRoute): number;
  readonly inFlight: number;
  /** The most calls in flight together, on all routes or on one. */
  readonly maxConcurrent: number;
  maxConcurrentOn(route: LoopbackRoute): number;
  /** Connections that clients hold open, idle ones included. */
  readonly openSockets: number;
  /** Resolves when no connection is open, not even an idle one. */
  waitForNoSockets(): Promise<void>;
  /** Resolves when so many calls have arrived since the start or the last reset. */
  waitForCalls(count: number, route?: LoopbackRoute): Promise<void>;
  /** Resolves when at least so many calls are in flight together. */
  waitForInFlight(count: number, route?: LoopbackRoute): Promise<void>;
  /** Resolves when no call is in flight. */
  waitForIdle(): Promise<void>;
  /** Queues faults: one for each of the next calls of the route. */
  failNext(route: LoopbackRoute, ...faults: Fault[]): void;
  /** Asked for every call for which no fault is queued; replaces the rule of the options. */
  setFault(rule: ((call: LoopbackCall) => Fault | undefined) | undefined): void;
  /** Begins the schedule now instead of with the first call. */
  startSchedule(): void;
  /** When the schedule began, on the clock of the calls. */
  readonly scheduleStartedAt: number | undefined;
  /** Changes options from now on; limits begin anew. */
  configure(changes: Omit<LoopbackOptions, 'port' | 'record'>): void;
  /** Back to the options of the start, without calls, counts and faults. */
  reset(): void;
  close(): Promise<void>;
}

const ROUTES: Readonly<
  Record<string, { route: LoopbackRoute; provider: 'tavily' | 'openai' | 'openalex' | 'searxng' }>
> = {
  'POST /search': { route: 'search', provider: 'tavily' },
  'POST /extract': { route: 'extract', provider: 'tavily' },
  'POST /map': { route: 'map', provider: 'tavily' },
  'POST /crawl': { route: 'crawl', provider: 'tavily' },
  'GET /search': { route: 'searxng', provider: 'searxng' },
  'GET /usage': { route: 'usage', provider: 'tavily' },
  'POST /v1/chat/completions': { route: 'chat', provider: 'openai' },
  'POST /v1/embeddings': { route: 'embeddings', provider: 'openai' },
  'GET /v1/models': { route: 'models', provider: 'openai' },
  'GET /works': { route: 'works', provider: 'openalex' },
};

/** A server on 127.0.0.1 that speaks the protocols of Tavily, SearXNG, OpenAI, OpenAlex, WordPress and Ghost, records calls and fails as it is told. */
export async function startLoopbackServer(start: LoopbackOptions = {}): Promise<LoopbackServer> {
  const log = new CallLog(start.record ?? true);
  const queues = new Map<LoopbackRoute, Fault[]>();
  const wordpress = new WordPressSite();
  const ghost = new GhostSite();
  let options = start;
  let schedule = new Schedule(options.schedule ?? []);
  let limits = new RateLimits(options, schedule);
  let openalex = new OpenAlexService(options, schedule);
  let openSockets = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = address.pathname;
    const method = request.method ?? 'GET';
    if (path === '/loopback/stats') return sendStats(response);
    const known = ROUTES[`${method} ${path}`] ?? contentRoute(method, path);
    const text = await readText(request).catch(() => undefined);
    if (text === undefined) return;
    const body = parse(text);
    if (known === undefined) {
      return sendAnswer(response, unknownRoute(method, path), {}, () => {});
    }
    schedule.start();
    const seen = { ...known, method, path, headers: hideKeys(request), body };
    const query = ['openalex', 'searxng'].includes(known.provider) ? queryOf(address) : {};
    const call = log.start({ ...seen, ...query });
    const gone = new AbortController();
    response.once('close', () => {
      log.end(call, 'aborted');
      gone.abort();
    });
    const fault = queues.get(call.route)?.shift() ?? options.fault?.(call) ?? {};
    const answer = decide(call, fault, address, request.headers.authorization);
    try {
      // The latency counts from the arrival: making the answer is part of it.
      const spread =
        (options.latencySpread ?? 0) * (2 * seededRandom(text || address.search)() - 1);
      const usual = (options.latency?.[call.route] ?? 0) * (1 + spread);
      const latency = usual + (fault.delayMs ?? 0);
      const rest = call.startedAt + latency - performance.now();
      if (latency > 0) await sleep(Math.max(0, rest), undefined, { signal: gone.signal });
      await fault.until;
    } catch (error) {
      if (gone.signal.aborted) return;
      throw error;
    }
    if (gone.signal.aborted || fault.break === 'hang') return;
    if (fault.break === 'reset') {
      log.end(call, 'broken');
      request.socket.resetAndDestroy();
      return;
    }
    const shared = sharedHeaders(call);
    const complete = { ...answer, headers: { ...shared, ...answer.headers } };
    sendAnswer(response, complete, fault, (outcome) => log.end(call, outcome, answer.status));
  }

  function decide(
    call: LoopbackCall,
    fault: Fault,
    address: URL,
    authorization: string | undefined,
  ): RouteAnswer {
    const refusal = checkKey(call, address, authorization);
    if (refusal !== undefined) return refusal;
    if (fault.body !== undefined) return { status: fault.status ?? 200, body: fault.body };
    if (fault.status !== undefined) return faultError(call.provider, fault.status, fault);
    const planned = schedule.status(call.provider);
    if (planned !== undefined) return faultError(call.provider, planned, {});
    const early = call.provider === 'openalex' ? openalex.limit(call) : limits.check(call);
    return early ?? answerRoute(call, fault, address, authorization);
  }

  function checkKey(
    call: LoopbackCall,
    address: URL,
    authorization: string | undefined,
  ): RouteAnswer | undefined {
    if (call.provider === 'openalex') {
      return openalex.refuse(address, options.openalexKeys ?? [TEST_OPENALEX_KEY]);
    }
    if (call.provider === 'searxng') return undefined;
    if (call.provider === 'wordpress') return wordpress.refuse(authorization);
    if (call.provider === 'ghost') return ghost.refuse(authorization);
    const isTavily = call.provider === 'tavily';
    const keys = isTavily
      ? (options.tavilyKeys ?? [TEST_TAVILY_KEY])
      : (options.openaiKeys ?? [TEST_OPENAI_KEY]);
    const given = authorization?.replace(/^Bearer /, '');
    if (keys.length === 0 || (given !== undefined && keys.includes(given))) return undefined;
    return isTavily ? tavilyError(401) : openaiError(401);
  }

  function answerRoute(
    call: LoopbackCall,
    fault: Fault,
    address: URL,
    authorization: string | undefined,
  ): RouteAnswer {
    const fields = Object(call.body) as Record<string, unknown>;
    const created = Math.floor(Date.now() / 1000);
    switch (call.route) {
      case 'search':
        return answerSearch(fields, options);
      case 'extract':
        return answerExtract(fields);
      case 'map':
        return answerMap(fields, options);
      case 'crawl':
        return answerCrawl(fields, options);
      case 'searxng':
        return answerSearxng(address, options);
      case 'usage':
        return answerUsage(log.count('search'));
      case 'chat':
        return answerChat(fields, options, fault, created);
      case 'embeddings':
        return answerEmbeddings(fields, options);
      case 'models':
        return answerModels(options, created);
      case 'works':
        return openalex.answer(call);
      case 'ghost-find':
      case 'ghost-write':
        return ghost.answer(call, address);
      default:
        return wordpress.answer(call, address, authorization);
    }
  }

  function sharedHeaders(call: LoopbackCall): Record<string, string> {
    if (call.provider === 'openalex') return openalex.headers();
    if (call.provider !== 'openai') return {};
    return {
      'x-request-id': `req_loopback${call.id}`,
      'openai-processing-ms': '1',
      'openai-version': '2020-10-01',
      ...limits.headers(),
    };
  }

  function sendStats(response: ServerResponse): void {
    const routes = Object.values(ROUTES).map(({ route }) => [
      route,
      { calls: log.count(route), maxConcurrent: log.peak(route) },
    ]);
    const { inFlight, maxConcurrent } = log;
    const body = { inFlight, maxConcurrent, routes: Object.fromEntries(routes) };
    sendAnswer(response, { status: 200, body }, {}, () => {});
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A fault of a test's own function: the client sees a 500, the test run the reason.
      console.error(error);
      response.destroy();
    });
  });
  server.on('connection', (socket) => {
    openSockets += 1;
    socket.once('close', () => {
      openSockets -= 1;
      log.wake();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(start.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    tavilyUrl: url,
    searxngUrl: url,
    openaiUrl: `${url}/v1`,
    openalexUrl: url,
    wordpress,
    ghost,
    calls: log.calls,
    callsTo: (route) => log.calls.filter((call) => call.route === route),
    count: (route) => log.count(route),
    get inFlight() {
      return log.inFlight;
    },
    get maxConcurrent() {
      return log.maxConcurrent;
    },
    maxConcurrentOn: (route) => log.peak(route),
    get openSockets() {
      return openSockets;
    },
    waitForNoSockets: () => log.waitUntil(() => openSockets === 0),
    waitForCalls: (count, route) => log.waitUntil(() => log.count(route) >= count),
    waitForInFlight: (count, route) =>
      log.waitUntil(() => (route === undefined ? log.inFlight : log.open(route)) >= count),
    waitForIdle: () => log.waitUntil(() => log.inFlight === 0),
    failNext(route, ...faults) {
      queues.set(route, [...(queues.get(route) ?? []), ...faults]);
    },
    setFault(rule) {
      const { fault: _old, ...rest } = options;
      options = rule === undefined ? rest : { ...rest, fault: rule };
    },
    startSchedule: () => schedule.start(),
    get scheduleStartedAt() {
      return schedule.startedAt;
    },
    configure(changes) {
      options = { ...options, ...changes };
      schedule = new Schedule(options.schedule ?? []);
      limits = new RateLimits(options, schedule);
      openalex = new OpenAlexService(options, schedule);
    },
    reset() {
      options = start;
      schedule = new Schedule(options.schedule ?? []);
      limits = new RateLimits(options, schedule);
      openalex = new OpenAlexService(options, schedule);
      queues.clear();
      wordpress.reset();
      ghost.reset();
      log.reset();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function unknownRoute(method: string, path: string): RouteAnswer {
  if (path.startsWith('/wp-json')) return wordpressError(404);
  if (path.startsWith('/ghost')) return ghostError(404);
  return path.startsWith('/v1')
    ? openaiError(404, { message: `Invalid URL (${method} ${path})`, code: null })
    : { status: 404, body: { detail: 'Not Found' } };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The parameters of OpenAlex, of which the key is one. */
function queryOf({ searchParams }: URL): Required<Pick<LoopbackCall, 'query' | 'isKeyed'>> {
  const { api_key: key, ...query } = Object.fromEntries(searchParams);
  return { query, isKeyed: key !== undefined };
}

function hideKeys({ headers }: IncomingMessage): Record<string, string> {
  const { authorization, ...rest } = headers;
  const shown = Object.entries(rest).map(([name, value]) => [name, String(value)]);
  if (authorization !== undefined) {
    const hash = createHash('sha256').update(authorization).digest('hex').slice(0, 12);
    shown.push(['authorization', `sha256:${hash}`]);
  }
  return Object.fromEntries(shown) as Record<string, string>;
}
