import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attemptWithin } from '../../../src/providers/attempt-within.ts';
import type { ProviderIdentity } from '../../../src/providers/provider-identity.ts';

const IDENTITY: ProviderIdentity = {
  label: 'Test',
  keyVariable: 'TEST_KEY',
  baseUrlVariable: 'TEST_URL',
  baseUrl: 'https://test.example',
  keys: ['secret-value'],
};
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('some error of an SDK')));
  });
const noFailure = (): undefined => undefined;

describe('attemptWithin', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends at its deadline and leaves no timer behind', async () => {
    const limits = { signal: new AbortController().signal, timeoutMs: 5000 };
    const attempt = attemptWithin(IDENTITY, limits, untilAborted, noFailure).catch(
      (reason: unknown) => reason,
    );
    await vi.advanceTimersByTimeAsync(5000);
    expect(await attempt).toMatchObject({
      code: 'TIMEOUT',
      retryable: true,
      message: expect.stringContaining('within 5 s') as string,
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves neither timer nor listener behind when it succeeds', async () => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const attempt = attemptWithin(IDENTITY, { signal, timeoutMs: 5000 }, async () => 7, noFailure);
    expect(await attempt).toBe(7);
    expect(vi.getTimerCount()).toBe(0);
    expect(removed).toHaveBeenCalledOnce();
  });

  it('wraps a fault of the program itself, without keys and without its cause', async () => {
    const limits = { signal: new AbortController().signal, timeoutMs: 5000 };
    const send = (): Promise<never> => Promise.reject(new TypeError('bad secret-value'));
    const error: unknown = await attemptWithin(IDENTITY, limits, send, noFailure).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      code: 'INTERNAL',
      retryable: false,
      message: 'Test could not be called: TypeError: bad [key removed]',
    });
    expect(error).not.toHaveProperty('cause');
  });
});
