import { isPublicAddress } from './is-public-address.ts';

/** Endings of names that no public name server knows. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i;

/**
 * Whether an address of the web names a place that is not on the public internet, as far as it can be told without
 * asking a name server. `URL` has written every IPv4 address in its four decimal numbers.
 */
export function isPrivateHost(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  if (host.startsWith('[')) return !isPublicAddress(host.slice(1, -1));
  if (/^[\d.]+$/.test(host)) return !isPublicAddress(host);
  return LOCAL_NAME.test(host) || !host.replace(/\.$/, '').includes('.');
}
