import { AppError } from '../core/errors.ts';
import type { Consumed } from '../core/price.ts';
import type { CallAnswer } from '../providers/call.ts';
import type { Budget } from './budget.ts';
import type { CallMeter } from './call-meter.ts';

/** Runs one attempt and meters what it consumed, well or badly ended. */
export type Spend<T> = (attempt: () => Promise<CallAnswer<T>>) => Promise<CallAnswer<T>>;

/**
 * Reserves the most that an attempt can cost before it waits for its turn, and settles with what it did cost. An attempt
 * that may have been charged without saying so keeps its reservation.
 * @throws AppError `BUDGET_EXHAUSTED` when it could pass the limit.
 */
export async function payWithin<T>(
  budget: Budget | undefined,
  worstCase: Consumed | undefined,
  meter: CallMeter,
  signal: AbortSignal,
  pass: (spend: Spend<T>) => Promise<CallAnswer<T>>,
): Promise<CallAnswer<T>> {
  const worstUsd = worstCase === undefined ? 0 : (meter.priceOf(worstCase) ?? 0);
  const reservation = await budget?.reserve(worstUsd, signal);
  let paidUsd = 0;
  let isUnknown = false;
  try {
    return await pass(async (attempt) => {
      // A pass that has met an outage tries again. It does not wait here for others to settle: they may wait for it.
      if (isUnknown) reservation?.renew();
      isUnknown = false;
      try {
        const answer = await attempt();
        paidUsd += meter.spend(answer.consumed);
        return answer;
      } catch (error) {
        const usage = error instanceof AppError ? error.usage : undefined;
        if (usage !== undefined) paidUsd += meter.spend(usage);
        else isUnknown = perhapsPaid(error);
        throw error;
      }
    });
  } finally {
    if (isUnknown) reservation?.keep();
    else reservation?.settle(paidUsd);
  }
}

/** An attempt that was aborted on its way may have been charged, too. */
function perhapsPaid(error: unknown): boolean {
  return error instanceof AppError ? error.perhapsPaid : true;
}
