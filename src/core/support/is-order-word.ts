import type { Term } from './statement.ts';

/** True for a word that puts one thing before or after another in time. */
export function isOrderWord({ lower }: Pick<Term, 'lower'>): boolean {
  return /^(?:before|after|vor|nach|avant|après|antes|después)$/u.test(lower);
}
