import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { cutText } from '../core/cut-text.ts';
import { isPrivateHost } from '../core/is-private-host.ts';
import type { KeywordItem, KeywordProblem } from '../core/keyword.ts';
import { readDocument } from '../documents/read-document.ts';
import type { CallScope } from '../providers/call.ts';
import { scrubKeys } from '../providers/scrub-keys.ts';
import type { FoundSource } from '../providers/search-provider.ts';
import { isWebPage, listGivenSources } from './list-given-sources.ts';

/** Of a source, in a message. */
const SHOWN_CHARACTERS = 200;

/** Reads a web page by its address. */
export interface PageReader {
  read(url: string, scope: CallScope): Promise<FoundSource>;
}

export interface SourceCheckOptions {
  /** What paths count from. */
  cwd: string;
  /** Whether pages of private networks and of this machine may be read. */
  allowPrivate: boolean;
  /** Whether a service reads pages for us; it may be given a user name and password in the address. */
  hasService: boolean;
}

/** Looks whether the sources that are named can be read, as far as it shows without reading them; each once. */
export function createSourceCheck(
  options: SourceCheckOptions,
): (item: KeywordItem) => Promise<KeywordProblem[]> {
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
  { cwd, allowPrivate, hasService }: SourceCheckOptions,
): Promise<KeywordProblem | undefined> {
  const quoted = `"${cutText(scrubKeys(source), SHOWN_CHARACTERS)}"`;
  if (isWebPage(source)) {
    if (!allowPrivate && isPrivateHost(source)) {
      return {
        message: `the source ${quoted} is in a private network or on this machine`,
        suggestions: ['If such pages shall be read, allow it with --allow-private.'],
      };
    }
    if (hasService || !/^[^/]*\/\/[^/?#]*@/.test(source)) return undefined;
    return {
      message: `the source ${quoted} has a user name or password in its address`,
      suggestions: ['Take them out; save a page behind a login, and name the file.'],
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

/** Reads one named source: a web page by its address, anything else as a file. */
export async function readGivenSource(
  source: string,
  options: { cwd: string; pages: PageReader; today: () => Date },
  scope: CallScope,
): Promise<FoundSource> {
  if (isWebPage(source)) return options.pages.read(source, scope);
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
