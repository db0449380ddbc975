import { stemWord } from '../text/stem-word.ts';
import { placeKey } from './lexicon/demonyms.ts';
import { ENGLISH_SYNONYMS } from './lexicon/english-synonyms.ts';
import { FOREIGN_SYNONYMS } from './lexicon/foreign-synonyms.ts';
import { plainForm } from './lexicon/irregular-forms.ts';
import { OPPOSITES } from './lexicon/opposites.ts';

/** By what a word is told to be the same as another, without its place in a text. */
export interface TermKeys {
  /** Words that share a key may stand for one another; the first is the closest, the stem. */
  keys: readonly string[];
  /** What a German compound may be made of: its beginnings and ends. */
  parts: readonly string[];
  /** The axes that the word lies on, each with its pole. */
  poles: ReadonlyMap<string, 1 | -1>;
  /** True for a word that denies by its first syllable: `unsafe` has the keys of `safe`. */
  isDenied: boolean;
  /** True for a word that the tables of the language know. */
  isKnown: boolean;
}

/** Words from outside: the memory of their keys is bounded. */
const MOST_WORDS = 20_000;
const known = new Map<string, TermKeys>();

const synonymGroups = new Map<string, string[]>();
for (const [index, line] of ENGLISH_SYNONYMS.trim().split('\n').entries()) {
  for (const word of line.split(' ')) {
    const stem = englishStem(word);
    const groups = synonymGroups.get(stem);
    if (groups === undefined) synonymGroups.set(stem, [`s${index}`]);
    else groups.push(`s${index}`);
  }
}

const foreignGroups = new Map(
  Object.entries(FOREIGN_SYNONYMS).map(([language, lines]) => {
    const groups = new Map<string, string[]>();
    for (const [index, line] of lines.trim().split('\n').entries())
      for (const key of new Set(line.split(' ').flatMap((word) => foreignKeys(word, language)))) {
        if (key.startsWith('p')) continue;
        groups.set(key, [...(groups.get(key) ?? []), `s${index}`]);
      }
    return [language, groups] as const;
  }),
);

const axes = new Map(
  Object.entries(OPPOSITES).map(([language, lines]) => {
    const words = new Map<string, Map<string, 1 | -1>>();
    for (const [index, line] of lines.trim().split('\n').entries()) {
      const [high = '', low = ''] = line.split(' | ');
      for (const [list, pole] of [
        [high, 1],
        [low, -1],
      ] as const) {
        for (const word of list.split(' ')) {
          const poles = words.get(word) ?? new Map<string, 1 | -1>();
          poles.set(`a${index}`, pole);
          words.set(word, poles);
        }
      }
    }
    return [language, words] as const;
  }),
);
const NO_POLES: ReadonlyMap<string, 1 | -1> = new Map();

/** The keys of a lower-case word; `language` is a base language (`de`). */
export function termKeys(word: string, language: string): TermKeys {
  const memory = `${language} ${word}`;
  const found = known.get(memory);
  if (found !== undefined) return found;
  const made = makeKeys(word, language);
  if (known.size >= MOST_WORDS) known.clear();
  known.set(memory, made);
  return made;
}

function makeKeys(word: string, language: string): TermKeys {
  const again = language === 'en' ? repeatedWord(word) : undefined;
  const poles = axes.get(language)?.get(word) ?? axes.get(language)?.get(again ?? '') ?? NO_POLES;
  if (language !== 'en') {
    const denied = language === 'de' && GERMAN_DENIED.test(word);
    const own = foreignKeys(denied ? word.slice(2) : word, language);
    const groups = own.flatMap((key) => foreignGroups.get(language)?.get(key) ?? []);
    return {
      keys: [...new Set([...own, ...groups])],
      parts: language === 'de' ? compoundParts(own[0] ?? '') : [],
      poles,
      isDenied: denied,
      isKnown: groups.length > 0 || poles.size > 0,
    };
  }
  const rest = deniedWord(word);
  const plain = rest ?? word;
  const stem = englishStem(plain);
  const place = placeKey(word);
  const groups = synonymGroups.get(stem) ?? [];
  const keys = [stem, ...rootKeys(plain), ...groups];
  if (place !== undefined) keys.push(place);
  if (again !== undefined) keys.push(englishStem(again));
  return {
    keys: [...new Set(keys)],
    parts: [],
    poles,
    isDenied: rest !== undefined,
    isKnown: groups.length > 0 || poles.size > 0,
  };
}

