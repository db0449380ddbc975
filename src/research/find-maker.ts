import { registrableHost } from './registrable-host.ts';

/** A page of a pool, as far as it tells who makes what. */
export interface TellingPage {
  url?: string;
  text: string;
}

const SHORTEST_NAME = 4;
/** So often others have to write the word, and so much of that with a capital, for it to be a name. */
const ENOUGH = 3;
const MOSTLY = 0.9;
const LOOKED_AT = 20_000;

/**
 * The owner of a host that is named like a word of the keyword (`dyson.com` for `dyson v15 battery`), where the pages of
 * others write that word as a name: else `compost.org` would make compost. Undefined where there is none, and in German,
 * which writes all nouns like names.
 */
export function findMaker(
  pages: readonly TellingPage[],
  keyword: string,
  language: string,
): string | undefined {
  if (/^de\b/iu.test(language)) return undefined;
  const words = new Set(keyword.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const owners = new Set(pages.flatMap(({ url }) => ownerOf(url) ?? []));
  return [...owners].find((owner) => {
    const [name = ''] = owner.split('.');
    return (
      name.length >= SHORTEST_NAME &&
      words.has(name) &&
      isName(
        name,
        pages.filter(({ url }) => ownerOf(url) !== owner),
      )
    );
  });
}

function ownerOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : registrableHost(url);
}

/** True for a word that stands with a capital in the middle of sentences too. */
function isName(word: string, pages: readonly TellingPage[]): boolean {
  const inside = new RegExp(`(?<=[\\p{Ll}\\p{N},] )${word}(?![\\p{L}\\p{N}])`, 'giu');
  let all = 0;
  let capital = 0;
  for (const { text } of pages) {
    for (const [found] of text.slice(0, LOOKED_AT).matchAll(inside)) {
      all++;
      if (/^\p{Lu}/u.test(found)) capital++;
    }
  }
  return all >= ENOUGH && capital >= MOSTLY * all;
}
