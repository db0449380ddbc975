import { describe, expect, it } from 'vitest';
import { connectionFailure } from '../../../src/providers/connection-failure.ts';

const withCode = (message: string, code: string): Error =>
  Object.assign(new Error(message), { code });

describe('connectionFailure', () => {
  it.each<[unknown, string, boolean?]>([
    [
      new TypeError('fetch failed', { cause: withCode('read ECONNRESET', 'ECONNRESET') }),
      'read ECONNRESET',
    ],
    [withCode('', 'ECONNREFUSED'), '(ECONNREFUSED)', false],
    [withCode('getaddrinfo ENOTFOUND api', 'ENOTFOUND'), 'getaddrinfo ENOTFOUND api', false],
    [withCode('Parse Error', 'HPE_INVALID'), 'Parse Error (HPE_INVALID)'],
    [new TypeError(''), 'TypeError'],
    ['a text', 'unknown reason'],
    [undefined, 'unknown reason'],
  ])('tells %s as %s, and whether the request was sent', (error, message, wasSent = true) => {
    expect(connectionFailure(error)).toEqual({ kind: 'connection', message, wasSent });
  });

  it('comes to an end with errors that are their own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(connectionFailure(error)).toEqual({
      kind: 'connection',
      message: 'round',
      wasSent: true,
    });
  });
});
