import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget, type BudgetReservation } from '../../../src/gateway/budget.ts';
import { settlePromises } from '../batch/manual-clock.ts';

const never = new AbortController().signal;
const exhausted = expect.objectContaining({ code: 'BUDGET_EXHAUSTED' });

/** A request for money whose fate can be looked at. */
function ask(budget: Budget, worstUsd: number, signal: AbortSignal = never) {
  const request = {
    worstUsd,
    reservation: undefined as BudgetReservation | undefined,
    error: undefined as unknown,
  };
  budget.reserve(worstUsd, signal).then(
    (reservation) => (request.reservation = reservation),
    (error: unknown) => (request.error = error),
  );
  return request;
}

describe('Budget', () => {
  it('lets ten calls of ten cents into a dollar, and no eleventh', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    for (let call = 0; call < 10; call++) (await budget.reserve(0.1, never)).settle(0.1);
    expect(budget.spent).toBe(1);
    await expect(budget.reserve(0.1, never)).rejects.toEqual(exhausted);
  });

  it('counts what earlier sessions have spent', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0.95 });
    expect(budget.spent).toBe(0.95);
    await expect(budget.reserve(0.06, never)).rejects.toEqual(exhausted);
  });

  it('says what is spent, what is held, what the call could cost, and how to go on', async () => {
    const budget = new Budget({ limitUsd: 1.2, spentUsd: 0.5 });
    (await budget.reserve(0.3, never)).keep();
    expect(budget.spent).toBe(0.5);
    await expect(budget.reserve(0.41, never)).rejects.toMatchObject({
      message:
        'The budget of $1.20 leaves no room for the next call: $0.50 are spent, $0.30 are held for calls whose cost is not known, and it could cost $0.41.',
      suggestions: ['Go on from here with a higher limit: seo-content batch --resume --max-cost 3'],
    });
    const small = new Budget({ limitUsd: 0.1, spentUsd: 0 });
    await expect(small.reserve(0.234, never)).rejects.toMatchObject({
      suggestions: [expect.stringContaining('--max-cost 0.24')],
    });
  });

  it('gives back what an attempt did not cost', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    (await budget.reserve(1, never)).settle(0.2);
    (await budget.reserve(0.8, never)).settle(0);
    expect(budget.spent).toBe(0.2);
  });

  it('counts an attempt that cost more than it could, and still lets free ones in', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    (await budget.reserve(0.5, never)).settle(1.5);
    expect(budget.spent).toBe(1.5);
    (await budget.reserve(0, never)).settle(0);
    await expect(budget.reserve(0.01, never)).rejects.toEqual(exhausted);
  });

  it('is exhausted for all once it is', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    const first = await budget.reserve(2, never).catch((error: unknown) => error);
    expect(first).toEqual(exhausted);
    await expect(budget.reserve(0.01, never)).rejects.toBe(first);
    await expect(budget.reserve(0, never)).rejects.toBe(first);
  });

  it('ends a reservation once only', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    const reservation = await budget.reserve(0.5, never);
    reservation.settle(0.4);
    reservation.settle(0.4);
    reservation.keep();
    expect(budget.spent).toBe(0.4);
    await expect(budget.reserve(0.6, never)).resolves.toBeDefined();
  });

  it('waits for others to settle, and gives up when the last of them left too little', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    const [first, second] = [ask(budget, 0.5), ask(budget, 0.5)];
    const third = ask(budget, 0.5);
    await settlePromises();
    expect(third.reservation).toBeUndefined();
    first.reservation?.settle(0.3);
    await settlePromises();
    expect(third).toMatchObject({ reservation: undefined, error: undefined });
    second.reservation?.settle(0.3);
    await settlePromises();
    expect(third).toMatchObject({ reservation: undefined, error: exhausted });
  });

  it('lets a cheap call pass a dear one until money has come back, and then no more', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    const [first, second] = [ask(budget, 0.4), ask(budget, 0.4)];
    const dear = ask(budget, 0.5);
    const cheap = ask(budget, 0.1);
    await settlePromises();
    expect(cheap.reservation).toBeDefined();
    first.reservation?.settle(0.4);
    const late = ask(budget, 0.1);
    await settlePromises();
    expect([dear.reservation, late.reservation]).toEqual([undefined, undefined]);
    second.reservation?.settle(0);
    await settlePromises();
    expect([dear.reservation, late.reservation]).toEqual([expect.anything(), undefined]);
    cheap.reservation?.settle(0);
    await settlePromises();
    expect(late.reservation).toBeDefined();
  });

  it('lets go who is aborted, and lets in who waited behind it', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    const first = ask(budget, 0.5);
    const second = ask(budget, 0.3);
    const stop = new AbortController();
    const dear = ask(budget, 0.9, stop.signal);
    await settlePromises();
    second.reservation?.settle(0.1);
    const cheap = ask(budget, 0.2);
    await settlePromises();
    expect(cheap.reservation).toBeUndefined();
    const reason = new Error('stopped');
    stop.abort(reason);
    await settlePromises();
    expect(dear.error).toBe(reason);
    expect(cheap.reservation).toBeDefined();
    await expect(budget.reserve(0.1, stop.signal)).rejects.toBe(reason);
    first.reservation?.settle(0);
  });

  it('holds for good what is set aside anew, and refuses to where that does not fit', async () => {
    const budget = new Budget({ limitUsd: 1, spentUsd: 0 });
    const reservation = await budget.reserve(0.4, never);
    reservation.renew();
    expect(() => reservation.renew()).toThrow(exhausted);
    reservation.settle(0.1);
    expect(() => reservation.renew()).not.toThrow();
    expect(budget.spent).toBe(0.1);
    // $0.4 are held, $0.1 are spent: the refusal has ended nothing for others.
    await expect(budget.reserve(0.5, never)).resolves.toBeDefined();
  });

  it('property: never passes the limit, and every wait ends', async () => {
    const cents = fc.integer({ min: 0, max: 60 });
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ type: fc.constant('reserve' as const), cents }) },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constantFrom('settle' as const, 'keep' as const, 'abort' as const),
          which: fc.nat(),
          share: fc.integer({ min: 0, max: 4 }),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 200 }),
        fc.array(step, { maxLength: 60 }),
        async (limit, steps) => {
          const budget = new Budget({ limitUsd: limit / 100, spentUsd: 0 });
          const requests: (ReturnType<typeof ask> & { cents: number; stop: AbortController })[] =
            [];
          const taken = new Map<BudgetReservation, number>();
          const check = async () => {
            await settlePromises();
            for (const { reservation, cents } of requests) {
              if (reservation && !taken.has(reservation)) taken.set(reservation, cents);
            }
            expect([...taken.values()].reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(
              limit,
            );
          };
          const ended = new Set<BudgetReservation>();
          const open = () =>
            requests.flatMap(({ reservation }) =>
              reservation && !ended.has(reservation) ? [reservation] : [],
            );
          for (const step of steps) {
            if (step.type === 'reserve') {
              const stop = new AbortController();
              const request = ask(budget, step.cents / 100, stop.signal);
              requests.push(Object.assign(request, { cents: step.cents, stop }));
            } else if (step.type === 'abort') {
              requests[step.which % Math.max(1, requests.length)]?.stop.abort();
            } else {
              const reservation = open()[step.which % Math.max(1, open().length)];
              if (reservation !== undefined) {
                const worst = taken.get(reservation) ?? 0;
                const actual = Math.floor((worst * step.share) / 4);
                ended.add(reservation);
                if (step.type === 'keep') reservation.keep();
                else {
                  reservation.settle(actual / 100);
                  taken.set(reservation, actual);
                }
              }
            }
            await check();
          }
          // Whoever is in ends; then whoever waited gets in or is refused.
          for (let some = open(); some.length > 0; some = open()) {
            for (const reservation of some) {
              ended.add(reservation);
              reservation.settle((taken.get(reservation) ?? 0) / 100);
            }
            await check();
          }
          for (const { reservation, error } of requests) {
            expect(reservation !== undefined || error !== undefined).toBe(true);
          }
        },
      ),
    );
  });
});
