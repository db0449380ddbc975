import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../../src/core/is-public-address.ts';
import {
  AddressRefused,
  guardedLookup,
  type ResolveHost,
} from '../../../../src/providers/web/guarded-lookup.ts';

function lookUp(resolve: ResolveHost, all: boolean): Promise<unknown> {
  return new Promise((found, failed) => {
    guardedLookup(isPublicAddress, resolve)('example.com', { all }, (error, address, family) => {
      if (error === null) found(all ? address : [address, family]);
      else failed(error);
    });
  });
}

describe('guardedLookup', () => {
  it('hands on what it has checked, in both forms that sockets ask for', async () => {
    const resolve = async () => ['2606:4700::1', '1.1.1.1'];
    expect(await lookUp(resolve, false)).toEqual(['2606:4700::1', 6]);
    expect(await lookUp(resolve, true)).toEqual([
      { address: '2606:4700::1', family: 6 },
      { address: '1.1.1.1', family: 4 },
    ]);
  });

  it('refuses a host with one address that is not allowed, among however many others', async () => {
    const refused = lookUp(async () => ['1.1.1.1', '10.0.0.1'], true);
    await expect(refused).rejects.toThrow(AddressRefused);
    await expect(refused).rejects.toMatchObject({ address: '10.0.0.1' });
  });

  it('passes failures on, and takes no address for one', async () => {
    const failing = lookUp(() => Promise.reject(new Error('SERVFAIL')), true);
    await expect(failing).rejects.toThrow('SERVFAIL');
    await expect(lookUp(async () => [], false)).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});
