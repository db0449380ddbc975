/** Where a source is, short enough for a sentence: the host of a page, the path of a document. */
export function describePlace({ url, path }: { url?: string; path?: string }): string {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./u, '');
  return (host ?? path ?? url ?? 'a source').slice(0, 120);
}
