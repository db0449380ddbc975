import { expect, it } from 'vitest';
import { createEventLoopTurns } from '../../../src/run/event-loop-turns.ts';

it('gives each that asks a turn of its own, in order', async () => {
  const nextTurn = createEventLoopTurns();
  const order: string[] = [];
  const work = async (name: string) => {
    await nextTurn();
    order.push(name);
    // Stands for a request: it gets on the wire before the next one begins.
    queueMicrotask(() => order.push(`${name} sent`));
  };
  await Promise.all([work('a'), work('b'), work('c')]);
  await Promise.resolve();
  expect(order).toEqual(['a', 'a sent', 'b', 'b sent', 'c', 'c sent']);
});
