import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoopbackOptions } from '../../test/support/loopback/loopback-types.ts';
import { root } from '../run-program.ts';

export interface SeenRequest {
  page: string;
  filter: string;
  status?: number | undefined;
  startedAt: number;
  endedAt?: number | undefined;
}

export interface DoubleQuestion {
  id: number;
  ask: 'wait' | 'rest' | 'forget' | 'calls';
  count: number;
}

export interface Double {
  url: string;
  /** All requests since the start, or since they were forgotten. */
  calls(): Promise<SeenRequest[]>;
  /** Resolves when so many requests have arrived. */
  waitForCalls(count: number): Promise<void>;
  /** Resolves when nobody is connected. */
  waitForRest(): Promise<void>;
  forget(): Promise<void>;
  stop(): void;
}

/** Starts the double of OpenAlex beside this process, so that it does not share a core's time with what is measured. */
export async function openDouble(options: LoopbackOptions): Promise<Double> {
  const script = join(root, 'bench', 'openalex', 'double.ts');
  const child = fork(script, [JSON.stringify(options)]);
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  const waiting = new Map<number, (result: unknown) => void>();
  child.on('message', ({ id, result }: { id: number; result: unknown }) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let nextId = 1;
  const ask = (question: DoubleQuestion['ask'], count = 0): Promise<unknown> =>
    new Promise((resolve) => {
      const id = nextId;
      nextId += 1;
      waiting.set(id, resolve);
      child.send({ id, ask: question, count } satisfies DoubleQuestion);
    });
  return {
    url,
    calls: () => ask('calls') as Promise<SeenRequest[]>,
    waitForCalls: async (count) => void (await ask('wait', count)),
    waitForRest: async () => void (await ask('rest')),
    forget: async () => void (await ask('forget')),
    stop: () => child.disconnect(),
  };
}
