import { parseArgs } from 'node:util';
import { startLoopbackServer, TEST_OPENAI_KEY, TEST_TAVILY_KEY } from './server.ts';

/**
 * Runs the server as a process of its own until SIGINT or SIGTERM, and prints its addresses as one line of
 * JSON. `GET /loopback/stats` tells counts and concurrency.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'latency-search': { type: 'string', default: '0' },
    'latency-chat': { type: 'string', default: '0' },
    'latency-works': { type: 'string', default: '0' },
    'latency-spread': { type: 'string', default: '0' },
    'tavily-key': { type: 'string', default: TEST_TAVILY_KEY },
    'openai-key': { type: 'string', default: TEST_OPENAI_KEY },
    'search-per-minute': { type: 'string' },
    'chat-per-minute': { type: 'string' },
    'tokens-per-minute': { type: 'string' },
  },
});

const limit = (text: string | undefined): { limit: number } | undefined =>
  text === undefined ? undefined : { limit: Number(text) };
const searches = limit(values['search-per-minute']);
const chats = limit(values['chat-per-minute']);
const tokens = limit(values['tokens-per-minute']);

const server = await startLoopbackServer({
  port: Number(values.port),
  tavilyKeys: [values['tavily-key']],
  openaiKeys: [values['openai-key']],
  latency: {
    search: Number(values['latency-search']),
    chat: Number(values['latency-chat']),
    works: Number(values['latency-works']),
  },
  latencySpread: Number(values['latency-spread']),
  limits: {
    tavily: searches === undefined ? {} : { requests: searches },
    openai: {
      ...(chats === undefined ? {} : { requests: chats }),
      ...(tokens === undefined ? {} : { tokens }),
    },
  },
  record: false,
});
const { url, tavilyUrl, openaiUrl, openalexUrl } = server;
const keys = { tavilyKey: values['tavily-key'], openaiKey: values['openai-key'] };
console.log(JSON.stringify({ url, tavilyUrl, openaiUrl, openalexUrl, ...keys, pid: process.pid }));

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close());
