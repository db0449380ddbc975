/** Blocks of IPv4 that are no place of the public internet, by the registry of special addresses (RFC 6890) and multicast. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** The only block of IPv6 that is given out for the public internet, and what in it is none. */
const PUBLIC_V6 = ['2000::', 3] as const;
const SPECIAL_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** IPv6 addresses that stand for an IPv4 address in their last 32 bits: mapped ones, and those of NAT64 (RFC 6052). */
const EMBEDDING: readonly (readonly [string, number])[] = [
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
];

/**
 * Whether an IP address is one of the public internet: not of this machine, of a private or a provider's network, of a
 * local link, of a group of machines, or reserved. False for what is no IP address.
 */
export function isPublicAddress(address: string): boolean {
  const v4 = readV4(address);
  if (v4 !== undefined) return !SPECIAL_V4.some(([block, length]) => isWithin(v4, block, length));
  const v6 = readV6(address);
  if (v6 === undefined) return false;
  if (EMBEDDING.some(([block, length]) => isWithin(v6, block, length)))
    return isPublicAddress(v6.slice(-4).join('.'));
  return (
    isWithin(v6, ...PUBLIC_V6) && !SPECIAL_V6.some(([block, length]) => isWithin(v6, block, length))
  );
}

/** Bytes against a block of the same family. */
function isWithin(bytes: readonly number[], block: string, length: number): boolean {
  const base = readV4(block) ?? readV6(block) ?? [];
  return bytes.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, length - index * 8));
    return (byte ^ (base[index] ?? 0)) >> (8 - bits) === 0;
  });
}

function readV4(address: string): number[] | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return undefined;
  const bytes = address.split('.').map(Number);
  return bytes.every((byte) => byte < 256) ? bytes : undefined;
}

/** `URL` knows every way to write one, and gives back the shortest. */
function readV6(address: string): number[] | undefined {
  const host = URL.parse(`http://[${address.replace(/%.*$/su, '')}]/`)?.hostname;
  if (host === undefined) return undefined;
  const [head = '', tail] = host.slice(1, -1).split('::');
  const groupsOf = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const first = groupsOf(head);
  const last = tail === undefined ? [] : groupsOf(tail);
  const gap = Array.from({ length: 8 - first.length - last.length }, () => 0);
  return [...first, ...gap, ...last].flatMap((group) => [group >> 8, group & 255]);
}
