import { exploresSites } from './explores-sites.ts';
import type { ResearchName, Settings } from './settings.ts';

/** A wish about pages of the web that the research cannot fulfil, or that a part of it cannot. */
export interface UnmetFilter {
  /** Of the setting. */
  path: string;
  flag: string;
  /** Nothing in the research fulfils it. */
  isIdle: boolean;
  /** Follows a colon, without a full stop. */
  reason: string;
}

type WebSearch = Extract<ResearchName, 'tavily' | 'searxng'>;

interface Filter {
  path: string;
  flag: string;
  isAsked: boolean;
  /** Why a search of the web cannot fulfil it, for those that cannot. */
  deaf: Partial<Record<WebSearch, string>>;
}

/** What the settings ask of the web and do not get, from the places that they research in. */
export function findUnmetFilters(settings: Settings): UnmetFilter[] {
  const web = settings.research.filter((name) => name === 'tavily' || name === 'searxng');
  const unmet = filtersOf(settings).flatMap(({ path, flag, isAsked, deaf }): UnmetFilter[] => {
    const reasons = web.map((name) => deaf[name]).filter((reason) => reason !== undefined);
    if (!isAsked || (web.length > 0 && reasons.length === 0)) return [];
    const reason =
      web.length === 0
        ? `it is about pages of the web, and research is done in ${settings.research.join(' and ')}`
        : reasons.join(', and ');
    return [{ path, flag, isIdle: reasons.length === web.length, reason }];
  });
  if (settings.sites.length > 0 && settings.depth !== 'deep') {
    const reason = `only deep research explores sites, and depth is ${settings.depth}`;
    unmet.push({ path: 'sites', flag: '--site', isIdle: true, reason });
  }
  return unmet;
}

function filtersOf(settings: Settings): Filter[] {
  const { includeDomains, excludeDomains, timeRange, country, topic } = settings;
  return [
    {
      path: 'includeDomains',
      flag: '--include-domains',
      isAsked: includeDomains.length > 0,
      deaf: {},
    },
    {
      path: 'excludeDomains',
      flag: '--exclude-domains',
      // The pages of sites are sorted by it, too.
      isAsked: excludeDomains.length > 0 && !exploresSites(settings),
      deaf: {},
    },
    { path: 'timeRange', flag: '--time-range', isAsked: timeRange !== undefined, deaf: {} },
    {
      path: 'country',
      flag: '--country',
      isAsked: country !== undefined,
      deaf: {
        searxng: 'SearXNG knows no country',
        ...(topic === 'general'
          ? {}
          : { tavily: `Tavily takes a country for the topic general only, and topic is ${topic}` }),
      },
    },
    {
      path: 'topic',
      flag: '--topic',
      isAsked: topic !== 'general',
      deaf: topic === 'finance' ? { searxng: 'SearXNG has no search for finance' } : {},
    },
  ];
}
