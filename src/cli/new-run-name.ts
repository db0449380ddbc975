import { randomBytes } from 'node:crypto';

/** `20261122-140509-3f2a`: sorts by time, unique enough for people. */
export function newRunName(now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${stamp}-${randomBytes(2).toString('hex')}`;
}
