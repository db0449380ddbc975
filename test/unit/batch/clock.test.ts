import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/batch/clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('systemClock', () => {
  it.each([true, false])('never calls back early (precise: %s)', async (precise) => {
    const startedAt = systemClock.now();
    await new Promise<void>((resolve) => systemClock.setTimer(resolve, 5.5, precise));
    expect(systemClock.now() - startedAt).toBeGreaterThanOrEqual(5.5);
  });

  it('waits longer than setTimeout can', async () => {
    vi.useFakeTimers();
    const thirtyDays = 30 * 86_400_000;
    const callback = vi.fn<() => void>();
    systemClock.setTimer(callback, thirtyDays);
    await vi.advanceTimersByTimeAsync(thirtyDays - 1000);
    expect(callback).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(callback).toHaveBeenCalledOnce();
  });

  it('forgets a timer that is cancelled', async () => {
    vi.useFakeTimers();
    const callback = vi.fn<() => void>();
    systemClock.setTimer(callback, 10)();
    await vi.advanceTimersByTimeAsync(100);
    expect(callback).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
