import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { Breaker, type Leave } from '../../../src/gateway/breaker.ts';
import { failureOf } from '../batch/failure-of.ts';
import { ManualClock, settlePromises } from '../batch/manual-clock.ts';

const down = new AppError('PROVIDER_UNAVAILABLE', 'The provider is down.', {
  status: 503,
  retryable: true,
  suggestions: ['Try again later.'],
});

function setUp({ maximum = 16, maxWaitMs = 60_000 } = {}) {
  const clock = new ManualClock();
  const changes: boolean[] = [];
  const onChange = (isOpen: boolean): unknown => changes.push(isOpen);
  const breaker = new Breaker({ clock, maximum, maxWaitMs, onChange });
  const never = new AbortController().signal;
  const sent: { name: string; at: number; leave: Leave }[] = [];
  /** Goes through the breaker and sends. */
  const enter = async (name: string, signal = never): Promise<Leave> => {
    const leave = await breaker.enter(clock.now(), signal);
    leave.start();
    sent.push({ name, at: clock.now(), leave });
    return leave;
  };
  const fail = async (times: number): Promise<void> => {
    for (let index = 0; index < times; index++) (await enter('failing')).end('down', down);
    sent.length = 0;
  };
  const names = (): string[] => sent.map(({ name }) => name);
  return { clock, breaker, changes, sent, enter, fail, names };
}

describe('Breaker', () => {
  it('opens after five failures in a row, and not when one succeeds in between', async () => {
    const { breaker, changes, fail, enter } = setUp();
    await fail(4);
    (await enter('good')).end('up');
    await fail(4);
    expect(breaker.isOpen).toBe(false);
    await fail(1);
    expect(breaker.isOpen).toBe(true);
    expect(changes).toEqual([true]);
  });

  it('is not reassured by the success of a call that was sent before the failures', async () => {
    const { clock, breaker, fail, enter } = setUp();
    const old = await enter('old');
    await clock.advance(1000);
    await fail(4);
    old.end('up');
    await fail(1);
    expect(breaker.isOpen).toBe(true);
  });

  it('sends one probe each five seconds and lets the others wait, in turn', async () => {
    const { clock, sent, enter, fail, names } = setUp();
    await fail(5);
    for (const name of ['a', 'b', 'c']) void enter(name);
    await clock.advance(4999);
    expect(sent).toEqual([]);
    await clock.advance(1);
    expect(names()).toEqual(['a']);
    sent[0]?.leave.end('down', down);
    await clock.advance(4999);
    expect(names()).toEqual(['a']);
    await clock.advance(5001);
    expect(sent.map(({ name, at }) => [name, at])).toEqual([
      ['a', 5000],
      ['b', 10_000],
      ['c', 15_000],
    ]);
  });

  it('does not take a probe that is cancelled before it is sent for one', async () => {
    const { clock, breaker, enter, fail, names } = setUp();
    await fail(5);
    const first = breaker.enter(0, new AbortController().signal);
    void enter('second');
    await clock.advance(5000);
    expect(names()).toEqual([]);
    (await first).end('unknown');
    await settlePromises();
    expect(names()).toEqual(['second']);
  });

  it('lets few in at first when the provider is back, and all within ten seconds', async () => {
    const { clock, breaker, changes, sent, enter, fail } = setUp();
    await fail(5);
    for (let index = 0; index < 40; index++) void enter(`call ${index}`);
    await clock.advance(5000);
    expect(sent).toHaveLength(1);
    sent[0]?.leave.end('up');
    await settlePromises();
    expect([breaker.isOpen, changes]).toEqual([false, [true, false]]);
    expect(sent).toHaveLength(1 + 2);
    for (const { leave } of sent.slice(1)) leave.end('up');
    await settlePromises();
    expect(sent).toHaveLength(1 + 2 + 4);
    // No further answer comes: time alone lets more in.
    await clock.advance(9999);
    expect(sent.length).toBeLessThan(1 + 2 + 16);
    await clock.advance(1);
    expect(sent).toHaveLength(1 + 40 - 1);
  });

  it('holds back what could make too many failures while it makes up its mind', async () => {
    const { clock, sent, enter, names } = setUp();
    for (let index = 0; index < 16; index++) void enter('early');
    await settlePromises();
    await clock.advance(100);
    sent[0]?.leave.end('down', down);
    void enter('late');
    await settlePromises();
    expect(names()).not.toContain('late');
    for (const { leave } of sent.slice(1, 10)) leave.end('unknown');
    await settlePromises();
    expect(names()).toContain('late');
  });

  it('fails a call that has waited too long, with the last error and for how long', async () => {
    const { clock, breaker, sent, enter, fail } = setUp({ maxWaitMs: 12_000 });
    await fail(5);
    void enter('first probe');
    void enter('second probe');
    await clock.advance(1000);
    const { signal } = new AbortController();
    const waiting = [failureOf(breaker.enter(0, signal)), failureOf(breaker.enter(1000, signal))];
    await clock.advance(10_999);
    expect(sent).toHaveLength(2);
    await clock.advance(1);
    const failure = {
      code: 'PROVIDER_UNAVAILABLE',
      retryable: false,
      status: 503,
      message: 'The provider is down. No call has got through for 12 s, so it is given up.',
      cause: down,
    };
    expect(await waiting[0]).toMatchObject(failure);
    await clock.advance(1000);
    expect(await waiting[1]).toMatchObject({
      ...failure,
      message: 'The provider is down. No call has got through for 13 s, so it is given up.',
    });
  });

  it('lets whoever gives up go at once', async () => {
    const { clock, breaker, fail } = setUp();
    await fail(5);
    const controller = new AbortController();
    const given = failureOf(breaker.enter(0, controller.signal));
    controller.abort(new Error('gave up'));
    expect(await given).toMatchObject({ message: 'gave up' });
    await clock.advance(60_000);
    expect(clock.timers).toBe(0);
  });

  it('takes back the leave of a call that is not sent when it opens', async () => {
    const { breaker, fail } = setUp();
    const leave = await breaker.enter(0, new AbortController().signal);
    await fail(5);
    expect(leave.start()).toBe(false);
  });
});
