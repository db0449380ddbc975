import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { PlannedItem } from '../core/keyword.ts';
import { readDocument } from '../documents/read-document.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource } from '../providers/search-provider.ts';

/** Reads a web page by its address. */
export interface PageReader {
  read(url: string, scope: CallScope): Promise<FoundSource>;
}

/** The sources that a row names for itself, without repeats. */
export function givenSources(item: PlannedItem): string[] {
  return [...new Set(item.sources)];
}

/**
 * Looks whether all named sources can be read, before anything is spent.
 * @throws AppError `INPUT_INVALID` with every source that cannot.
 */
export async function checkGivenSources(
  items: readonly PlannedItem[],
  options: { cwd: string; canReadUrls: boolean },
): Promise<void> {
  const problems: string[] = [];
  let needsKey = false;
  for (const item of items) {
    for (const source of givenSources(item)) {
      if (isUrl(source)) {
        if (options.canReadUrls) continue;
        needsKey = true;
        problems.push(
          `"${item.keyword}": the source ${source} is a web page, and reading it needs TAVILY_API_KEY`,
        );
      } else {
        const found = await stat(resolve(options.cwd, source)).catch(() => undefined);
        if (!found?.isFile()) problems.push(`"${item.keyword}": there is no file ${source}`);
      }
    }
  }
  if (problems.length === 0) return;
  throw new AppError(
    'INPUT_INVALID',
    `Sources that cannot be read:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    {
      suggestions: [
        ...(needsKey ? ['Set TAVILY_API_KEY, or save the pages and name the files.'] : []),
        `Paths count from ${options.cwd}.`,
      ],
    },
  );
}

/** Reads one named source: a web page through the extractor, anything else as a file. */
export async function readGivenSource(
  source: string,
  options: { cwd: string; extractor: PageReader | undefined; today: () => Date },
  scope: CallScope,
): Promise<FoundSource> {
  if (isUrl(source) && options.extractor !== undefined)
    return options.extractor.read(source, scope);
  const { title, author, publishedAt, text } = await readDocument(resolve(options.cwd, source), {
    signal: scope.signal,
  });
  return {
    title: title || basename(source),
    path: source,
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    retrievedAt: options.today().toISOString(),
    text,
    score: 1,
  };
}

function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source);
}
