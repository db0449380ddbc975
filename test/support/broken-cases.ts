import type { ErrorCode } from '../../src/core/errors.ts';
import type { Fault, LoopbackCall } from './loopback/loopback-types.ts';
import { TEST_OPENAI_KEY, TEST_TAVILY_KEY } from './loopback/server.ts';
import { nameOfRequest } from './processes/call-names.ts';

/** What a broken answer is and what it has to come to when it does not go away. */
interface BrokenKind {
  name: string;
  fault: Fault;
  code: ErrorCode;
  /** Whether a second attempt is made. */
  isRetried: boolean;
}

export interface BrokenCase {
  keyword: string;
  kind: BrokenKind;
  /** Which call of the keyword is broken: its first search, or one of the writing. */
  route: 'search' | 'chat';
  /** Its name among all calls of the run. */
  call: string;
  /** Whether every attempt meets it, or only the first. */
  isForGood: boolean;
}

/** Something over the limit of 10 MB, on one line. */
const LONG_LINE = `"${'x'.repeat(10_000_001)}"`;
const KEYS_IN_WORDS = [TEST_TAVILY_KEY, TEST_OPENAI_KEY]
  .map((key) => `Bearer ${key} https://x.example/?api_key=${key}&token=${key} "${key}"`)
  .join(' ');

const invalid = (name: string, fault: Fault): BrokenKind => ({
  name,
  fault,
  code: 'ANSWER_INVALID',
  isRetried: true,
});
const timeout = (name: string, fault: Fault): BrokenKind => ({
  name,
  fault,
  code: 'TIMEOUT',
  isRetried: true,
});
const unavailable = (name: string, fault: Fault): BrokenKind => ({
  name,
  fault,
  code: 'PROVIDER_UNAVAILABLE',
  isRetried: true,
});
const rejected = (name: string, fault: Fault): BrokenKind => ({
  name,
  fault,
  code: 'REQUEST_REJECTED',
  isRetried: false,
});

const KINDS: readonly BrokenKind[] = [
  unavailable('reset', { break: 'reset' }),
  invalid('truncate', { break: 'truncate' }),
  invalid('truncate-chunked', { break: 'truncate-chunked' }),
  timeout('hang', { break: 'hang' }),
  invalid('html', { break: 'html' }),
  unavailable('no-http', { break: 'no-http' }),
  invalid('malformed', { break: 'malformed' }),
  invalid('empty', { break: 'empty' }),
  timeout('hang-headers', { break: 'hang-headers' }),
  invalid('null', { body: 'null' }),
  unavailable('keys in words', { status: 500, message: KEYS_IN_WORDS }),
  invalid('odd JSON', { body: { results: 7, choices: 'none' } }),
  invalid('reset-body', { break: 'reset-body' }),
  timeout('drip', { break: 'drip' }),
  invalid('long line', { body: LONG_LINE }),
  unavailable('endless headers', { headers: { 'x-long': 'x'.repeat(100_000) } }),
  invalid('gzip-garbage', { break: 'gzip-garbage' }),
  invalid('gzip-cut', { break: 'gzip-cut' }),
  timeout('hang-body', { break: 'hang-body' }),
  rejected('404', { status: 404, body: 'Not Found' }),
  invalid('more than its length', { headers: { 'content-length': '40' } }),
  unavailable('503 that breaks off', { status: 503, break: 'truncate' }),
  rejected('redirect', { status: 307, body: {}, headers: { location: 'http://127.0.0.1:1/' } }),
  invalid('nothing', { status: 204, body: '' }),
  timeout('less than its length', { headers: { 'content-length': '999999' } }),
  rejected('400', { status: 400, body: { echo: KEYS_IN_WORDS } }),
  invalid('JSON without measure', { body: '['.repeat(100_000) + ']'.repeat(100_000) }),
];

const PLACES = [
  { route: 'search', isForGood: false },
  { route: 'chat', isForGood: true },
  { route: 'search', isForGood: true },
  { route: 'chat', isForGood: false },
] as const;

/** What the calls of the writing ask for, in an article of three sections and two questions. */
const PARTS = ['outline', 'sections.1', 'faq.0 faq.1', 'closing'] as const;

/**
 * Every kind in the search and in the writing, once and for good, in so many rounds. Neighbours differ in kind and in
 * place, so that sound answers come in between: the numbers of kinds and of places have no common divisor. In two rounds
 * every kind comes in the place of the plan, of a section, of the FAQ and of the closing.
 */
export function brokenCases(rounds: number): BrokenCase[] {
  return Array.from({ length: rounds * KINDS.length * PLACES.length }, (_, index) => {
    const kind = KINDS[index % KINDS.length];
    const place = PLACES[index % PLACES.length];
    if (kind === undefined || place === undefined) throw new Error('There are no cases.');
    const keyword = `compost heap ${String(index + 1).padStart(3, '0')}`;
    const round = Math.floor(index / (KINDS.length * PLACES.length));
    const turn = (index % KINDS.length) + 2 * round + (place.isForGood ? 1 : 0);
    const part = PARTS[turn % PARTS.length];
    const call = place.route === 'search' ? `search ${keyword}` : `chat ${keyword}: ${part}`;
    // 10 MB are over the limit of the writing only: a search may bring as much.
    const isTooLong = place.route === 'chat' && kind.name === 'long line';
    return { ...place, kind: isTooLong ? { ...kind, isRetried: false } : kind, keyword, call };
  });
}

/** The fault of each call, and how many answers were broken so far. */
export function breakAnswers(cases: readonly BrokenCase[]) {
  const byCall = new Map(cases.map((one) => [one.call, one]));
  const broken = new Map<string, number>();
  return {
    fault(call: LoopbackCall): Fault | undefined {
      const found = byCall.get(nameOfRequest(call));
      if (found === undefined) return undefined;
      const count = broken.get(found.keyword) ?? 0;
      if (count > 0 && !found.isForGood) return undefined;
      broken.set(found.keyword, count + 1);
      return found.kind.fault;
    },
    countOf: (keyword: string): number => broken.get(keyword) ?? 0,
    total: (): number => broken.values().reduce((sum, count) => sum + count, 0),
  };
}
