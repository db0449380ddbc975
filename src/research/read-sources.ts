import { foldText } from '../core/fold-text.ts';
import { isModelInstruction } from '../core/text/is-model-instruction.ts';
import { pageByline } from '../documents/page-byline.ts';
import { describePlace } from './describe-place.ts';
import type { MergedSource } from './merge-sources.ts';
import { referredHosts } from './referred-hosts.ts';
import { registrableHost } from './registrable-host.ts';

/** Pages that are read for each source that a dossier may have: enough to choose from, and no more work than that. */
const PAGES_PER_SOURCE = 1.25;

/** How much less a further page of a host promises. */
const SAME_HOST = 0.1;

export interface ReadOptions {
  maxSources: number;
  /** Makes plain text in blocks out of the Markdown of a web page. */
  plainText: (markdown: string) => Promise<string>;
}

/** Reads what was found, in two steps. */
export interface SourceReader {
  /** The most promising of what was found: all documents, and the best pages, those first. */
  choose: (found: readonly MergedSource[]) => MergedSource[];
  /** Reads web pages as plain text, each once however often it is asked for. */
  read: (chosen: readonly MergedSource[]) => Promise<MergedSource[]>;
}

/** Documents come as plain text already. Titles and names become clean lines. */
export function createSourceReader(options: ReadOptions): SourceReader {
  const known = new Map<string, Promise<string>>();
  const readPage = async ({ text: markdown, isPlainText }: MergedSource): Promise<string> => {
    if (isPlainText === true) return markdown;
    // A page that cannot be read is left out; there are others.
    const text = known.get(markdown) ?? options.plainText(markdown).catch(() => '');
    known.set(markdown, text);
    return text;
  };
  return {
    choose(found) {
      const documents = found.filter((source) => source.url === undefined);
      const pages = promising(found.filter((source) => source.url !== undefined));
      return [...documents, ...pages.slice(0, options.maxSources * PAGES_PER_SOURCE)];
    },
    read: (chosen) =>
      Promise.all(
        chosen.map(async (source) => {
          if (source.url === undefined) return cleanNames(source);
          const text = await readPage(source);
          const refersTo = referredHosts(source.text);
          // What the search tells of a page counts before what the page tells of itself.
          return cleanNames({ ...pageByline(text), ...source, text, refersTo });
        }),
      ),
  };
}

/** Best first; the further pages of one host come a little later than their scores say. */
function promising(pages: readonly MergedSource[]): MergedSource[] {
  const sorted = pages.toSorted(
    (left, right) => right.score - left.score || right.hits - left.hits,
  );
  const counts = new Map<string, number>();
  const promises = new Map<MergedSource, number>();
  for (const page of sorted) {
    const host = page.work?.id ?? registrableHost(page.url ?? '') ?? '';
    const earlier = counts.get(host) ?? 0;
    counts.set(host, earlier + 1);
    promises.set(page, page.score - SAME_HOST * earlier);
  }
  return sorted.toSorted((left, right) => (promises.get(right) ?? 0) - (promises.get(left) ?? 0));
}

/** Titles and names go to prompts, files and terminals: one line, without what hides in it, and no instructions. */
function cleanNames(source: MergedSource): MergedSource {
  const title = foldText(source.title);
  const { author, ...rest } = source;
  const name = author === undefined ? '' : foldText(author);
  return {
    ...rest,
    title: title === '' || isModelInstruction(title) ? describePlace(source) : title,
    ...(name === '' || isModelInstruction(name) ? {} : { author: name }),
  };
}
