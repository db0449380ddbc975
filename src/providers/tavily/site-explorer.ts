import { AppError } from '../../core/errors.ts';
import { allowsUrl } from '../allows-url.ts';
import type { SiteExplorer } from '../site-explorer.ts';
import { choosePages } from './choose-pages.ts';
import { MOST_SITE_PAGES } from './credits.ts';
import type { TavilyProvider } from './tavily.ts';

/** Characters of a subject in an instruction. */
const LONGEST_SUBJECT = 200;

export interface ExplorerOptions {
  tavily: Pick<TavilyProvider, 'map' | 'crawl' | 'readMany'>;
  /** Hosts whose pages are never taken. */
  excludeDomains: readonly string[];
  /** For people: told once of each site that may not be explored. */
  note: (text: string) => void;
}

/**
 * Explores sites with Tavily. The map of a site is the same for all subjects, so it is paid for once; the pages whose
 * addresses are about the subject are read in one call. Only where none is, a crawl looks into the pages themselves.
 */
export function createSiteExplorer({
  tavily,
  excludeDomains,
  note,
}: ExplorerOptions): SiteExplorer {
  const refused = new Set<string>();
  const filters = { includeDomains: [], excludeDomains };

  return {
    async explore(domain, subject, scope) {
      if (refused.has(domain)) return [];
      try {
        const urls = await tavily.map(domain, scope);
        const allowed = urls.filter((url) => allowsUrl(filters, url));
        const chosen = choosePages(allowed, subject, MOST_SITE_PAGES);
        if (chosen.length === 0) {
          const instructions = `Pages about: ${subject.slice(0, LONGEST_SUBJECT).toWellFormed()}`;
          const found = await tavily.crawl(domain, instructions, scope);
          return found.filter(({ url = '' }) => allowsUrl(filters, url));
        }
        const pages = await tavily.readMany(
          chosen.map(({ url }) => url),
          scope,
        );
        const scores = new Map(chosen.map(({ url, score }) => [url, score]));
        return pages.map((page) => ({ ...page, score: scores.get(page.url ?? '') ?? page.score }));
      } catch (error) {
        if (!(error instanceof AppError) || error.status !== 403) throw error;
        if (!refused.has(domain)) note(`${domain} is left out. ${error.message}`);
        refused.add(domain);
        return [];
      }
    },
  };
}
