import { expect, it } from 'vitest';
import { CallSlots } from '../../../src/gateway/call-slots.ts';
import { failureOf } from '../batch/failure-of.ts';
import { settlePromises } from '../batch/manual-clock.ts';

const never = new AbortController().signal;

it('gives places in order, and those of who gave up to the next', async () => {
  const slots = new CallSlots(1);
  const order: string[] = [];
  const enter = async (name: string, signal = never) => {
    const leave = await slots.enter(signal);
    order.push(name);
    return leave;
  };
  const leave = await enter('a');
  const controller = new AbortController();
  const given = failureOf(enter('b', controller.signal));
  const third = enter('c');
  controller.abort(new Error('gave up'));
  expect(await given).toMatchObject({ message: 'gave up' });
  leave();
  leave();
  (await third)();
  expect(order).toEqual(['a', 'c']);
  expect(slots.taken).toBe(0);
});

it('lets more in when the limit rises, and takes no place away when it falls', async () => {
  const slots = new CallSlots(1);
  const leaves: (() => void)[] = [];
  for (let index = 0; index < 4; index++)
    void slots.enter(never).then((leave) => leaves.push(leave));
  await settlePromises();
  expect(leaves).toHaveLength(1);
  slots.limit = 3;
  await settlePromises();
  expect(leaves).toHaveLength(3);
  slots.limit = 1;
  leaves[0]?.();
  leaves[1]?.();
  await settlePromises();
  expect([leaves.length, slots.taken]).toEqual([3, 1]);
  leaves[2]?.();
  await settlePromises();
  expect(leaves).toHaveLength(4);
});

it('refuses who comes with an aborted signal', async () => {
  const slots = new CallSlots(1);
  await expect(slots.enter(AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  expect(slots.taken).toBe(0);
});
