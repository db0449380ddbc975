import { FILE_ENDINGS, type Format } from './format.ts';

/** Which site generator the Markdown is for. */
export type Preset = 'plain' | 'hugo' | 'astro' | 'jekyll' | 'nextra';

/** Where articles will stand. */
export interface Place {
  preset: Preset;
  /** `url`: the folder of all articles on the web, http or https. `name`: who publishes them. */
  site: { url?: string; name?: string };
}

/** The address of a page below that of the site, as each generator builds it by default. */
const PAGE_ENDINGS = {
  plain: '',
  hugo: '/',
  astro: '/',
  jekyll: '/',
  nextra: '',
} satisfies Record<Preset, string>;

/**
 * The address of an article: absolute where the site's is known, otherwise how another article of the same folder
 * reaches it. Every character that could change the way is percent-encoded or replaced by a hyphen.
 */
export function articleAddress(slug: string, format: Format, place: Place): string {
  const { preset, site } = place;
  const name = encodeURIComponent(slug.replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, '-') || '-');
  if (site.url !== undefined) return `${siteAddress(site.url)}/${name}${pageEnding(format, place)}`;
  if (format === 'wordpress') return `/${name}/`;
  if (format !== 'md' || preset === 'plain') return name + FILE_ENDINGS[format];
  return preset === 'nextra' ? `./${name}` : `../${name}/`;
}

/** The address for a link from one article to another. Sites of generators are also looked at under other hosts. */
export function linkAddress(slug: string, format: Format, place: Place): string {
  const address = articleAddress(slug, format, place);
  const isOfGenerator = format === 'md' && place.preset !== 'plain' && place.site.url !== undefined;
  return isOfGenerator ? new URL(address).pathname : address;
}

/** The site's address without a slash at its end. */
export function siteAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/u, '');
}

/** Plain HTML is put on a server as it is; WordPress ends the addresses of posts in a slash. */
function pageEnding(format: Format, { preset }: Place): string {
  if (format === 'wordpress') return '/';
  return format === 'html' && preset === 'plain' ? FILE_ENDINGS.html : PAGE_ENDINGS[preset];
}
