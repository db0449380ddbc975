import { createHmac } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import { keyMissing, readKey } from './provider-identity.ts';

/** The two halves of an Admin API key. */
export interface GhostKey {
  id: string;
  /** Hexadecimal. */
  secret: string;
}

export const GHOST_KEY_VARIABLE = 'GHOST_ADMIN_API_KEY';

/** Ghost takes no token that lives longer. */
const SECONDS = 300;

/** @throws AppError `KEY_MISSING` without a key, `KEY_REJECTED` for one that cannot be one. */
export function readGhostKey(key: string | undefined): GhostKey {
  const remedy = 'It is made in Ghost under Settings → Integrations → Add custom integration.';
  const text = readKey(key, GHOST_KEY_VARIABLE);
  if (text === undefined) throw keyMissing('Ghost', GHOST_KEY_VARIABLE, remedy);
  const [, id, secret] = /^([0-9a-f]{24}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (id !== undefined && secret !== undefined) return { id, secret };
  throw new AppError('KEY_REJECTED', `The value of ${GHOST_KEY_VARIABLE} is no Admin API key.`, {
    suggestions: [
      'Copy the Admin API key of the integration: 24 hexadecimal digits, a colon, 64 hexadecimal digits. The Content API key does not serve.',
    ],
  });
}

/** A JSON Web Token (RFC 7519, HS256) for one request to the Admin API. */
export function ghostToken({ id, secret }: GhostKey, now: Date): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const header = encode({ alg: 'HS256', typ: 'JWT', kid: id });
  const payload = encode({ iat: issuedAt, exp: issuedAt + SECONDS, aud: '/admin/' });
  const signature = createHmac('sha256', Buffer.from(secret, 'hex'))
    .update(`${header}.${payload}`)
    .digest('base64url');
  return `${header}.${payload}.${signature}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
