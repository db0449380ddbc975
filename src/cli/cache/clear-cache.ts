import { AppError } from '../../core/errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { CacheClearing, CacheFilter } from '../../ledger/records.ts';
import { parseAge } from './parse-age.ts';

export interface ClearFlags {
  'older-than'?: string | undefined;
  keyword?: string | undefined;
  'dry-run': boolean;
  all: boolean;
}

/**
 * Which kept things the flags of `cache clear` mean; all of them without flags.
 * @throws AppError `USAGE` for an age or a keyword that says nothing.
 */
export function readClearFilter(flags: ClearFlags, now: Date): CacheFilter {
  const { 'older-than': age, keyword } = flags;
  // Taken for "no filter", an empty variable of a script would forget everything.
  if (keyword?.trim() === '') {
    throw new AppError('USAGE', '--keyword is empty.', {
      suggestions: ['Name a word of the keyword, or leave --keyword out to forget everything.'],
    });
  }
  return {
    ...(age === undefined ? {} : { before: parseAge(age, now) }),
    ...(keyword === undefined ? {} : { text: keyword }),
  };
}

/** What `cache clear` did, or would do: the one document of its `--json`. */
export interface ClearReport extends CacheClearing {
  dryRun: boolean;
}

/** Forgets what the filter means; with `--dry-run` only counts it. */
export async function clearCache(
  ledger: Pick<Ledger, 'clearCache'>,
  filter: CacheFilter,
  { 'dry-run': dryRun, all }: ClearFlags,
): Promise<ClearReport> {
  return { ...(await ledger.clearCache({ ...filter, dryRun, all })), dryRun };
}
