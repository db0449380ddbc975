/** An address that a link may lead to: http or https, without user name and password. */
export function webAddress(address: string): URL | undefined {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  url.username = '';
  url.password = '';
  return url;
}
