import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer, CallRequest, CallScope, Gateway } from '../call.ts';
import { getJson } from '../get-json.ts';
import { httpError, type HttpVerdict } from '../http-error.ts';
import { jsonField } from '../../core/json-field.ts';
import { readBaseUrl, readKey } from '../provider-identity.ts';
import type { ErrorWords, JsonService } from '../request-json.ts';
import type { ReadHeader } from '../retry-after.ts';
import { scrubKeys } from '../scrub-keys.ts';
import {
  encodeValue,
  OPENALEX_URL,
  type PagePlace,
  worksAddress,
  type WorksQuery,
} from './works-address.ts';
import { readWorksPage, type WorksPage } from './works-page.ts';
import { consumedCredits } from '../consumed-credits.ts';

export interface OpenAlexOptions {
  /** Without it OpenAlex allows ten requests a second, and few a day. */
  apiKey?: string | undefined;
  /** Default `https://api.openalex.org`. */
  baseUrl?: string | undefined;
  /** Told to OpenAlex with every request. */
  mailto?: string | undefined;
  gateway: Gateway;
  /** Limit of one attempt in milliseconds, 60,000 by default. */
  timeoutMs?: number | undefined;
  /** How long the next byte of an answer may take once it has begun, in milliseconds, 30,000 by default. */
  idleTimeoutMs?: number | undefined;
}

/** The catalogue of works at OpenAlex. */
export interface OpenAlex {
  /** Without a slash at the end. */
  baseUrl: string;
  /** The request for one page: what it is kept under, and how it is sent. */
  request(query: WorksQuery, place: PagePlace): CallRequest<WorksBody, WorksPage>;
  /**
   * One page of works, kept once it is there.
   * @throws AppError as OpenAlex answered.
   */
  page(query: WorksQuery, place: PagePlace, scope: CallScope): Promise<WorksPage>;
}

/** All that decides a page; the key and the address of the asker do not. */
interface WorksBody {
  baseUrl: string;
  query: WorksQuery;
  place: PagePlace;
}

const FREE = consumedCredits(0);
/** Two hundred works with the longest abstracts stay below; a body without end does not fill the memory. */
const LONGEST_ANSWER = 50_000_000;

/**
 * OpenAlex behind the gateway.
 * @throws AppError `KEY_REJECTED` or `CONFIG_INVALID` for a key or base URL that cannot be sent.
 */
export function createOpenAlex(options: OpenAlexOptions): OpenAlex {
  const { gateway, timeoutMs = 60_000 } = options;
  const service = connect(options);
  const { baseUrl, keys } = service.identity;
  const [key] = keys;
  const extra = [
    ...(options.mailto === undefined ? [] : [`mailto=${encodeValue(options.mailto)}`]),
    ...(key === undefined ? [] : [`api_key=${encodeValue(key)}`]),
  ];
  const send = async (
    { query, place }: WorksBody,
    limits: AttemptLimits,
  ): Promise<CallAnswer<WorksPage>> => {
    const address = [worksAddress(baseUrl, query, place), ...extra].join('&');
    const { value, status } = await getJson(service, address, limits);
    const page = readWorksPage(value);
    if (page === undefined) {
      const problem = 'it is no list of works';
      throw httpError({ kind: 'answer', problem, status, retryable: true }, service.identity);
    }
    return { value: page, consumed: FREE, status };
  };
  const request: OpenAlex['request'] = (query, place) => ({
    provider: 'openalex',
    operation: 'works',
    body: { baseUrl, query, place },
    detail: scrubKeys(worksAddress(baseUrl, query, place), keys),
    keep: 'research',
    attempt: (body, signal) => send(body, { signal, timeoutMs }),
  });
  return {
    baseUrl,
    request,
    page: (query, place, scope) => gateway.call(request(query, place), scope),
  };
}

function connect({ apiKey, baseUrl, idleTimeoutMs = 30_000 }: OpenAlexOptions): JsonService {
  const key = readKey(apiKey, 'OPENALEX_API_KEY');
  return {
    identity: {
      label: 'OpenAlex',
      keyVariable: 'OPENALEX_API_KEY',
      baseUrlVariable: 'OPENALEX_BASE_URL',
      baseUrl: readBaseUrl(baseUrl?.trim() || OPENALEX_URL, 'OPENALEX_BASE_URL'),
      keys: key === undefined ? [] : [key],
    },
    idleTimeoutMs,
    maxBytes: LONGEST_ANSWER,
    readError,
    judge,
  };
}

/** `{"error": "Invalid query parameters error.", "message": "…"}` */
function readError(body: unknown): ErrorWords {
  const message = jsonField(body, 'message');
  const code = jsonField(body, 'error');
  return {
    message: typeof message === 'string' ? message : undefined,
    code: typeof code === 'string' ? code : undefined,
  };
}

/** Until 2026 a request that was not understood got 403; the credits of a day end with 429 like the limit of a second. */
function judge(status: number, { code }: ErrorWords, header: ReadHeader): HttpVerdict | undefined {
  if (status === 403 && code !== undefined && /query parameter/i.test(code)) {
    return {
      code: 'REQUEST_REJECTED',
      says: 'rejected the request',
      suggestions: ['The message of OpenAlex says what it did not accept.'],
    };
  }
  if (status === 429 && header('x-ratelimit-remaining')?.trim() === '0' && isOfTheDay(header)) {
    return {
      code: 'QUOTA_EXHAUSTED',
      says: 'has no credits left for today',
      suggestions: [
        'Go on tomorrow: what was fetched is kept.',
        'Or set OPENALEX_API_KEY to a free key, which has more: https://openalex.org/settings/api.',
      ],
    };
  }
  return undefined;
}

/** Seconds; a limit of a second is free again long before. */
function isOfTheDay(header: ReadHeader): boolean {
  return Number(header('x-ratelimit-reset') ?? 0) > 60;
}
