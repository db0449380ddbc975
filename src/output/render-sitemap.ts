import { type Place, articleAddress, siteAddress } from './article-address.ts';
import { escapeAttribute } from './escape-html.ts';
import { type PlacedEntry, type SiteEntry, momentOf, placedEntries } from './site-entry.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Limits of the protocol for one file; its bytes are 50 MiB, of which some are left for head and foot. */
const MOST_ADDRESSES = 50_000;
const MOST_BYTES = 52_000_000;

/** A file to be put beside the articles. */
interface SiteFile {
  name: string;
  content: string;
}

/**
 * The addresses of all articles for search engines, after the sitemap protocol 0.9: `sitemap.xml` alone, or, where
 * there are more than one file may hold, `sitemap-1.xml`, … with `sitemap.xml` as their index.
 * @param place the site's address is needed: a sitemap holds whole addresses only.
 */
export function renderSitemap(
  entries: readonly SiteEntry[],
  place: Place & { site: { url: string } },
): SiteFile[] {
  const files = cutIntoFiles(placedEntries(entries).map((entry) => urlElement(entry, place))).map(
    (urls) => xml('urlset', urls),
  );
  const [only] = files;
  if (only !== undefined && files.length === 1) return [{ name: 'sitemap.xml', content: only }];
  const parts = files.map((content, index) => ({ name: `sitemap-${index + 1}.xml`, content }));
  const index = parts.map(
    ({ name }) => `<sitemap><loc>${text(`${siteAddress(place.site.url)}/${name}`)}</loc></sitemap>`,
  );
  return [{ name: 'sitemap.xml', content: xml('sitemapindex', index) }, ...parts];
}

function urlElement(entry: PlacedEntry, place: Place): string {
  const moment = momentOf(entry);
  const modified =
    moment === undefined ? '' : `<lastmod>${new Date(moment).toISOString()}</lastmod>`;
  const address = articleAddress(entry.slug, entry.format, place);
  return `<url><loc>${text(address)}</loc>${modified}</url>`;
}

/** At least one file, if an empty one. All that is in the elements is ASCII. */
function cutIntoFiles(elements: readonly string[]): string[][] {
  const files: string[][] = [];
  let current: string[] = [];
  let bytes = 0;
  for (const element of elements) {
    const isFull = current.length === MOST_ADDRESSES || bytes + element.length + 1 > MOST_BYTES;
    if (isFull) {
      files.push(current);
      current = [];
      bytes = 0;
    }
    current.push(element);
    bytes += element.length + 1;
  }
  return [...files, current];
}

function xml(root: string, elements: readonly string[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${NAMESPACE}">`,
    ...elements,
    `</${root}>`,
  ];
  return `${lines.join('\n')}\n`;
}

function text(address: string): string {
  return escapeAttribute(address).replaceAll("'", '&apos;');
}
