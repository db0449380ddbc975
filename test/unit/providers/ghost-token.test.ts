import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ghostToken, readGhostKey } from '../../../src/providers/ghost-token.ts';

const ID = '0123456789abcdef01234567';
const SECRET = 'fedcba9876543210'.repeat(4);

describe('ghostToken', () => {
  const token = ghostToken({ id: ID, secret: SECRET }, new Date('2026-11-05T10:00:00.900Z'));
  const [head = '', payload = '', signature = ''] = token.split('.');
  const decode = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

  it('names the key, is for the Admin API and lives five minutes', () => {
    expect(decode(head)).toEqual({ alg: 'HS256', typ: 'JWT', kid: ID });
    const iat = Date.parse('2026-11-05T10:00:00Z') / 1000;
    expect(decode(payload)).toEqual({ iat, exp: iat + 300, aud: '/admin/' });
  });

  it('is signed with the bytes that the secret stands for', () => {
    const wanted = createHmac('sha256', Buffer.from(SECRET, 'hex')).update(`${head}.${payload}`);
    expect(signature).toBe(wanted.digest('base64url'));
    expect(token).not.toContain(SECRET);
  });
});

describe('readGhostKey', () => {
  it('takes a key with blanks around it', () => {
    expect(readGhostKey(` ${ID}:${SECRET}\n`)).toEqual({ id: ID, secret: SECRET });
  });

  it.each([ID, `${ID}:${SECRET}0`, `${SECRET}:${ID}`, `${ID}:${'g'.repeat(64)}`])(
    'refuses %s without repeating it',
    (key) => {
      expect(() => readGhostKey(key)).toThrow(
        expect.objectContaining({
          code: 'KEY_REJECTED',
          message: expect.not.stringContaining(key) as string,
        }) as Error,
      );
    },
  );

  it('says where a key is made', () => {
    expect(() => readGhostKey(undefined)).toThrow(
      expect.objectContaining({
        code: 'KEY_MISSING',
        suggestions: expect.arrayContaining([expect.stringContaining('Integrations')]) as string[],
      }) as Error,
    );
  });
});
