import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire, Module } from 'node:module';
import { AppError } from '../core/errors.ts';
import type { ReadHeader } from './retry-after.ts';

/** What passes under the SDK during one call of it. */
interface Exchange {
  signal: AbortSignal;
  maxBytes: number;
  sent: boolean;
  answer?: HttpAnswer;
  failure?: { code: string; message: string };
}

/** An HTTP answer as it came, whatever its status. */
export interface HttpAnswer {
  status: number;
  header: ReadHeader;
  /** Parsed JSON, the text itself where it is none, undefined where the body broke off. */
  body: unknown;
}

/** The outcome of one call of the SDK: its value, or what the transport saw when it failed. */
export type WatchedCall<T> =
  | { ok: true; value: T; answer: HttpAnswer }
  | {
      ok: false;
      error: unknown;
      answer: HttpAnswer | undefined;
      failure: { code: string; message: string } | undefined;
    };

/** The part of axios that is used here; axios is the SDK's dependency, not ours. */
interface AxiosResponse {
  status: number;
  headers: Record<string, unknown>;
  data: unknown;
}
interface AxiosLike {
  interceptors: {
    request: { use(onRequest: (config: Record<string, unknown>) => Record<string, unknown>): void };
    response: {
      use(
        onResponse: (response: AxiosResponse) => AxiosResponse,
        onError: (error: unknown) => never,
      ): void;
    };
  };
}

type TavilySdk = typeof import('@tavily/core');

const exchanges = new AsyncLocalStorage<Exchange>();
let sdk: TavilySdk | undefined;

/**
 * Loads the SDK and taps the axios instance below it.
 * Both are loaded with `require`, axios from where the SDK itself would load it: that is the one way to
 * get the very instance that the SDK calls, whatever package manager laid out the folders.
 */
export function loadTavily(): TavilySdk {
  if (sdk !== undefined) return sdk;
  const require = createRequire(import.meta.url);
  const sdkRequire = createRequire(require.resolve('@tavily/core'));
  const restoreTokenizer = deferTokenizer(sdkRequire);
  const loaded = require('@tavily/core') as TavilySdk;
  restoreTokenizer();
  tap(sdkRequire('axios') as AxiosLike);
  sdk = loaded;
  return loaded;
}

/**
 * The SDK loads a tokenizer with 5 MB of tables, a fifth of the program's memory, for `searchContext` alone, which is
 * not called here. It gets one that loads when it is used; the function it returns clears the place again.
 */
function deferTokenizer(sdkRequire: NodeJS.Require): () => void {
  const path = resolvable(sdkRequire, 'js-tiktoken');
  if (path === undefined || sdkRequire.cache[path] !== undefined) return () => undefined;
  const placeholder = new Module(path);
  placeholder.loaded = true;
  placeholder.exports = {
    encodingForModel: (name: string): unknown => sdkRequire('js-tiktoken').encodingForModel(name),
  };
  sdkRequire.cache[path] = placeholder;
  return () => {
    delete sdkRequire.cache[path];
  };
}

function resolvable(from: NodeJS.Require, name: string): string | undefined {
  try {
    return from.resolve(name);
  } catch {
    return undefined;
  }
}

/**
 * Runs one call of the SDK and watches the transport below it: the SDK's own errors have neither status nor
 * headers, and it knows no abort.
 * @throws AppError `INTERNAL` when the call went past the tap, because then nothing could be told apart.
 */
export async function watchCall<T>(
  call: () => Promise<T>,
  options: { signal: AbortSignal; maxBytes: number },
): Promise<WatchedCall<T>> {
  const exchange: Exchange = { ...options, sent: false };
  let outcome: { ok: true; value: T } | { ok: false; error: unknown };
  try {
    outcome = { ok: true, value: await exchanges.run(exchange, call) };
  } catch (error) {
    outcome = { ok: false, error };
  }
  const { sent, answer, failure } = exchange;
  if (!sent || (outcome.ok && answer === undefined)) {
    throw new AppError('INTERNAL', 'The transport of @tavily/core cannot be watched.', {
      suggestions: ['Install the version of @tavily/core that seo-content asks for.'],
    });
  }
  return outcome.ok && answer !== undefined
    ? { ...outcome, answer }
    : { ok: false, error: outcome.ok ? undefined : outcome.error, answer, failure };
}

function tap(axios: AxiosLike): void {
  axios.interceptors.request.use((config) => {
    const exchange = exchanges.getStore();
    if (exchange === undefined) return config;
    exchange.sent = true;
    // No redirects: a key must not travel to another address.
    const { signal, maxBytes } = exchange;
    return { ...config, signal, maxContentLength: maxBytes, maxRedirects: 0 };
  });
  axios.interceptors.response.use(
    (response) => {
      const exchange = exchanges.getStore();
      if (exchange === undefined) return response;
      exchange.answer = readAnswer(response);
      return { ...response, data: mendBody(response.data) };
    },
    (error) => {
      const exchange = exchanges.getStore();
      if (exchange !== undefined) recordError(exchange, error);
      throw error;
    },
  );
}

/** The SDK reads these lists and the fields of every result without looking whether they are there. */
function mendBody(body: unknown): unknown {
  if (!isRecord(body) || !Array.isArray(body['results'])) return body;
  const results: unknown[] = body['results'];
  return { ...body, images: [], failed_results: [], results: results.filter(isRecord) };
}

function recordError(exchange: Exchange, error: unknown): void {
  if (!isRecord(error)) return;
  const { response, code, message } = error;
  if (isResponse(response)) exchange.answer = readAnswer(response);
  exchange.failure = {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
  };
}

function readAnswer({ status, headers, data }: AxiosResponse): HttpAnswer {
  const header: ReadHeader = (name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return { status, header, body: data };
}

function isResponse(value: unknown): value is AxiosResponse {
  return isRecord(value) && typeof value['status'] === 'number' && isRecord(value['headers']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
