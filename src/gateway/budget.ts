import { FifoQueue } from '../batch/fifo-queue.ts';
import { AppError } from '../core/errors.ts';
import { formatMoney } from '../core/format-money.ts';

export interface BudgetOptions {
  /** US dollars that may be spent in all. */
  limitUsd: number;
  /** US dollars that earlier sessions of the run have spent. */
  spentUsd: number;
}

/** Money set aside for one attempt. `settle` and `keep` end it; only the first end counts. */
export interface BudgetReservation {
  /**
   * Holds the whole of it for good, and sets as much aside for another attempt.
   * @throws AppError `BUDGET_EXHAUSTED` when that does not fit now; the reservation is as before then.
   */
  renew(): void;
  /** Gives back what the attempt did not cost. It may have cost more: that counts too. */
  settle(actualUsd: number): void;
  /** Holds the whole of it for good, because nobody knows what the attempt has cost. */
  keep(): void;
}

interface Waiter {
  nanos: number;
  /** Has seen money come back and still did not fit: nobody passes it any more. */
  isFirm: boolean;
  grant: (reservation: BudgetReservation) => void;
  refuse: (error: AppError) => void;
}

/** Sums of prices are kept in whole billionths of a dollar, so that ten times $0.10 are $1. */
const NANOS = 1_000_000_000;

/**
 * What a run may spend: what is spent, held and set aside never passes the limit with a new attempt. Who does not fit
 * waits until others have settled, first come first served; a cheaper one may only pass while no money has come back
 * since the dearer one began to wait. Who does not fit although nothing is set aside ends the budget for all.
 */
export class Budget {
  readonly #limit: number;
  readonly #waiters = new FifoQueue<Waiter>();
  readonly #leave = new Map<Waiter, () => void>();
  #spent: number;
  #held = 0;
  #reserved = 0;
  /** Reservations that are open. */
  #out = 0;
  #exhausted: AppError | undefined;

  constructor({ limitUsd, spentUsd }: BudgetOptions) {
    this.#limit = toNanos(limitUsd);
    this.#spent = toNanos(spentUsd);
  }

  /** US dollars that are known to be spent, those of earlier sessions included. */
  get spent(): number {
    return this.#spent / NANOS;
  }

  /**
   * Sets the most that an attempt can cost aside, as soon as it fits.
   * @param worstUsd US dollars; 0 for an attempt that is free.
   * @throws AppError `BUDGET_EXHAUSTED` when it does not fit, now and from then on for every attempt; the signal's
   * reason when that is aborted first.
   */
  async reserve(worstUsd: number, signal: AbortSignal): Promise<BudgetReservation> {
    signal.throwIfAborted();
    if (this.#exhausted !== undefined) throw this.#exhausted;
    const nanos = toNanos(worstUsd);
    // Who has waited longest is firm before all others.
    const isBarred = nanos > 0 && this.#waiters.first?.isFirm === true;
    if (this.#fits(nanos) && !isBarred) return this.#setAside(nanos);
    if (this.#out === 0) throw this.#exhaust(nanos);
    return this.#wait(nanos, signal);
  }

  /** What is free fits even where a call has cost more than it could. */
  #fits(nanos: number): boolean {
    return nanos === 0 || this.#spent + this.#held + this.#reserved + nanos <= this.#limit;
  }

  #setAside(nanos: number): BudgetReservation {
    this.#reserved += nanos;
    this.#out += 1;
    let isOpen = true;
    const end = (spent: number, held: number) => {
      if (!isOpen) return;
      isOpen = false;
      this.#reserved -= nanos;
      this.#out -= 1;
      this.#spent += spent;
      this.#held += held;
      for (const waiter of this.#waiters) waiter.isFirm = true;
      this.#serve();
    };
    return {
      renew: () => {
        if (!isOpen) return;
        if (!this.#fits(nanos)) throw this.#toError(nanos);
        this.#held += nanos;
      },
      settle: (actualUsd) => end(toNanos(actualUsd), 0),
      keep: () => end(0, nanos),
    };
  }

  #wait(nanos: number, signal: AbortSignal): Promise<BudgetReservation> {
    const { promise, resolve, reject } = Promise.withResolvers<BudgetReservation>();
    const waiter: Waiter = { nanos, isFirm: false, grant: resolve, refuse: reject };
    const onAbort = () => {
      this.#remove(waiter);
      reject(signal.reason);
      // Others may have waited only behind this one.
      this.#serve();
    };
    const leaveQueue = this.#waiters.push(waiter);
    this.#leave.set(waiter, () => {
      leaveQueue();
      signal.removeEventListener('abort', onAbort);
    });
    signal.addEventListener('abort', onAbort, { once: true });
    return promise;
  }

  #remove(waiter: Waiter): void {
    this.#leave.get(waiter)?.();
    this.#leave.delete(waiter);
  }

  /** Lets in who fits, in order; when nothing is set aside any more, who does not fit never will. */
  #serve(): void {
    for (const waiter of this.#waiters) {
      if (this.#fits(waiter.nanos)) {
        this.#remove(waiter);
        waiter.grant(this.#setAside(waiter.nanos));
      } else if (this.#out === 0) {
        this.#exhaust(waiter.nanos);
        return;
      } else if (waiter.isFirm) return;
    }
  }

  #exhaust(nanos: number): AppError {
    const error = this.#toError(nanos);
    this.#exhausted = error;
    for (const waiter of this.#waiters) {
      this.#remove(waiter);
      waiter.refuse(error);
    }
    return error;
  }

  #toError(nanos: number): AppError {
    const limit = this.#limit / NANOS;
    const taken = this.#spent + this.#held;
    const held =
      this.#held === 0
        ? ''
        : `, ${formatMoney(this.#held / NANOS)} are held for calls whose cost is not known`;
    const enough = higherLimit(Math.max(2 * limit, (taken + nanos) / NANOS));
    return new AppError(
      'BUDGET_EXHAUSTED',
      `The budget of ${formatMoney(limit)} leaves no room for the next call: ${formatMoney(this.spent)} are spent${held}, and it could cost ${formatMoney(nanos / NANOS)}.`,
      {
        suggestions: [
          `Go on from here with a higher limit: seo-content batch --resume --max-cost ${enough}`,
        ],
      },
    );
  }
}

function toNanos(dollars: number): number {
  return Math.round(dollars * NANOS);
}

/** A round number of dollars, at least so many: whole ones from one dollar on, else cents. */
function higherLimit(dollars: number): string {
  if (dollars >= 1) return String(Math.ceil(dollars));
  return String(Math.max(1, Math.ceil(dollars * 100)) / 100);
}
