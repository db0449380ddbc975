import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { AppError } from '../../core/errors.ts';
import { bodyFailure } from '../body-failure.ts';
import { connectionFailure } from '../connection-failure.ts';
import type { HttpFailure } from '../http-error.ts';
import { parseBody } from '../parse-body.ts';
import type { BodyLimits } from '../read-pieces.ts';
import { readLimitedText } from '../read-limited-text.ts';
import type { ReadHeader } from '../retry-after.ts';
import { tavilyMessage } from './message.ts';

/** A good answer as it came. */
export interface HttpAnswer {
  status: number;
  header: ReadHeader;
  body: unknown;
}

/** What passes under the SDK during one call of it. */
interface Exchange {
  signal: AbortSignal;
  limits: BodyLimits;
  sent: boolean;
  answer?: HttpAnswer;
  failure?: HttpFailure;
}

/** The outcome of one call of the SDK: its value, or what the transport saw when it failed. */
export type WatchedCall<T> =
  | { ok: true; value: T; answer: HttpAnswer }
  | { ok: false; failure: HttpFailure };

/** The part of axios that is used here; axios is the SDK's dependency, not ours. */
export interface AxiosLike {
  interceptors: {
    request: { use(onRequest: (config: Record<string, unknown>) => Record<string, unknown>): void };
    response: {
      use(
        onResponse: (response: AxiosResponse) => AxiosResponse | Promise<AxiosResponse>,
        onError: (error: unknown) => never,
      ): void;
    };
  };
}
interface AxiosResponse {
  status: number;
  headers: Record<string, unknown>;
  data: unknown;
}

const exchanges = new AsyncLocalStorage<Exchange>();

/**
 * Runs one call of the SDK and watches the transport below it: the SDK's own errors have neither status nor
 * headers, and it knows no abort and no limits.
 * @throws AppError `INTERNAL` when the call went past the tap, because then nothing could be told apart.
 */
export async function watchCall<T>(
  call: () => Promise<T>,
  options: { signal: AbortSignal; limits: BodyLimits },
): Promise<WatchedCall<T>> {
  const exchange: Exchange = { ...options, sent: false };
  let outcome: { ok: true; value: T } | undefined;
  try {
    outcome = { ok: true, value: await exchanges.run(exchange, call) };
  } catch {
    // The transport has seen more of it.
  }
  const { sent, answer, failure } = exchange;
  if (failure !== undefined) return { ok: false, failure };
  if (!sent || answer === undefined) {
    throw new AppError('INTERNAL', 'The transport of @tavily/core cannot be watched.', {
      suggestions: ['Install the version of @tavily/core that seo-content asks for.'],
    });
  }
  if (outcome !== undefined) return { ...outcome, answer };
  const problem = 'it has no list of results';
  return {
    ok: false,
    failure: { kind: 'answer', problem, status: answer.status, retryable: true },
  };
}

/** Makes calls within `watchCall` tell what they send and get; all others stay as they are. */
export function tapTransport(axios: AxiosLike): void {
  axios.interceptors.request.use((config) => {
    const exchange = exchanges.getStore();
    if (exchange === undefined) return config;
    exchange.sent = true;
    return {
      ...config,
      signal: exchange.signal,
      // The attempt has its own limit of time.
      timeout: 0,
      // No redirects: a key must not travel to another address.
      maxRedirects: 0,
      responseType: 'stream',
      validateStatus: () => true,
    };
  });
  axios.interceptors.response.use(
    async (response) => {
      const exchange = exchanges.getStore();
      return exchange === undefined ? response : receive(response, exchange);
    },
    (error) => {
      const exchange = exchanges.getStore();
      if (exchange !== undefined) exchange.failure ??= connectionFailure(error);
      throw error;
    },
  );
}

async function receive(response: AxiosResponse, exchange: Exchange): Promise<AxiosResponse> {
  const { status, headers, data } = response;
  const header: ReadHeader = (name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const fail = (failure: HttpFailure): never => {
    exchange.failure = failure;
    throw new Error('The call failed; the exchange says how.');
  };
  const isGood = status >= 200 && status <= 299;
  const stream = data instanceof Readable ? Readable.toWeb(data) : null;
  const text = await readLimitedText(stream, exchange.limits).catch((error: unknown) =>
    // An error is told by its status, whatever became of its body.
    isGood ? fail(bodyFailure(error, status)) : '',
  );
  const parsed = parseBody(text, status);
  if (!isGood) {
    const message = parsed.ok ? tavilyMessage(parsed.value) : undefined;
    return fail({ kind: 'status', status, header, message });
  }
  if (!parsed.ok) return fail(parsed.failure);
  exchange.answer = { status, header, body: parsed.value };
  return { ...response, data: mendBody(parsed.value) };
}

/** The SDK reads these lists and the fields of every result without looking whether they are there. */
function mendBody(body: unknown): unknown {
  if (!isRecord(body) || !Array.isArray(body['results'])) return body;
  const results: unknown[] = body['results'];
  return { ...body, images: [], failed_results: [], results: results.filter(isRecord) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
