import type { KeywordCheck, KeywordItem } from '../core/keyword.ts';
import { sourceProblem } from './check-cells.ts';
import { quoteValue } from './quote-value.ts';

/** Where a problem is, before it. */
const PLACE = '--source';

export interface CommonSources {
  sources: readonly string[];
  problems: readonly string[];
  suggestions: readonly string[];
}

/** Looks at the sources that every keyword gets: by their form, and as those of a row. */
export async function checkCommonSources(
  given: readonly string[],
  check?: KeywordCheck,
): Promise<CommonSources> {
  const sources = [...new Set(given.map((source) => source.trim()))];
  const problems: string[] = [];
  const usable = sources.filter((source) => {
    const problem = source === '' ? 'is empty' : sourceProblem(source);
    if (problem !== undefined) problems.push(`the source ${quoteValue(source)} ${problem}`);
    return problem === undefined;
  });
  const found =
    usable.length === 0
      ? []
      : ((await check?.({ keyword: '', priority: 0, extra: {}, sources: usable })) ?? []);
  problems.push(...found.map(({ message }) => message));
  return {
    sources: usable,
    problems: problems.map((problem) => `${PLACE}: ${problem}`),
    suggestions: found.flatMap(({ suggestions }) => suggestions),
  };
}

/** A keyword with further sources behind its own. */
export function withSources(item: KeywordItem, sources: readonly string[]): KeywordItem {
  if (sources.length === 0) return item;
  return { ...item, sources: [...new Set([...(item.sources ?? []), ...sources])] };
}
