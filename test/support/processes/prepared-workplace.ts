import { Workplace } from '../cli.ts';
import type { LoopbackServer } from '../loopback/server.ts';
import { keywordList } from './keywords.ts';
import { WIDE_LIMITS } from './wide-limits.ts';

/** Dates in files are the same in every workplace, so that their bytes can be compared. */
export const SAME_DATE = { SOURCE_DATE_EPOCH: '1780000000' };

export interface Preparation {
  /** How many keywords stand in `keywords.txt`. */
  keywords: number;
  /** Settings beside the wide limits. */
  config?: Record<string, unknown>;
  /** Where to work, when not in a new temporary folder; it has to be empty. */
  folder?: string;
}

/** A workplace with keywords in a file, limits that bind nobody, and files whose dates are always the same. */
export async function prepareWorkplace(
  server: LoopbackServer | undefined,
  { keywords, config = {}, folder }: Preparation,
): Promise<Workplace> {
  const place =
    server === undefined
      ? await Workplace.open(SAME_DATE, folder)
      : await Workplace.openWith(server, SAME_DATE, folder);
  await place.write('keywords.txt', `${keywordList(keywords).join('\n')}\n`);
  await place.write(
    'seo-content.config.json',
    JSON.stringify({ limits: WIDE_LIMITS, ...config }, undefined, 2),
  );
  return place;
}
