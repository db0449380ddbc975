import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/events.ts';
import type { Fault } from '../support/loopback/loopback-types.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { nameOfRequest, tally } from '../support/processes/call-names.ts';
import { callsOfArticles } from '../support/processes/calls-of-articles.ts';
import { keywordList } from '../support/processes/keywords.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

const BATCH = ['batch', '--from-file', 'keywords.txt', '--parallel', '3'];

/** Calls that were paid for: answered, and not with an error. */
function paidCalls(): Map<string, number> {
  return tally(server.calls.filter(({ status }) => status === 200).map(nameOfRequest));
}

function keywordsStartedAfterError(events: readonly RunEvent[]): string[] {
  const at = events.findIndex(({ type }) => type === 'item-error');
  return events.slice(at).flatMap((event) => (event.type === 'item-start' ? event.keyword : []));
}

/** The articles are short where the research ends; where the writing ends, they have parts that are written together. */
const STOPS: [string, 'search' | 'chat', Fault, string][] = [
  ['Tavily says 401', 'search', { status: 401 }, 'glossary'],
  ['Tavily says 432', 'search', { status: 432 }, 'glossary'],
  ['Tavily says 433', 'search', { status: 433 }, 'glossary'],
  ['OpenAI says insufficient_quota', 'chat', { status: 429, code: 'insufficient_quota' }, 'guide'],
];

describe.each(STOPS)('when %s in the middle of a run', (_title, route, fault, template) => {
  it.each(['--fail-fast', '--continue-on-error'])(
    'stops with exit 3 (%s), and goes on without paying twice once that is settled',
    async (mode) => {
      await using place = await prepareWorkplace(server, { keywords: 12, config: { template } });
      const needed = await callsOfArticles(keywordList(12), template);
      // Some keywords are done and three under way when the key or the quota is gone.
      const from = Math.round(needed[route] * 0.55);
      let seen = 0;
      server.setFault((call) => (call.route === route && ++seen > from ? fault : undefined));
      const { exitCode, summary, events } = await place.runForData([...BATCH, mode]);
      expect(exitCode).toBe(3);
      expect(summary.stoppedBy).toBe('credentials-or-quota');
      expect(summary.totals.succeeded).toBeGreaterThan(0);
      expect(summary.totals.notStarted).toBeGreaterThan(0);
      expect(keywordsStartedAfterError(events)).toEqual([]);
      // Refused calls are not tried again: each of the calls that were under way got one refusal.
      const refused = server.calls.filter(({ status }) => status === fault.status);
      expect(refused.length).toBeLessThanOrEqual(3 * 4);

      server.setFault(undefined);
      const next = await place.runForData(['batch', '--resume']);
      expect(next.exitCode).toBe(0);
      expect(next.summary.totals).toMatchObject({ total: 12, succeeded: 12 });
      const paid = paidCalls();
      expect([...paid].filter(([, count]) => count > 1)).toEqual([]);
      expect(next.summary.totals.usage.credits).toBe(
        server.callsTo('search').filter(({ status }) => status === 200).length,
      );
      expect(paid.size).toBe(needed.all);
    },
  );
});

describe('a 400', () => {
  it('fails its keyword alone, which runs retry works on alone', async () => {
    await using place = await prepareWorkplace(server, {
      keywords: 6,
      config: { template: 'glossary' },
    });
    // The plan of the article is there; its parts are what the provider rejects.
    const parts = 'chat heat pumps repair: sections.0 sections.1 faq.0 faq.1';
    server.setFault((call) => (nameOfRequest(call) === parts ? { status: 400 } : undefined));
    const first = await place.runForData([...BATCH, '--continue-on-error']);
    expect(first.exitCode).toBe(1);
    expect(first.summary.totals).toMatchObject({ succeeded: 5, failed: 1, notStarted: 0 });

    const sent = server.count();
    const again = await place.runForData(['runs', 'retry', first.summary.run]);
    expect(again.exitCode).toBe(1);
    expect(server.calls.slice(sent).map(nameOfRequest)).toEqual([parts]);

    server.setFault(undefined);
    const settled = await place.runForData(['runs', 'retry', first.summary.run]);
    expect(settled.exitCode).toBe(0);
    expect(settled.summary.totals).toMatchObject({ total: 6, succeeded: 6, failed: 0 });
    const closing = 'chat heat pumps repair: closing';
    expect(server.calls.slice(sent + 1).map(nameOfRequest)).toEqual([parts, closing]);
    const nothing = await place.run(['runs', 'retry', first.summary.run]);
    expect(nothing.exitCode).toBe(0);
    expect(nothing.stderr).toContain('nothing to retry');
    expect(server.count()).toBe(sent + 3);
  });
});
