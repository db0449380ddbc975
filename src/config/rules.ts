import { describeOrigin, type Origin } from './origin.ts';
import { exploresSites } from './explores-sites.ts';
import { findPublishingShortages } from './publishing-shortages.ts';
import type { Settings } from './settings.ts';
import type { Secrets } from './secrets.ts';

/** What a command is about to do, and so what it needs keys for. */
export type Need = 'research' | 'writing' | 'publishing' | 'embedding';

/** Something wrong with the configuration, and what to do where that is not plain from it. */
export interface Problem {
  text: string;
  suggestion?: string;
}

/** What was asked for, and the variable that it lacks. */
interface Shortage extends Problem {
  /** Its name; absent for what is told of the places to publish at. */
  lacks?: string;
}

/** What was asked for expressly and cannot work, because a key is missing. */
export function findShortages(
  settings: Settings,
  secrets: Secrets,
  origins: ReadonlyMap<string, Origin>,
  needs: readonly Need[],
): Shortage[] {
  const shortages: Shortage[] = [];
  const from = (path: string) => describeOrigin(origins.get(path) ?? { kind: 'default', name: '' });
  if (
    needs.includes('research') &&
    settings.research.includes('tavily') &&
    secrets.tavilyApiKey === undefined
  ) {
    shortages.push({
      lacks: 'TAVILY_API_KEY',
      text: `${from('research')}: research with tavily needs TAVILY_API_KEY, which is not set`,
      suggestion:
        'Set TAVILY_API_KEY in the environment or in .env, or use --research library, which needs no key.',
    });
  }
  if (needs.includes('research') && exploresSites(settings) && secrets.tavilyApiKey === undefined) {
    shortages.push({
      lacks: 'TAVILY_API_KEY',
      text: `${from('sites')}: exploring sites needs TAVILY_API_KEY, which is not set`,
      suggestion: 'Set TAVILY_API_KEY in the environment or in .env, or leave --site out.',
    });
  }
  if (
    needs.includes('research') &&
    settings.research.includes('searxng') &&
    settings.searxng.baseUrl === undefined
  ) {
    shortages.push({
      lacks: 'SEARXNG_BASE_URL',
      text: `${from('research')}: research with searxng needs SEARXNG_BASE_URL, which is not set`,
      suggestion:
        'Set SEARXNG_BASE_URL to the address of your SearXNG, or use --research library, which needs no server.',
    });
  }
  if (
    needs.includes('writing') &&
    settings.writer === 'openai' &&
    secrets.openaiApiKey === undefined &&
    settings.openai.baseUrl === undefined
  ) {
    shortages.push({
      lacks: 'OPENAI_API_KEY',
      text: `${from('writer')}: the writer openai needs OPENAI_API_KEY, which is not set`,
      suggestion:
        'Set OPENAI_API_KEY in the environment or in .env, set OPENAI_BASE_URL for a server of your own, or use --writer extractive, which needs no key.',
    });
  }
  if (
    needs.includes('embedding') &&
    settings.embeddings === 'openai' &&
    secrets.openaiApiKey === undefined &&
    settings.openai.baseUrl === undefined
  ) {
    shortages.push({
      lacks: 'OPENAI_API_KEY',
      text: `${from('embeddings')}: embeddings of openai need OPENAI_API_KEY, which is not set`,
      suggestion:
        'Set OPENAI_API_KEY in the environment or in .env, set OPENAI_BASE_URL for a server of your own, or use --embeddings offline, which needs no key.',
    });
  }
  if (needs.includes('publishing')) {
    shortages.push(...findPublishingShortages(settings, secrets, from('publish')));
  }
  return shortages;
}
