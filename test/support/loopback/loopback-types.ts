import type { OpenAlexOptions } from './openalex-options.ts';
import type { LoopbackResult } from './search-results.ts';
import type { RateLimit } from './rate-window.ts';
import type { LoopbackPhase } from './schedule.ts';
import type { SearxngOptions } from './searxng-routes.ts';
import type { TavilyFilters } from './tavily-filters.ts';

export type LoopbackProvider = 'tavily' | 'openai' | 'openalex' | 'searxng' | 'wordpress' | 'ghost';
export type LoopbackRoute =
  | 'search'
  | 'extract'
  | 'map'
  | 'crawl'
  | 'searxng'
  | 'usage'
  | 'chat'
  | 'embeddings'
  | 'models'
  | 'works'
  | 'wordpress-find'
  | 'wordpress-write'
  | 'wordpress-user'
  | 'ghost-find'
  | 'ghost-write';

/** One request as it arrived. Times are of `performance.now()`. */
export interface LoopbackCall {
  /** From 1, in order of arrival. */
  id: number;
  provider: LoopbackProvider;
  route: LoopbackRoute;
  method: string;
  path: string;
  /** Credentials are replaced by a hash. */
  headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined where there was none. */
  body: unknown;
  /** For OpenAlex: the parameters without the key, and whether there was one. */
  query?: Readonly<Record<string, string>>;
  isKeyed?: boolean;
  startedAt: number;
  endedAt?: number;
  /** Calls in flight when it arrived, itself included. */
  concurrency: number;
  status?: number;
  /** `aborted` when the client went away first. */
  outcome: 'open' | 'answered' | 'broken' | 'aborted';
}

/**
 * Ways to break an answer:
 * - `reset` resets the connection before an answer, `reset-body` in the middle of the body, `no-http` answers in no
 *   language that HTTP clients know;
 * - `truncate` ends the connection in the middle of a body whose length is told, `truncate-chunked` of one in chunks;
 * - `hang` never answers, `hang-headers` stops after the headers, `hang-body` in the middle of the body, `drip` sends a
 *   byte at a time;
 * - `html` is a web page with status 200, `malformed` broken JSON, `empty` an empty body;
 * - `gzip-garbage` claims to be compressed, `gzip-cut` is so by half, `gzip-bomb` unpacks to 60 MB.
 *
 * Not broken, only unusual: `pieces` tears characters apart between chunks, `gzip` is compressed, `early-hints` sends
 * informational answers first.
 */
type Break =
  | 'reset'
  | 'reset-body'
  | 'no-http'
  | 'truncate'
  | 'truncate-chunked'
  | 'hang'
  | 'hang-headers'
  | 'hang-body'
  | 'drip'
  | 'html'
  | 'malformed'
  | 'empty'
  | 'gzip-garbage'
  | 'gzip-cut'
  | 'gzip-bomb'
  | 'pieces'
  | 'gzip'
  | 'early-hints';

/** What happens to one call instead of, or before, its true answer. */
export interface Fault {
  /** Answers with this status and the provider's own error body for it. */
  status?: number;
  /** For OpenAI: `insufficient_quota`, `model_not_found`, `context_length_exceeded`, … */
  code?: string;
  /** Replaces the provider's words in the error body. */
  message?: string;
  /** Replaces the body: JSON, or the text itself for a string. With `status` absent it is sent with 200. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  break?: Break;
  /** For chat: the true answer, ended for this reason. */
  finish?: 'length' | 'content_filter';
  /** For chat: the model refuses with these words. */
  refusal?: string;
  /** Waits so many milliseconds, beside the route's latency. */
  delayMs?: number;
  /** Waits for the promise, then goes on. */
  until?: Promise<unknown>;
}

/** A request to `/search` as far as it matters here. */
export interface SearchCallBody extends Partial<TavilyFilters> {
  query: string;
  max_results: number;
  search_depth: string;
  include_raw_content: unknown;
}

/** A request to `/v1/chat/completions` as far as it matters here. */
export interface ChatCallBody {
  model: string;
  messages: ReadonlyArray<{ role: string; content: string }>;
  response_format?: {
    type: string;
    json_schema?: { name: string; schema: Record<string, unknown> };
  };
  max_tokens?: number;
  max_completion_tokens?: number;
}

export interface LoopbackOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Keys that are accepted; an empty list accepts every request. */
  tavilyKeys?: readonly string[];
  openaiKeys?: readonly string[];
  /** Without a key OpenAlex answers, too, at a lower rate. */
  openalexKeys?: readonly string[];
  /** Models that exist; every name when absent. */
  models?: readonly string[];
  /** Refuses `max_tokens`, as OpenAI's newer models do. */
  refuseMaxTokens?: boolean;
  /** Milliseconds before an answer, by route. */
  latency?: Partial<Record<LoopbackRoute, number>>;
  /** By how much of itself a latency differs, more or less: 0.5 makes 50 to 150 ms of 100. The same for the same request. */
  latencySpread?: number;
  /** Limits that answer with true 429s. */
  limits?: {
    tavily?: { requests?: RateLimit };
    openai?: { requests?: RateLimit; tokens?: RateLimit };
    /** In any stretch of a second, or of the window; `real` is 100 with a key and 10 without. */
    openalex?: { requests?: RateLimit | 'real' };
  };
  /** Times of less quota or of none, counted from the first call or from `startSchedule`. */
  schedule?: readonly LoopbackPhase[];
  /** Answers a search instead of the generated results; undefined leaves it to them. */
  search?: (body: SearchCallBody) => readonly LoopbackResult[] | undefined;
  /** The addresses of a site, for maps and crawls; undefined leaves it to generated ones. */
  site?: (domain: string) => readonly string[] | undefined;
  searxng?: SearxngOptions;
  /** Answers a chat: a string as it is, anything else as JSON; undefined leaves it to the generated answer. */
  chat?: (body: ChatCallBody) => unknown;
  /** The works that OpenAlex holds. */
  openalex?: OpenAlexOptions;
  /** Asked for every call for which no fault is queued. */
  fault?: (call: LoopbackCall) => Fault | undefined;
  /** False keeps counts only, for runs of many thousand calls. */
  record?: boolean;
}

/** An answer that a route gives. */
export interface RouteAnswer {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}
