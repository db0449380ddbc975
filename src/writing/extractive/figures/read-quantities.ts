import { UNSPACED_SCRIPTS } from '../../../core/text/tokenize-words.ts';
import { unitOf, type Unit } from './units.ts';

/** A figure with its unit as it stands in a sentence. */
export interface Quantity {
  /** With its unit and what hedges it: `about 15 to 18 years`. */
  text: string;
  /** Where `text` stands, in UTF-16 code units of the sentence. */
  start: number;
  end: number;
  /** The figures alone, in base units of the dimension; equal where there is no range. */
  low: number;
  high: number;
  dimension: string;
  /** What it counts by, in lower case: `year` of `€150 a year`; empty without. */
  per: string;
  /** `at least` and `at most` are other statements than a plain figure. */
  bound: 'least' | 'most' | 'none';
  /** Part of a word that it describes: `200-litre`. */
  compound: boolean;
}

const LONGEST_SENTENCE = 600;
const WORD_NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
  }),
);
const DIGITS = String.raw`\d{1,3}(?:[,.’ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?`;
const NUMBER = String.raw`(?:[−-]?(?:${DIGITS})|(?:${[...WORD_NUMBERS.keys()].join('|')})(?![\p{L}-]))`;
const HEDGE = String.raw`(?:(?:about|around|roughly|approximately|some|nearly|almost|up to|at least|at most|no more than|more than|less than|fewer than|over|under|above|below|exceeds?|etwa|rund|ungefähr|circa|ca\.|mindestens|höchstens|maximal|bis zu|mehr als|weniger als|über|unter|environ|près de|au moins|au plus|jusqu['’]à|plus de|moins de|unos|unas|alrededor de|aproximadamente|al menos|como máximo|hasta|más de|menos de)\s)`;
const BETWEEN = String.raw`(?:between|zwischen|entre|tra|tussen|między)\s`;
const SYMBOL = '[€$£¥]';
const QUANTITY = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,:-])(?<hedge>${HEDGE}{0,2})(?<between>${BETWEEN})?(?<symbol>${SYMBOL}\s?)?(?<low>${NUMBER})` +
    String.raw`(?<ratio>:\d+)?(?:(?<join>\s(?:to|and|or|bis|und|oder|à|et|ou|a|y|o)\s|\s?[–-]\s?)(?:${SYMBOL}\s?)?(?<high>${NUMBER})(?::\d+)?)?` +
    String.raw`(?<unit>\s?(?:%|°[CF]?|٪|${SYMBOL})|[\s-](?:\p{L}[\p{L}²³]*[\s-]?){1,3}|[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{1,3}|(?:k?W|k?Wh|k?m|kg|dB|cm|mm|l)(?![\p{L}]))?`,
  'giu',
);
const PER =
  /^(?:\s?\/\s?|\s(?:per|an?|each|every|pro|je|par|por|al|a la)\s)(?<unit>(?:square|cubic)?[\s-]?\p{L}+)/iu;
const LEAST =
  /^(?:at least|more than|over|above|exceed|mindestens|mehr als|über|au moins|plus de|al menos|más de)/iu;
const MOST =
  /^(?:up to|at most|no more than|less than|fewer than|under|below|unter|höchstens|maximal|bis zu|weniger als|au plus|jusqu|moins de|como máximo|hasta|menos de)/iu;
/** The bound may also follow: `10 millimetres or less`. */
const BOUND_BEHIND =
  /^\s(?:(?<least>or (?:more|longer|older|larger|higher)|oder mehr|ou plus|o más)|(?<most>or (?:less|fewer|shorter|below|smaller)|oder weniger|ou moins|o menos))\b/iu;
/** `a seasonal COP of about 3.2`: a figure without a unit, named by an abbreviation before it. */
const NAMED_BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}{2,6})\s(?:of|von|de)\s$/u;

/** The figures of a sentence that have a unit or a name, in reading order; none of a text too long for a sentence. */
export function readQuantities(text: string): Quantity[] {
  if (text.length > LONGEST_SENTENCE) return [];
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const quantity = readMatch(text, match);
    if (quantity !== undefined) found.push(quantity);
  }
  return found;
}

function readMatch(text: string, match: RegExpMatchArray): Quantity | undefined {
  const {
    hedge = '',
    between = '',
    symbol = '',
    low = '',
    join,
    high,
    ratio,
    unit = '',
  } = match.groups ?? {};
  const start = match.index ?? 0;
  // `both 5 and 7 days` are two figures, `between 5 and 7 days` is one.
  if (join !== undefined && /^\s(?:and|und|et|y)\s$/iu.test(join) && between === '')
    return undefined;
  // `between 3 months and a year` has its other end in words.
  if (between !== '' && join === undefined) return undefined;
  const named = NAMED_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[1];
  const head = match[0].length - unit.length;
  const suffix = longestUnit(unit);
  const found =
    ratio === undefined ? (symbol === '' ? suffix?.unit : unitOf(symbol.trim())) : undefined;
  const dimension = ratio === undefined ? (found?.dimension ?? named?.toLowerCase()) : 'ratio';
  if (dimension === undefined) return undefined;
  const length = head + (symbol === '' && ratio === undefined ? (suffix?.length ?? 0) : 0);
  const factor = found?.factor ?? 1;
  const from = numberOf(low);
  const to = high === undefined ? from : numberOf(high);
  if (from === undefined || to === undefined) return undefined;
  const end = start + length;
  const per = PER.exec(text.slice(end, end + 40));
  const counted = per?.groups?.['unit']?.trim().toLowerCase() ?? '';
  const whole = end + (per?.[0].length ?? 0);
  const behind = BOUND_BEHIND.exec(text.slice(whole, whole + 16));
  return {
    text: text.slice(start, whole + (behind?.[0].length ?? 0)),
    start,
    end: whole + (behind?.[0].length ?? 0),
    low: Math.min(from, to) * factor,
    high: Math.max(from, to) * factor,
    dimension,
    per: counted,
    compound: /-/u.test(text.slice(start + head, start + head + 1)),
    bound:
      LEAST.test(hedge) || behind?.groups?.['least'] !== undefined
        ? 'least'
        : MOST.test(hedge) || behind?.groups?.['most'] !== undefined
          ? 'most'
          : 'none',
  };
}

/** The longest unit that the words behind a number begin with, and how much of them it takes. */
function longestUnit(words: string): { unit: Unit; length: number } | undefined {
  if (UNSPACED_SCRIPTS.test(words)) {
    for (let length = words.length; length > 0; length -= 1) {
      const unit = unitOf(words.slice(0, length));
      if (unit !== undefined) return { unit, length };
    }
    return undefined;
  }
  const parts = [...words.matchAll(/[^\s-]+/gu)];
  for (let count = parts.length; count > 0; count -= 1) {
    const last = parts[count - 1];
    if (last === undefined) continue;
    const length = last.index + last[0].length;
    const unit = unitOf(words.slice(0, length).replace(/^[\s-]/u, ''));
    if (unit !== undefined) return { unit, length };
  }
  return undefined;
}

function numberOf(text: string): number | undefined {
  const word = WORD_NUMBERS.get(text.toLowerCase());
  if (word !== undefined) return word;
  const plain = text
    .replace('−', '-')
    .replace(/[’ \u00a0\u202f]/gu, '')
    .replace(/[.,](?=\d{3}(?!\d))/gu, '')
    .replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