/** `opened` of `reopened`, where the rest is a word that the tables know. */
function repeatedWord(word: string): string | undefined {
  if (!word.startsWith('re') || word.length < 6) return undefined;
  const rest = word.slice(2).replace(/^-/u, '');
  return axes.get('en')?.has(rest) === true || synonymGroups.has(englishStem(rest))
    ? rest
    : undefined;
}

function englishStem(word: string): string {
  return stemWord(plainForm(word), 'en');
}

/** What a noun, verb and adjective of one root share: `produce`, `production`, `producer`. */
function rootKeys(word: string): string[] {
  const plain = word.replaceAll(/[^a-z]/gu, '');
  if (plain.length < 6)
    return plain.length >= 4 ? [`r${plain.replace(/(?:ing|ed|er|e|s)$/u, '')}`] : [];
  const root = plain.replace(
    /(?:isations?|izations?|ations?|itions?|utions?|ctions?|sions?|ions?|ments?|ances?|ences?|ancy|ency|ities|ity|ness|ables?|ibles?|ably|ibly|ically|ical|ics?|ally|als?|ives?|ously|ous|ful|less|ists?|isms?|ers?|ors?|ings?|ed|ely|ly|es?|s|y)$/u,
    '',
  );
  const keys = [`r${root.length >= 4 ? root : plain}`];
  const length = /^(?:inter|trans|under|over|multi|micro|count|super|electr|contr|photo)/u.test(
    plain,
  )
    ? 8
    : 6;
  if (plain.length >= length) keys.push(`p${plain.slice(0, length)}`);
  return keys;
}

/** Without the endings of inflexion, and the beginning of long words: most of a compound or a conjugation. */
function foreignKeys(word: string, language: string): string[] {
  const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const stem =
    plain.length > 4 ? plain.replace(/(?:ern|em|en|er|es|s|e|n|a|o|as|os)$/u, '') : plain;
  const keys = [stem];
  if (plain.length >= 7) keys.push(`p${plain.slice(0, Math.max(6, plain.length - 4))}`);
  if (language === 'de') {
    // `kostet`, `kosten`; `geöffnet`, `öffnete`
    const verb = plain.replace(/(?:etest|etet|eten|ete|test|tet|ten|te|et|est|st|t|en|e|n)$/u, '');
    const root = plain.startsWith('ge') && verb.length >= 6 ? verb.slice(2) : verb;
    if (root.length >= 4) keys.push(`v${root}`);
  }
  return keys;
}

/** Shorter parts of a compound are no words, or stand in too many. */
const LEAST_PART = 5;
const LEAST_REST = 3;
const LONGEST_COMPOUND = 40;

/** `monats` and `beitrag` of `monatsbeitrag`, among all other ways to cut it in two. */
function compoundParts(stem: string): string[] {
  if (stem.length < LEAST_PART + LEAST_REST || stem.length > LONGEST_COMPOUND) return [];
  const parts: string[] = [];
  for (let cut = LEAST_PART; cut <= stem.length - LEAST_REST; cut++)
    parts.push(stem.slice(0, cut), stem.slice(stem.length - cut));
  return parts;
}

/** `unbeschädigt`, but not `unter` or `Unfall`. */
const GERMAN_DENIED =
  /^un(?!ter|d|i|s|gef|fall|geheu|gl|ruh|ternehm|kraut|ikat|recht|mut|art).{5}/u;
const NOT_DENIED = /^un(?:der|til|it|iq|ion|iv|if|less|to|an|cl|cover|ci)/u;
const DENIED = new Map(
  `impossible=possible improbable=probable impractical=practical imperfect=perfect impermanent=permanent immature=mature
  inaccurate=accurate inactive=active inadequate=adequate inappropriate=appropriate incapable=capable incomplete=complete
  inconsistent=consistent incorrect=correct independent=dependent indirect=direct ineffective=effective
  inefficient=efficient inexpensive=expensive inflexible=flexible insecure=secure insignificant=significant
  insufficient=sufficient invalid=valid invisible=visible involuntary=voluntary illegal=legal illogical=logical
  irregular=regular irrelevant=relevant irresponsible=responsible irreversible=reversible disagree=agree
  disallow=allow disappear=appear disapprove=approve disconnect=connect disconnected=connected dislike=like
  dishonest=honest disable=enable disabled=enabled disadvantage=advantage disadvantages=advantages
  nonexistent=existent nontoxic=toxic nonstop=stop inedible=edible insoluble=soluble`
    .split(/\s+/u)
    .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
);

/** What `unsafe` denies: `safe`. */
function deniedWord(word: string): string | undefined {
  const listed = DENIED.get(word);
  if (listed !== undefined) return listed;
  if (word.startsWith('un') && word.length >= 6 && !NOT_DENIED.test(word)) return word.slice(2);
  return undefined;
}
