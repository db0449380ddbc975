import { describe, expect, it } from 'vitest';
import { Share } from '../../../src/documents/share.ts';

describe('Share', () => {
  it('gives parts in the order in which they were asked for', async () => {
    const share = new Share(10);
    const order: string[] = [];
    const first = await share.take(8);
    const large = share.take(9).then((give) => (order.push('large'), give));
    const small = share.take(1).then((give) => (order.push('small'), give));
    await Promise.resolve();
    expect(order).toEqual([]);
    first();
    (await large)();
    (await small)();
    expect(order).toEqual(['large', 'small']);
  });

  it('gives all of it to one who asks for more', async () => {
    const share = new Share(10);
    const give = await share.take(1000);
    let isServed = false;
    const next = share.take(1).then((giveNext) => ((isServed = true), giveNext));
    await Promise.resolve();
    expect(isServed).toBe(false);
    give();
    give();
    (await next)();
    expect(isServed).toBe(true);
  });

  it('forgets who has been aborted, and serves those behind', async () => {
    const share = new Share(2);
    const give = await share.take(1);
    const controller = new AbortController();
    const aborted = share.take(2, controller.signal);
    const behind = share.take(1);
    const reason = new Error('stop');
    controller.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    (await behind)();
    give();
    (await share.take(2))();
    await expect(share.take(1, controller.signal)).rejects.toBe(reason);
  });
});
