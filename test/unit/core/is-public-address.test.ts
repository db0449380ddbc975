import { describe, expect, it } from 'vitest';
import { isPrivateHost } from '../../../src/core/is-private-host.ts';
import { isPublicAddress } from '../../../src/core/is-public-address.ts';

describe('isPublicAddress', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:829::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('takes %s for public', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['this network', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.0.9'],
    ['link-local, with the metadata of clouds', '169.254.169.254'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.9'],
    ['documentation', '203.0.113.9'],
    ['6to4 relays', '192.88.99.1'],
    ['measurements', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback', '0:0:0:0:0:0:0:1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6', '::ffff:7f00:1'],
    ['IPv4 in IPv6', '::FFFF:A9FE:A9FE'],
    ['IPv4-compatible', '::7f00:1'],
    ['NAT64', '64:ff9b::10.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::808:808'],
    ['unique local', 'fd00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with its zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['discard', '100::1'],
    ['no address', 'example.com'],
    ['no address', '1.2.3'],
    ['no address', '1.2.3.256'],
    ['no address', ''],
    ['no address', ']:80/'],
  ])('does not take %s for public: %s', (_name, address) =>
    expect(isPublicAddress(address)).toBe(false),
  );
});

describe('isPrivateHost', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://0/',
    'http://[::1]:8080/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://printer.local/',
    'http://vault.internal/',
    'http://wiki/',
    'http://router.home.arpa/',
  ])('%s', (address) => expect(isPrivateHost(address)).toBe(true));

  it.each([
    'https://example.com/',
    'https://localhost.example.com/',
    'https://1.1.1.1/',
    'https://[2606:4700:4700::1111]/',
    'https://127.0.0.1.example.com/',
  ])('not %s', (address) => expect(isPrivateHost(address)).toBe(false));
});
