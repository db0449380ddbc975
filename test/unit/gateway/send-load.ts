import { retry } from '../../../src/batch/retry.ts';
import { ProviderGate } from '../../../src/gateway/provider-gate.ts';
import type { ProviderLimits } from '../../../src/gateway/provider-limits.ts';
import { ManualClock } from '../batch/manual-clock.ts';
import { SimulatedServer, type SimulatedLimits } from './simulated-server.ts';

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

export interface Load {
  limits: ProviderLimits;
  server: Omit<SimulatedLimits, 'latencyMs'>;
  latencyMs?: readonly [number, number];
  calls: number;
  /** Calls that are made at a time; all of them unless said. */
  lanes?: number;
  tokens?: readonly [number, number];
  /** Of the tokens that the server charges, what the answer says was used. */
  used?: number;
}

/** Sends all calls through a gate at once, as the gateway does, and waits until the last has ended. */
export async function sendLoad(load: Load) {
  const clock = new ManualClock();
  const random = randomNumbers(7);
  const between = ([low, high]: readonly [number, number]): number => low + random() * (high - low);
  const latencyMs = (): number => between(load.latencyMs ?? [100, 300]);
  const server = new SimulatedServer({ ...load.server, latencyMs }, clock);
  const gate = new ProviderGate({ limits: load.limits, clock });
  const signal = new AbortController().signal;
  const ends: number[] = [];
  let failed = 0;
  const call = async (): Promise<void> => {
    const tokens = Math.round(between(load.tokens ?? [0, 0]));
    const attempt = () => server.attempt(tokens, tokens * (load.used ?? 1));
    try {
      await retry(() => gate.pass(tokens, signal, attempt), {
        attempts: 5,
        baseDelayMs: 500,
        maxDelayMs: 30_000,
        signal,
        clock,
        random,
      });
    } catch {
      failed++;
    }
    ends.push(clock.now());
  };
  let started = 0;
  const lane = async (): Promise<void> => {
    for (; started < load.calls;) {
      started++;
      await call();
    }
  };
  for (let index = 0; index < (load.lanes ?? load.calls); index++) void lane();
  while (ends.length < load.calls) await clock.advance(1000);
  return { server, failed, endedAt: Math.max(...ends) };
}
