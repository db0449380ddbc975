import { describe, expect, it } from 'vitest';
import { BatchGate } from '../../../../src/run/works/batch-gate.ts';
import { failureOf } from '../../batch/failure-of.ts';
import { settlePromises } from '../../batch/manual-clock.ts';

const { signal } = new AbortController();

function setUp(limit: number) {
  const gate = new BatchGate(limit);
  const answers = new Map<number, boolean>();
  const enter = (...batches: readonly number[]): void => {
    for (const batch of batches)
      void gate.enter(batch, signal).then((isNeeded) => answers.set(batch, isNeeded));
  };
  const settled = async () => {
    await settlePromises();
    return Object.fromEntries(answers);
  };
  return { gate, enter, settled };
}

describe('BatchGate', () => {
  it('lets every batch in at once where nothing is limited', async () => {
    const { gate, enter, settled } = setUp(Infinity);
    enter(0, 1, 99);
    gate.enough();
    expect(await settled()).toEqual({ 0: true, 1: true, 99: true });
  });

  it('lets the first batch in at once, and the next when the counts before it are too low', async () => {
    const { gate, enter, settled } = setUp(25);
    enter(0, 1, 2);
    expect(await settled()).toEqual({ 0: true });
    gate.told(0, 10);
    expect(await settled()).toEqual({ 0: true, 1: true });
    gate.told(1, 14);
    expect(await settled()).toEqual({ 0: true, 1: true, 2: true });
  });

  it('needs the counts of all batches before', async () => {
    const { gate, enter, settled } = setUp(25);
    enter(2);
    gate.told(1, 3);
    expect(await settled()).toEqual({});
    gate.told(0, 3);
    expect(await settled()).toEqual({ 2: true });
  });

  it('waits until the works before are written where the counts would do', async () => {
    const { gate, enter, settled } = setUp(25);
    enter(1, 2);
    gate.told(0, 25);
    gate.told(1, 500);
    expect(await settled()).toEqual({});
    // Some of the 25 came twice.
    gate.reached(1);
    expect(await settled()).toEqual({ 1: true });
    gate.reached(2);
    expect(await settled()).toEqual({ 1: true, 2: true });
  });

  it('lets nobody in who is not needed any more', async () => {
    const { gate, enter, settled } = setUp(25);
    enter(1);
    gate.told(0, 40);
    gate.enough();
    enter(2);
    expect(await settled()).toEqual({ 1: false, 2: false });
    // Not even where the counts are low: works may have been written that were not counted.
    enter(0);
    expect(await settled()).toMatchObject({ 0: false });
  });

  it('ends the waiting of one who is aborted, and of no other', async () => {
    const { gate, enter, settled } = setUp(25);
    const controller = new AbortController();
    const reason = new Error('stopped');
    const aborted = failureOf(gate.enter(1, controller.signal));
    enter(1);
    controller.abort(reason);
    expect(await aborted).toBe(reason);
    expect(await settled()).toEqual({});
    gate.told(0, 1);
    expect(await settled()).toEqual({ 1: true });
    expect(await failureOf(gate.enter(0, AbortSignal.abort(reason)))).toBe(reason);
  });
});
