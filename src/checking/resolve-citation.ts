import type { Dossier, Source } from '../core/dossier.ts';
import { foldText } from '../core/fold-text.ts';
import { doiAddress } from '../core/references/reference-facts.ts';
import type { Page, PageNote } from './page.ts';
import { normalText } from './text/normal-text.ts';

/** Gives the source of a dossier that a mark of a sentence leads to; undefined for one that leads to none. */
export type ResolveCitation = (mark: string) => Source | undefined;

/**
 * Follows the marks of a page to the sources of its dossier: a mark to its note (a footnote, an entry of the list of
 * sources) or to an address, and from there by address, path and title. A footnote without a text is counted off in the
 * front matter's list of sources.
 */
export function citationResolver(page: Page, dossier: Dossier): ResolveCitation {
  const byUrl = new Map<string, Source>();
  for (const source of dossier.sources) {
    for (const address of addressesOf(source)) byUrl.set(addressKey(address), source);
  }
  const known = new Map<string, Source | undefined>();
  const resolve = (mark: string): Source | undefined => {
    const note = page.notes.get(mark);
    if (note !== undefined) return sourceOfNote(note, byUrl, dossier);
    if (/^https?:/iu.test(mark)) return byUrl.get(addressKey(mark));
    const listed = /^\d{1,4}$/u.test(mark) ? page.sources[Number(mark) - 1] : undefined;
    if (listed === undefined) return undefined;
    const { title, url, path } = listed;
    const text = [title, path].filter((part) => part !== undefined).join(', ');
    return sourceOfNote({ text, ...(url !== undefined && { url }) }, byUrl, dossier);
  };
  return (mark) => {
    if (!known.has(mark)) known.set(mark, resolve(mark));
    return known.get(mark);
  };
}

/** References to works lead to their DOI, or to where everybody may read them. The source's own address comes last and decides. */
function addressesOf({ url, work }: Source): string[] {
  const { doi, openAccessUrl } = work ?? {};
  return [openAccessUrl, doi === undefined ? undefined : doiAddress(doi), url].filter(
    (address) => address !== undefined,
  );
}

/**
 * An address decides alone; else the title that the note begins with, and the path in it where titles are alike. In the
 * styles of manuals the title stands behind the authors.
 */
function sourceOfNote(
  { text, url }: PageNote,
  byUrl: ReadonlyMap<string, Source>,
  { sources }: Dossier,
): Source | undefined {
  if (url !== undefined) return byUrl.get(addressKey(url));
  const note = normalText(text);
  const candidates = sources.filter((source) => {
    const title = normalText(source.title);
    return title !== '' && (note === title || note.startsWith(`${title} `));
  });
  const plain = foldText(text);
  const named = (list: readonly Source[]) =>
    list.find(({ path, url: address }) => {
      const place = foldText(path ?? address ?? '');
      return place !== '' && plain.includes(place);
    });
  const within = sources.filter((source) => {
    const title = normalText(source.title);
    return title !== '' && ` ${note} `.includes(` ${title} `);
  });
  return named(candidates) ?? longestTitle(candidates) ?? named(sources) ?? longestTitle(within);
}

/** `Tea` begins the note of `Tea guide` too. */
function longestTitle(sources: readonly Source[]): Source | undefined {
  return sources.toSorted((left, right) => right.title.length - left.title.length)[0];
}

/** An address without what points into a page (`#…`, text fragments), a closing slash and the case of the host. */
function addressKey(address: string): string {
  try {
    const url = new URL(address);
    url.hash = '';
    return decodeURI(url.href).replace(/\/$/u, '');
  } catch {
    return address.replace(/#.*$/su, '');
  }
}
