import { foldText } from '../core/fold-text.ts';
import type { Place } from './article-address.ts';

/** How people know the site: its name, or else its host; empty where neither is known. */
export function siteName({ url, name }: Place['site']): string {
  const known = foldText(name ?? '');
  return known === '' && url !== undefined ? new URL(url).host : known;
}
