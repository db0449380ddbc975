import { describe, expect, it } from 'vitest';
import { watchCall } from '../../../../src/providers/tavily/transport.ts';

const limits = { maxBytes: 1000, idleMs: 1000 };
const options = { signal: new AbortController().signal, limits };

describe('watchCall', () => {
  it('fails closed when a call went past the tap', async () => {
    const expected = expect.objectContaining({ code: 'INTERNAL', retryable: false }) as Error;
    await expect(watchCall(() => Promise.resolve('fine'), options)).rejects.toThrow(expected);
    await expect(watchCall(() => Promise.reject(new Error('429')), options)).rejects.toThrow(
      expected,
    );
  });
});
