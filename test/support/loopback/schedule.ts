import type { LoopbackCall } from './loopback-types.ts';

/** From when to when the server is otherwise than usual, in milliseconds since the schedule began. */
export interface LoopbackPhase {
  fromMs: number;
  toMs: number;
  /** Both when absent. */
  provider?: LoopbackCall['provider'];
  /** The part of the limits that holds. */
  quota?: number;
  /** What every call is answered with. */
  status?: number;
}

/** Phases of a server's day; it begins with the first call, or when it is told to. */
export class Schedule {
  readonly #phases: readonly LoopbackPhase[];
  readonly #now: () => number;
  #startedAt: number | undefined;

  constructor(phases: readonly LoopbackPhase[], now: () => number = () => performance.now()) {
    this.#phases = phases;
    this.#now = now;
  }

  /** When it began, on the clock of the calls. */
  get startedAt(): number | undefined {
    return this.#startedAt;
  }

  /** Only the first start counts. */
  start(): void {
    this.#startedAt ??= this.#now();
  }

  /** The status that every call gets at the moment. */
  status(provider: LoopbackCall['provider']): number | undefined {
    return this.#phaseAt(provider, this.#now(), 'status')?.status;
  }

  /** The part of the limits that holds at that time. */
  quota(provider: LoopbackCall['provider'], at: number): number {
    return this.#phaseAt(provider, at, 'quota')?.quota ?? 1;
  }

  #phaseAt(
    provider: LoopbackCall['provider'],
    at: number,
    what: 'quota' | 'status',
  ): LoopbackPhase | undefined {
    const since = at - (this.#startedAt ?? Infinity);
    return this.#phases.find(
      (phase) =>
        since >= phase.fromMs &&
        since < phase.toMs &&
        phase[what] !== undefined &&
        (phase.provider ?? provider) === provider,
    );
  }
}
