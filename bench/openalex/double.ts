/** The double of OpenAlex as a process of its own; started by open-double.ts, which says what it holds. */
import type { LoopbackOptions } from '../../test/support/loopback/loopback-types.ts';
import { startLoopbackServer } from '../../test/support/loopback/server.ts';
import type { DoubleQuestion, SeenRequest } from './open-double.ts';
import { pageName } from './page-name.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as LoopbackOptions;
const server = await startLoopbackServer(options);
/** Requests that are forgotten; the pages made for them stay ready. */
let forgotten = 0;
const tell = (answer: unknown): void => void process.send?.(answer);

process.on('message', ({ id, ask, count }: DoubleQuestion) => {
  void answer(ask, count).then((result) => tell({ id, result }));
});
process.once('disconnect', () => void server.close());
tell({ url: server.openalexUrl });

async function answer(ask: DoubleQuestion['ask'], count: number): Promise<unknown> {
  if (ask === 'wait') await server.waitForCalls(forgotten + count, 'works');
  if (ask === 'rest') await server.waitForNoSockets();
  if (ask === 'forget') forgotten = server.count('works');
  return ask === 'calls' ? server.callsTo('works').slice(forgotten).map(seen) : undefined;
}

function seen({
  query = {},
  status,
  startedAt,
  endedAt,
}: (typeof server.calls)[number]): SeenRequest {
  return { page: pageName(query), filter: query['filter'] ?? '', status, startedAt, endedAt };
}
