import { foldText } from '../fold-text.ts';
import { isGroupName } from './group-name.ts';

/** A name as references sort it. */
export type PersonName =
  | {
      kind: 'person';
      /** Empty for a name of one word. */
      given: string;
      /** `van der`, in lower case as its bearer writes it; it stands before the family name and belongs to it. */
      particle?: string;
      family: string;
      /** `Jr.`, `III`. */
      suffix?: string;
      /** As it is written whole where the family name comes first: `山田 太郎`. */
      whole?: string;
    }
  /** An organisation: never turned round, never shortened. */
  | { kind: 'group'; name: string };

/** What may stand between given and family name. In capitals it is a part of the family name: `Robert De Niro`. */
const PARTICLES = new Set(
  `af al av bin bint da das de degli dei del della den der des di do dos du e el ibn la las le lo los op 't ten ter van
  vande vanden vander vom von und y zu zum zur`.split(/\s+/u),
);

const SUFFIXES = /^(?:jr|sr|jnr|snr|ii|iii|iv)\.?$/iu;
/** Portuguese ones are a part of the family name. */
const FAMILY_SUFFIXES = /^(?:filho|neto|júnior|sobrinho|netto)$/iu;

const TITLES = /^(?:(?:dr|prof|professor|sir|dame|mr|mrs|ms)\.?\s+)+(?=\S+\s+\S)/iu;
const DEGREES =
  /^(?:ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?b\.?a|m\.?p\.?h|d\.?d\.?s|r\.?n|d\.?o|j\.?d|esq|cpa|pe|dr\.?\w*)\.?$/iu;

const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}々ー\s]+$/u;
/** Family names of two signs; all others that Chinese and Koreans bear have one. */
const LONG_FAMILIES =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|夏侯|端木|남궁|황보|제갈|선우|독고|사공|서문)/u;

/**
 * Parts a whole name: `Jane Q. van der Berg`, `Berg, Jane`, `King, Martin Luther, Jr.`, `山田太郎`. Of several family names
 * without `y` or hyphen only the last is known as one.
 */
export function parseName(name: string): PersonName {
  const text = foldText(name).replace(TITLES, '');
  if (EAST_ASIAN.test(text)) return eastAsianName(text);
  if (isGroupName(text)) return { kind: 'group', name: text };
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !DEGREES.test(part));
  const suffix = parts.slice(1).find((part) => SUFFIXES.test(part));
  const [first = text, second] = parts.filter((part) => part !== suffix);
  const { words, suffix: inline } = cutSuffix(first);
  const end = suffix ?? inline;
  const names = second === undefined ? inOrder(words) : turned(words, second);
  return { kind: 'person', ...names, ...(end !== undefined && { suffix: setSuffix(end) }) };
}

/** `Given family`, as a person signs. */
function inOrder(words: readonly string[]): Pick<Person, 'given' | 'particle' | 'family'> {
  const start = familyStart(words);
  const { particle, family } = cutParticle(words.slice(start));
  return { given: words.slice(0, start).join(' '), ...particle, family };
}

type Person = Extract<PersonName, { kind: 'person' }>;

/** `Family, Given`. A particle may have stayed with the given name: `Gogh, Vincent van`. */
function turned(
  words: readonly string[],
  given: string,
): Pick<Person, 'given' | 'particle' | 'family'> {
  const { particle, family } = cutParticle(words);
  const [, first = given, behind] = /^(.*?\S)\s+((?:\p{Ll}\S*\s*)+)$/u.exec(given) ?? [];
  if (behind === undefined || !behind.split(' ').every(isParticle))
    return { given, ...particle, family };
  return {
    given: first,
    particle: behind,
    family: [particle.particle, family].filter(Boolean).join(' '),
  };
}

function familyStart(words: readonly string[]): number {
  const last = words.length - 1;
  const y = words.findIndex((word, index) => index > 1 && index < last && /^[yi]$/u.test(word));
  if (y > 0) return y - 1;
  const particle = words.findIndex(
    (word, index) => index < last && isParticle(word) && isPlaced(word, index),
  );
  if (particle >= 0) return particle;
  return last > 1 && FAMILY_SUFFIXES.test(words[last] ?? '') ? last - 1 : Math.max(last, 0);
}

/** A name may begin with a particle in lower case only: `Di Wu` is a given name. */
function isPlaced(word: string, index: number): boolean {
  return index > 0 || word === word.toLowerCase();
}

/** A single capital is an initial. */
function isParticle(word: string): boolean {
  return PARTICLES.has(word.length > 1 ? word.toLowerCase() : word);
}

function cutParticle(words: readonly string[]): {
  particle: { particle?: string };
  family: string;
} {
  let count = 0;
  while (count < words.length - 1 && isLowerParticle(words[count] ?? '')) count += 1;
  return {
    particle: count === 0 ? {} : { particle: words.slice(0, count).join(' ') },
    family: words.slice(count).join(' '),
  };
}

function isLowerParticle(word: string): boolean {
  return word === word.toLowerCase() && isParticle(word);
}

function cutSuffix(text: string): { words: string[]; suffix?: string } {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  return words.length > 2 && SUFFIXES.test(last)
    ? { words: words.slice(0, -1), suffix: last }
    : { words };
}

/** `jr` → `Jr.`, `iii` → `III`. */
function setSuffix(suffix: string): string {
  const word = suffix.replace(/\.$/u, '').toLowerCase();
  return word.startsWith('i')
    ? word.toUpperCase()
    : `${word.charAt(0).toUpperCase()}${word.slice(1)}.`;
}

/**
 * Written without a space, three signs are read as Chinese and four as Japanese. What is shown is the whole name, so that
 * a wrong guess is seen by programs alone.
 */
function eastAsianName(text: string): PersonName {
  const [before = '', ...behind] = text.split(' ');
  if (behind.length > 0) {
    return { kind: 'person', given: behind.join(' '), family: before, whole: text };
  }
  const signs = [...text];
  const isSplit = /^[\p{Script=Han}々]+$|^\p{Script=Hangul}+$/u.test(text) && signs.length <= 4;
  if (!isSplit || signs.length < 2) return { kind: 'person', given: '', family: text, whole: text };
  const length = signs.length === 4 || (signs.length > 2 && LONG_FAMILIES.test(text)) ? 2 : 1;
  return {
    kind: 'person',
    given: signs.slice(length).join(''),
    family: signs.slice(0, length).join(''),
    whole: text,
  };
}
