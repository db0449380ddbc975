import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { cutText } from '../core/cut-text.ts';
import type { KeywordItem, KeywordProblem } from '../core/keyword.ts';
import { readDocument } from '../documents/read-document.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource } from '../providers/search-provider.ts';
import { isWebPage, listGivenSources } from './list-given-sources.ts';

/** Of a source, in a message. */
const SHOWN_CHARACTERS = 200;

/** Reads a web page by its address. */
export interface PageReader {
  read(url: string, scope: CallScope): Promise<FoundSource>;
}

/** Looks whether the sources that rows name can be read, each once however many rows name it. */
export function createSourceCheck(options: {
  cwd: string;
  canReadUrls: boolean;
}): (item: KeywordItem) => Promise<KeywordProblem[]> {
  const known = new Map<string, KeywordProblem | undefined>();
  return async (item) => {
    const problems: KeywordProblem[] = [];
    for (const source of listGivenSources(item)) {
      if (!known.has(source)) known.set(source, await findProblem(source, options));
      const problem = known.get(source);
      if (problem !== undefined) problems.push(problem);
    }
    return problems;
  };
}

async function findProblem(
  source: string,
  { cwd, canReadUrls }: { cwd: string; canReadUrls: boolean },
): Promise<KeywordProblem | undefined> {
  const quoted = `"${cutText(source, SHOWN_CHARACTERS)}"`;
  if (isWebPage(source)) {
    if (canReadUrls) return undefined;
    return {
      message: `the source ${quoted} is a web page, and reading it needs TAVILY_API_KEY`,
      suggestions: ['Set TAVILY_API_KEY, or save the pages and name the files.'],
    };
  }
  const found = await stat(resolve(cwd, source)).catch(() => undefined);
  if (found?.isFile()) return undefined;
  const what = found === undefined ? 'was not found' : 'is not a file';
  return {
    message: `the source ${quoted} ${what}`,
    suggestions: [`Paths of sources count from ${cwd}.`],
  };
}

/** Reads one named source: a web page through the extractor, anything else as a file. */
export async function readGivenSource(
  source: string,
  options: { cwd: string; extractor: PageReader | undefined; today: () => Date },
  scope: CallScope,
): Promise<FoundSource> {
  if (isWebPage(source) && options.extractor !== undefined)
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
