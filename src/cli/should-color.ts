import type { Environment } from './reporters/reporter.ts';

const OFF = new Set(['0', 'false', 'no', 'off']);

/** Whether a switch such as `CI` is on: set, not empty and not a word for no. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && !OFF.has(value.toLowerCase());
}

/** Whether to colour: `FORCE_COLOR` decides where it is set, then `NO_COLOR`; else only a terminal outside of CI. */
export function shouldColor(options: { isTTY: boolean; env: Environment }): boolean {
  const { isTTY, env } = options;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force === '' || isSet(force);
  if (env['NO_COLOR']) return false;
  return isTTY && env['TERM'] !== 'dumb' && !isSet(env['CI']);
}
