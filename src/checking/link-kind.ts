import type { PageLink } from './page.ts';

/** Schemes that run code or hold a document of their own, as browsers read them. */
const UNSAFE = /^(?:javascript|data|vbscript|livescript|mocha|blob|filesystem):/u;

/**
 * What a link leads to. Control characters and white space that browsers ignore in a scheme hide nothing here.
 * @param host of the page's own site, where it is known.
 */
export function linkKind(target: string, host?: string): PageLink['kind'] {
  const plain = target
    .slice(0, 2000)
    .replace(/[\u0000-\u0020\u007f]+/gu, '')
    .toLowerCase();
  if (UNSAFE.test(plain)) return 'unsafe';
  if (plain.startsWith('#')) return 'anchor';
  if (/^(?:https?:)?\/\//u.test(plain))
    return host !== undefined && hostOf(plain) === host ? 'internal' : 'external';
  return /^[a-z][a-z0-9+.-]*:/u.test(plain) ? 'other' : 'internal';
}

/** The host of a web address, also of one without a scheme; undefined for what is none. */
export function hostOf(address: string): string | undefined {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  return url === null || url.host === '' ? undefined : url.host;
}
