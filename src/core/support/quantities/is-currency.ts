import type { Token } from '../read-tokens.ts';

/** True for the sign of a currency. */
export function isCurrency(token: Token | undefined): boolean {
  return /^[€$£¥₹]$/u.test(token?.text ?? '');
}
