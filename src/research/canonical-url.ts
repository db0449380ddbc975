/** Parameters that say where a reader came from and not what the page is. */
const TRACKING =
  /^(utm_\w+|gclid|fbclid|msclkid|yclid|dclid|mc_[ce]id|igshid|ref|ref_src|cmpid|spm)$/i;

/**
 * One form for all addresses of a page: lower-case host without `www.`, no fragment, no tracking
 * parameters, parameters in order, no trailing slash, https for http.
 * Gives undefined for what is not a web address.
 */
export function canonicalUrl(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  url.protocol = 'https:';
  url.hash = '';
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/^www\./, '');
  for (const name of new Set(url.searchParams.keys())) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/(?<=.)\/+$/, '').replace(/\/index\.(html?|php)$/, '');
  return url.href.replace(/\/$/, '');
}
