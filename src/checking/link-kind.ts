import type { PageLink } from './page.ts';

/** Schemes that run code or hold a document of their own, as browsers read them. */
const UNSAFE = /^(?:javascript|data|vbscript|livescript|mocha|blob|filesystem):/u;

/** What a link leads to. Control characters and white space that browsers ignore in a scheme hide nothing here. */
export function linkKind(target: string): PageLink['kind'] {
  const plain = target
    .slice(0, 2000)
    .replace(/[\u0000-\u0020\u007f]+/gu, '')
    .toLowerCase();
  if (UNSAFE.test(plain)) return 'unsafe';
  if (plain.startsWith('#')) return 'anchor';
  if (/^(?:https?:)?\/\//u.test(plain)) return 'external';
  return /^[a-z][a-z0-9+.-]*:/u.test(plain) ? 'other' : 'internal';
}
