import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BodySilent, BodyTooLarge } from '../../../src/providers/read-pieces.ts';
import { readLimitedText } from '../../../src/providers/read-limited-text.ts';

const LIMITS = { maxBytes: 100, idleMs: 1000 };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A body that gets its pieces by hand and tells whether it was canceled. */
function bodyByHand() {
  const canceled = vi.fn<() => void>();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: canceled,
  });
  return {
    body,
    canceled,
    push: (bytes: Uint8Array) => controller?.enqueue(bytes),
    close: () => controller?.close(),
    fail: (error: Error) => controller?.error(error),
  };
}

describe('readLimitedText', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('puts characters together that were torn apart', async () => {
    const { body, push, close } = bodyByHand();
    for (const byte of bytesOf('堆肥 é 😀')) push(Uint8Array.of(byte));
    close();
    expect(await readLimitedText(body, LIMITS)).toBe('堆肥 é 😀');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives an empty text for no body', async () => {
    expect(await readLimitedText(null, LIMITS)).toBe('');
  });

  it('reads exactly as much as it may, and cancels the rest', async () => {
    const exact = bodyByHand();
    exact.push(bytesOf('x'.repeat(100)));
    exact.close();
    expect(await readLimitedText(exact.body, LIMITS)).toHaveLength(100);
    const over = bodyByHand();
    over.push(bytesOf('x'.repeat(101)));
    await expect(readLimitedText(over.body, LIMITS)).rejects.toBeInstanceOf(BodyTooLarge);
    expect(over.canceled).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('counts silence from the last byte, and cancels a silent body', async () => {
    const { body, push, canceled } = bodyByHand();
    const reading = readLimitedText(body, LIMITS).catch((error: unknown) => error);
    for (let second = 0; second < 5; second += 1) {
      await vi.advanceTimersByTimeAsync(999);
      push(bytesOf('x'));
    }
    await vi.advanceTimersByTimeAsync(999);
    expect(canceled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await reading).toEqual(new BodySilent(1000));
    expect(canceled).toHaveBeenCalledOnce();
  });

  it('passes on what the body failed with', async () => {
    const { body, push, fail } = bodyByHand();
    push(bytesOf('half'));
    const reading = readLimitedText(body, LIMITS);
    fail(new Error('terminated'));
    await expect(reading).rejects.toThrow('terminated');
    expect(vi.getTimerCount()).toBe(0);
  });
});
