/**
 * How close the lanes come to the ideal: keywords ÷ lanes × the latency of the calls on one keyword's critical path
 * (two rounds of searches; outline, parts and closing). The peer sends the same requests with bare `fetch` and
 * `p-limit`, and does nothing with the answers. Start-up is left out. First with latencies as short as providers have
 * them at best, then with some that are far shorter: those show what the program itself takes.
 */
import pLimit from 'p-limit';
import { printTable } from './print-table.ts';
import { runProgram, startLoopback, type Loopback } from './run-program.ts';

const LATENCIES = [
  { searchMs: 500, chatMs: 3000, keywordsALane: 3 },
  { searchMs: 100, chatMs: 400, keywordsALane: 10 },
];
/** Wide enough for all searches, and all parts, of a keyword to be one round. */
const FAN_OUT = 8;
/** Rounds of calls on one keyword's way, with the calls of each. */
const SEARCH_ROUNDS = [4, 1];
const CHAT_ROUNDS = [1, 7, 1];

for (const { searchMs, chatMs, keywordsALane } of LATENCIES) {
  const server = await startLoopback(searchMs, chatMs);
  try {
    const rows = [];
    let perKeyword = 0;
    for (const lanes of [1, 3, 5, 10]) {
      const keywords = keywordsALane * lanes;
      const args = ['--parallel', `${lanes}`, '--fan-out', `${FAN_OUT}`];
      const { runMs, cpuMs } = await runProgram(server, keywords, args);
      const peerMs = await runPeer(server, keywords, lanes);
      const ideal = keywordsALane * (SEARCH_ROUNDS.length * searchMs + CHAT_ROUNDS.length * chatMs);
      perKeyword ||= runMs / keywords;
      rows.push({
        lanes,
        keywords,
        'ideal s': (ideal / 1000).toFixed(2),
        'wall s': (runMs / 1000).toFixed(2),
        'wall ÷ ideal': (runMs / ideal).toFixed(3),
        'peer ÷ ideal': (peerMs / ideal).toFixed(3),
        'speed-up ÷ lanes': (perKeyword / (runMs / keywords) / lanes).toFixed(3),
        'CPU ms a keyword': (cpuMs / keywords).toFixed(1),
      });
    }
    const title = `Lanes, searches of ${searchMs} ms, answers of ${chatMs} ms`;
    printTable(`${title} (wall ÷ ideal ≤ 1.05, speed-up ÷ lanes ≥ 0.95)`, rows);
  } finally {
    server.stop();
  }
}

async function runPeer(loopback: Loopback, keywords: number, lanes: number): Promise<number> {
  const limit = pLimit(lanes);
  const post = async (url: string, key: string, body: unknown) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await response.text();
  };
  const round = (calls: number, call: (index: number) => Promise<void>) =>
    Promise.all(Array.from({ length: calls }, (_, index) => call(index)));
  const one = async (keyword: number) => {
    for (const calls of SEARCH_ROUNDS) {
      await round(calls, (index) =>
        post(`${loopback.tavilyUrl}/search`, loopback.tavilyKey, {
          query: `keyword ${keyword} question ${calls} ${index}`,
          include_raw_content: 'markdown',
        }),
      );
    }
    for (const calls of CHAT_ROUNDS) {
      await round(calls, (index) =>
        post(`${loopback.openaiUrl}/chat/completions`, loopback.openaiKey, {
          model: 'gpt-5.4-mini',
          messages: [{ role: 'user', content: `Write part ${calls} ${index} on ${keyword}.` }],
        }),
      );
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: keywords }, (_, keyword) => limit(() => one(keyword))));
  return performance.now() - startedAt;
}
