import type { Settings } from './settings.ts';

/** Whether the research maps sites and reads their pages, which takes credits of Tavily. */
export function exploresSites({ depth, sites }: Pick<Settings, 'depth' | 'sites'>): boolean {
  return depth === 'deep' && sites.length > 0;
}
