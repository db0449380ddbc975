import { describe, expect, it } from 'vitest';
import { isProtectedAddress } from '../../../src/core/is-protected-address.ts';

describe('isProtectedAddress', () => {
  it.each([
    'https://blog.example.com',
    'http://localhost:8080/wp',
    'http://wordpress.localhost',
    'http://127.0.0.1:2368',
    'http://127.1',
    'http://0x7f000001/',
    'http://[::1]:2368',
  ])('takes %s', (address) => {
    expect(isProtectedAddress(address)).toBe(true);
  });

  it.each([
    'http://blog.example.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://192.168.1.4',
    'http://0.0.0.0',
    'http://[::ffff:8.8.8.8]',
    'ftp://localhost',
    'localhost',
    '',
  ])('does not take %s', (address) => {
    expect(isProtectedAddress(address)).toBe(false);
  });
});
