import { findUnit, RATE_WORDS, isPeriod } from './lexicon/units.ts';
import { numberWords, type NumberWords } from './lexicon/number-words.ts';
import { parseNumber } from './parse-number.ts';
import type { Quantity } from './quantity.ts';
import { readBound } from './read-bound.ts';
import { readDate, yearOf } from './read-dates.ts';
import type { Token } from './read-tokens.ts';

/** A value that begins at a token. */
interface Value {
  values: readonly number[];
  to: number;
  unit?: string;
  isPart?: boolean;
  isWeak?: boolean;
}

const RANGE_WORDS = new Set(['to', 'and', 'or', 'bis', 'und', 'à', 'et', 'a', 'y']);
const CURRENCY = /^[€$£¥₹]$/u;

/** The numbers with their units, ranges, parts of a whole, ranks and dates of a text, in reading order. */
export function readQuantities(
  text: string,
  tokens: readonly Token[],
  language: string,
): Quantity[] {
  const words = numberWords(language);
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const quantity = readQuantity(tokens, at, words, language);
    if (quantity === undefined) {
      at++;
      continue;
    }
    const start = tokens[quantity.from]?.start ?? 0;
    const end = tokens[quantity.to - 1]?.end ?? start;
    found.push({ ...quantity, text: text.slice(start, end) });
    at = quantity.to;
  }
  return found;
}

function readQuantity(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
  language: string,
): Omit<Quantity, 'text'> | undefined {
  const token = tokens[at];
  if (token === undefined || (token.kind === 'sign' && !isSignBefore(tokens, at))) return undefined;
  const dated = readDate(tokens, at);
  if (dated !== undefined)
    return {
      kind: 'date',
      values: [],
      ...dated.date,
      ...readOrder(tokens, at),
      from: at,
      to: dated.to,
    };
  const first = readValue(tokens, at, words);
  if (first === undefined) return readWeak(tokens, at, language);
  const low = carryUnit(tokens, withUnit(tokens, first), words);
  const high = readRangeEnd(tokens, at, low, words);
  let unit = high?.unit ?? low.unit;
  let end = high?.to ?? low.to;
  // `half a litre`, `a quarter of an hour`
  if (low.isPart && unit === undefined) {
    const article = tokens[end]?.lower === 'of' ? end + 1 : end;
    const whole = /^an?$/u.test(tokens[article]?.lower ?? '')
      ? findUnit(tokens[article + 1]?.lower ?? '')
      : undefined;
    if (whole !== undefined) {
      unit = whole;
      end = article + 2;
    }
  }
  const year = high === undefined && unit === undefined ? yearOf(tokens[at]) : undefined;
  const isYears =
    high !== undefined &&
    unit === undefined &&
    yearOf(tokens[at]) !== undefined &&
    yearOf(tokens[high.to - 1]) !== undefined;
  if (isYears)
    return { kind: 'date', values: [], year: yearOf(tokens[at]) ?? 0, from: at, to: at + 1 };
  if (year !== undefined && first.to === at + 1 && isYear(tokens, at))
    return { kind: 'date', values: [], year, from: at, to: at + 1 };
  const rate = readRate(tokens, end);
  return {
    kind: unit === 'clock' ? 'clock' : 'number',
    values: low.values,
    ...(high === undefined ? {} : { upTo: high.values }),
    ...(unit === undefined ? {} : { unit }),
    ...(rate === undefined ? {} : { per: rate.per }),
    ...(low.isPart ? { isPart: true } : {}),
    ...(low.isWeak && unit === undefined ? { isWeak: true } : {}),
    ...readBound(tokens, at, rate?.to ?? end),
    from: at,
    to: rate?.to ?? end,
  };
}

/** `before 1 June` ends there, `after 1 June` begins there. */
function readOrder(tokens: readonly Token[], at: number): Pick<Quantity, 'bound'> {
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:before|vor|avant)$/u.test(before)) return { bound: -1 };
  return /^(?:after|nach|après)$/u.test(before) ? { bound: 1 } : {};
}

/** A minus or a currency sign with a number behind it. */
function isSignBefore(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const text = tokens[at]?.text ?? '';
  if (next?.kind !== 'number') return /^[½¼¾⅓⅔]$/u.test(text);
  if (CURRENCY.test(text)) return true;
  return (
    /^[-−–]$/u.test(text) &&
    next.isGlued &&
    tokens[at]?.isGlued === false &&
    tokens[at - 1]?.kind !== 'number'
  );
}

/** A number in digits or words, with what multiplies it. */
function readValue(tokens: readonly Token[], at: number, words: NumberWords): Value | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (CURRENCY.test(token.text)) {
    const value = readValue(tokens, at + 1, words);
    const unit = findUnit(token.text);
    return value === undefined || unit === undefined ? undefined : { ...value, unit };
  }
  if (/^[-−–]$/u.test(token.text) || /^(?:minus)$/u.test(token.lower)) {
    const value = tokens[at + 1]?.kind === 'number' ? readValue(tokens, at + 1, words) : undefined;
    return value === undefined
      ? undefined
      : { ...value, values: value.values.map((each) => -each) };
  }
  const fraction = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }[token.text];
  if (fraction !== undefined) return { values: [fraction], to: at + 1, isPart: true };
  if (token.kind === 'number') return readDigits(tokens, at, token, words);
  return token.kind === 'word' ? readWords(tokens, at, words) : undefined;
}

function readDigits(
  tokens: readonly Token[],
  at: number,
  token: Token,
  words: NumberWords,
): Value | undefined {
  // Part of a name: GPT-4, R290, COVID-19.
  const before = tokens[at - 1];
  if (token.isGlued && before?.kind === 'word') return undefined;
  if (
    token.isGlued &&
    before?.text === '-' &&
    before.isGlued &&
    /^\p{Lu}+$/u.test(tokens[at - 2]?.text ?? '')
  )
    return undefined;
  const clock = readClock(tokens, at, token);
  if (clock !== undefined) return clock;
  const values = parseNumber(token.text);
  if (values.length === 0) return undefined;
  const next = tokens[at + 1];
  if (next?.isGlued && /^(?:st|nd|rd|th)$/u.test(next.lower))
    return { values, to: at + 2, unit: 'ordinal' };
  if (next?.isGlued && next.lower === 'k') return { values: scaled(values, 1000), to: at + 2 };
  if (
    next?.isGlued &&
    /^(?:bn|mn|m)$/u.test(next.lower) &&
    (CURRENCY.test(before?.text ?? '') || next.lower !== 'm')
  )
    return { values: scaled(values, next.lower === 'bn' ? 1e9 : 1e6), to: at + 2 };
  if (next?.isGlued && /^[½¼¾]$/u.test(next.text)) {
    const part = { '½': 0.5, '¼': 0.25, '¾': 0.75 }[next.text] ?? 0;
    return { values: values.map((value) => value + part), to: at + 2 };
  }
  return readOdds(tokens, values[0] ?? 0, at + 1) ?? scaleBy(tokens, { values, to: at + 1 }, words);
}

/** `18:10`, `6:10 pm`, `6 a.m.`, `18 Uhr`: minutes after midnight. */
function readClock(tokens: readonly Token[], at: number, token: Token): Value | undefined {
  const [, hours, minutes] = /^(\d{1,2})(?:[:.](\d\d))?$/u.exec(token.text) ?? [];
  if (hours === undefined || Number(hours) > 24) return undefined;
  const next = tokens[at + 1];
  const half = /^([ap])\.?m$/u.exec(next?.lower ?? '')?.[1];
  const minute = Number(minutes ?? 0);
  if (half !== undefined && Number(hours) <= 12)
    return {
      values: [((Number(hours) % 12) + (half === 'p' ? 12 : 0)) * 60 + minute],
      to: at + 2,
      unit: 'clock',
    };
  if (next?.lower === "o'clock")
    return {
      values: [Number(hours) * 60, (Number(hours) + 12) * 60],
      to: at + 2,
      unit: 'clock',
    };
  if (next?.lower === 'uhr')
    return { values: [Number(hours) * 60 + minute], to: at + 2, unit: 'clock' };
  if (minutes === undefined || !token.text.includes(':')) return undefined;
  return { values: [Number(hours) * 60 + minute], to: at + 1, unit: 'clock' };
}

/** `2.5 million`. */
function scaleBy(tokens: readonly Token[], value: Value, words: NumberWords): Value {
  const word = tokens[value.to]?.lower ?? '';
  const scale = words.scales.get(word);
  if (scale === undefined) return value;
  const to =
    tokens[value.to + 1]?.text === '.' && /^(?:mio|mrd)$/u.test(word) ? value.to + 2 : value.to + 1;
  return { ...value, values: scaled(value.values, scale), to };
}

/** `one in five`, `3 out of 10`: a part of a whole. */
function readOdds(
  tokens: readonly Token[],
  count: number,
  to: number,
  words?: NumberWords,
): Value | undefined {
  let next = to;
  if (tokens[next]?.lower === 'out' && tokens[next + 1]?.lower === 'of') next += 2;
  else if (tokens[next]?.lower === 'in' && count <= 9 && Number.isInteger(count)) next += 1;
  else return undefined;
  const token = tokens[next];
  const whole =
    token?.kind === 'number'
      ? parseNumber(token.text)[0]
      : words?.cardinals.get(token?.lower ?? '');
  if (whole === undefined || whole <= count || whole > 1000) return undefined;
  return { values: [count / whole], to: next + 1, isPart: true };
}

/** `one owner in five`, but not `two deaths in five years`. */
function readOddsOfThing(
  tokens: readonly Token[],
  count: number,
  to: number,
  words: NumberWords,
): Value | undefined {
  if (count > 9 || tokens[to]?.kind !== 'word' || tokens[to + 1]?.lower !== 'in') return undefined;
  const token = tokens[to + 2];
  const whole =
    token?.kind === 'number' ? parseNumber(token.text)[0] : words.cardinals.get(token?.lower ?? '');
  if (
    whole === undefined ||
    whole <= count ||
    whole > 100 ||
    findUnit(tokens[to + 3]?.lower ?? '') !== undefined
  )
    return undefined;
  return { values: [count / whole], to: to + 3, isPart: true };
}

/** Cardinals, parts, ranks and multiples in words. */
function readWords(tokens: readonly Token[], at: number, words: NumberWords): Value | undefined {
  const lower = tokens[at]?.lower ?? '';
  if (
    /^(?:noon|midday|midnight)$/u.test(lower) &&
    !/^(?:the|every|each)$/u.test(tokens[at - 1]?.lower ?? '')
  )
    return { values: lower === 'midnight' ? [0, 1440] : [720], to: at + 1, unit: 'clock' };
  if (/^halv(?:e|es|ed|ing)$/u.test(lower))
    return { values: [0.5], to: at + 1, isPart: true, isWeak: true };
  const multiple = words.multiples.get(lower);
  if (multiple !== undefined)
    return { values: [multiple], to: at + 1, unit: 'times', isWeak: true };
  const part = readPart(tokens, at, 1, words);
  if (part !== undefined) return part;
  const ordinal = words.ordinals.get(lower);
  // `every eighth car`, but not `every second day`
  if (
    ordinal !== undefined &&
    /^(?:every|each)$/u.test(tokens[at - 1]?.lower ?? '') &&
    findUnit(tokens[at + 1]?.lower ?? '') === undefined
  )
    return { values: [1 / ordinal], to: at + 1, isPart: true };
  if (
    ordinal !== undefined &&
    /^(?:the|a|its|his|her|their|on|in|to|from|every|each)$/u.test(tokens[at - 1]?.lower ?? '')
  )
    return { values: [ordinal], to: at + 1, unit: 'ordinal', isWeak: true };
  const cardinal = readCardinal(tokens, at, words);
  if (cardinal === undefined) return undefined;
  const [value = 0] = cardinal.values;
  const next = tokens[cardinal.to]?.text === '-' ? cardinal.to + 1 : cardinal.to;
  const parts = readPart(tokens, next, value, words);
  if (parts !== undefined && value < 20) return parts;
  const odds =
    readOdds(tokens, value, cardinal.to, words) ??
    readOddsOfThing(tokens, value, cardinal.to, words);
  if (odds !== undefined) return odds;
  // two and a half
  if (
    tokens[cardinal.to]?.lower === 'and' &&
    tokens[cardinal.to + 1]?.lower === 'a' &&
    tokens[cardinal.to + 2]?.lower === 'half'
  )
    return { values: [value + 0.5], to: cardinal.to + 3 };
  return cardinal;
}

/** `half`, `a third`, `thirds` after a count. */
function readPart(
  tokens: readonly Token[],
  at: number,
  count: number,
  words: NumberWords,
): Value | undefined {
  const word = tokens[at]?.lower ?? '';
  const parts = words.parts.get(word);
  if (parts === undefined || count >= parts) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[at + 1]?.lower ?? '';
  const isHalf = /^(?:half|halves|hälfte|moitié|mitad)$/u.test(word);
  // `the third` is a rank, `a quarter` of the year a time.
  const isPart =
    isHalf ||
    count > 1 ||
    /^(?:a|one|by|of|ein|eine|einem|um|un|une|d)$/u.test(before) ||
    (after === 'of' && before !== 'the');
  if (
    !isPart ||
    (/^quarters?$/u.test(word) && /^(?:first|second|third|fourth|last|next|per)$/u.test(before))
  )
    return undefined;
  if (
    isHalf &&
    /^(?:upper|lower|first|second|other|top|bottom|last|better|northern|southern|eastern|western)$/u.test(
      before,
    )
  )
    return undefined;
  if (isHalf && (/^(?:marathon|term|day)s?$/u.test(after) || after === 'way')) return undefined;
  return { values: [count / parts], to: at + 1, isPart: true };
}

/** `twenty-five thousand three hundred`, `a dozen`. */
function readCardinal(tokens: readonly Token[], at: number, words: NumberWords): Value | undefined {
  let total = 0;
  let current = 0;
  let next = at;
  let isAny = false;
  const article = /^(?:a|an|ein|eine|une|un|una)$/u.test(tokens[at]?.lower ?? '');
  if (article && words.scales.has(tokens[at + 1]?.lower ?? '')) {
    current = 1;
    next = at + 1;
  }
  for (; next < at + 12; next++) {
    const word = tokens[next]?.lower ?? '';
    const cardinal = words.cardinals.get(word);
    const scale = words.scales.get(word);
    if (
      cardinal !== undefined &&
      (current % 10 === 0 || current === 0) &&
      (current === 0 || cardinal < (current % 100 === 0 ? 100 : 10))
    ) {
      current += cardinal;
      isAny = true;
    } else if (scale !== undefined && (isAny || current > 0) && !word.endsWith('hundreds')) {
      isAny = true;
      if (scale >= 1000) {
        total += current * scale;
        current = 0;
      } else current *= scale;
    } else if (
      isAny &&
      /^(?:-|and)$/u.test(word) &&
      words.cardinals.has(tokens[next + 1]?.lower ?? '') &&
      (word === '-'
        ? current >= 20 && current % 10 === 0
        : (total > 0 || current >= 100) && current % 100 === 0)
    ) {
      continue;
    } else break;
  }
  if (!isAny) return undefined;
  const isWeak = next === at + 1 && /^(?:one|zero)$/u.test(tokens[at]?.lower ?? '');
  return { values: [total + current], to: next, ...(isWeak ? { isWeak } : {}) };
}

/** The unit behind a value, up to four tokens long, over a hyphen: `10-year`, `square metres`, `° C`. */
function withUnit(tokens: readonly Token[], value: Value): Value {
  if (value.unit === 'ordinal' || value.unit === 'times' || value.unit === 'clock') return value;
  const start =
    tokens[value.to]?.text === '-' && tokens[value.to]?.isGlued ? value.to + 1 : value.to;
  for (let length = 4; length >= 1; length--) {
    const slice = tokens.slice(start, start + length);
    if (
      slice.length < length ||
      slice.some(({ kind }) => kind === 'number') ||
      slice.at(-1)?.text === '-'
    )
      continue;
    const spelling = slice
      .map(({ lower }) => lower)
      .filter((word) => word !== '-')
      .join(' ');
    // One letter is a unit only where it is written as one.
    if (length === 1 && /^[a-z]$/u.test(spelling) && !/^[mghlstWVAJK]$/u.test(slice[0]?.text ?? ''))
      continue;
    const unit = findUnit(spelling);
    if (unit === undefined || (unit === 'kelvin' && spelling === 'k')) continue;
    if (unit === 'degree' && /^(?:program|course|in)/u.test(tokens[start + length]?.lower ?? ''))
      continue;
    if (value.unit !== undefined && unit !== value.unit) return value;
    return { ...value, unit, to: start + length };
  }
  return value;
}

/** `from 3.9 to 3.1 grams`: the first number has the unit of the second. */
function carryUnit(tokens: readonly Token[], value: Value, words: NumberWords): Value {
  if (
    value.unit !== undefined ||
    value.isPart ||
    (tokens[value.to]?.text === ',' && yearOf(tokens[value.to - 1]) !== undefined) ||
    !/^(?:to|and|or|bis|und|à|et|y|,|-|–)$/u.test(tokens[value.to]?.lower ?? '')
  )
    return value;
  if (
    tokens[value.to + 1]?.kind === 'word' &&
    !words.cardinals.has(tokens[value.to + 1]?.lower ?? '')
  )
    return value;
  const next = readValue(tokens, value.to + 1, words);
  const { unit } = next === undefined || next.isPart ? value : withUnit(tokens, next);
  return unit === undefined || unit === 'ordinal' || unit === 'clock' ? value : { ...value, unit };
}

/** The upper end of a range: `15 to 20 years`, `15–20`, `between 15 and 20`. */
function readRangeEnd(
  tokens: readonly Token[],
  at: number,
  low: Value,
  words: NumberWords,
): Value | undefined {
  if (low.unit === 'ordinal' || low.isPart) return undefined;
  const mark = tokens[low.to];
  const isDash = mark !== undefined && /^[-–—−]$/u.test(mark.text);
  const isWord = mark !== undefined && RANGE_WORDS.has(mark.lower);
  if (!isDash && !isWord) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  if (
    mark !== undefined &&
    /^(?:and|und|et|y)$/u.test(mark.lower) &&
    !/^(?:between|zwischen|entre)$/u.test(before)
  )
    return undefined;
  if (mark?.lower === 'a' && before !== 'de') return undefined;
  // `rose from 15 to 20` tells two numbers.
  if (/^(?:to|bis|à)$/u.test(mark?.lower ?? '') && /^(?:from|von|de)$/u.test(before))
    return undefined;
  const high = readValue(tokens, low.to + 1, words);
  if (high === undefined || high.isPart || (high.values[0] ?? 0) <= (low.values[0] ?? 0))
    return undefined;
  const end = withUnit(tokens, high);
  if (low.unit !== undefined && end.unit !== undefined && low.unit !== end.unit) return undefined;
  return end;
}

/** `per year`, `a day`, `/month`, `every week`. */
function readRate(tokens: readonly Token[], at: number): { per: string; to: number } | undefined {
  const word = tokens[at]?.lower ?? '';
  const single = RATE_WORDS.get(word);
  if (single !== undefined) return { per: single, to: at + 1 };
  if (!/^(?:per|a|an|each|every|\/|pro|im|par|por|al|in)$/u.test(word)) return undefined;
  const next =
    /^(?:a|an|one)$/u.test(tokens[at + 1]?.lower ?? '') && word === 'in' ? at + 2 : at + 1;
  if (word === 'in' && next === at + 1) return undefined;
  const unit = findUnit(tokens[next]?.lower ?? '');
  if (unit === undefined || tokens[next]?.lower.length === 1) return undefined;
  return { per: unit, to: next + 1 };
}

/** `an hour`, `a year`, `each month`: one of a unit, found but not looked for; and rates without a number. */
function readWeak(
  tokens: readonly Token[],
  at: number,
  language: string,
): Omit<Quantity, 'text'> | undefined {
  const word = tokens[at]?.lower ?? '';
  const single = RATE_WORDS.get(word);
  if (single !== undefined)
    return { kind: 'number', values: [], per: single, isWeak: true, from: at, to: at + 1 };
  if (!/^(?:a|an|each|every|per|single|eine|einen|einem|pro)$/u.test(word)) return undefined;
  const unit = findUnit(tokens[at + 1]?.lower ?? '');
  // an hour and a half
  if (
    unit !== undefined &&
    /^an?$/u.test(word) &&
    /^and a half$/u.test(
      tokens
        .slice(at + 2, at + 5)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    return {
      kind: 'number',
      values: [1.5],
      unit,
      ...readBound(tokens, at, at + 5),
      from: at,
      to: at + 5,
    };
  // `a quarter` is a part before it is a time.
  if (unit === 'quarter' && /^an?$/u.test(word)) return undefined;
  if (!isPeriod(unit) || unit === undefined || tokens[at + 1]?.lower.length === 1) return undefined;
  if (language === 'en' && unit === 'second') return undefined;
  if (/^(?:each|every|per|pro)$/u.test(word))
    return { kind: 'number', values: [], per: unit, isWeak: true, from: at, to: at + 2 };
  // `twice a year` is a rate, `a year` after else is a length of time.
  const isRate = /^(?:once|twice|times|often|mal)$/u.test(tokens[at - 1]?.lower ?? '');
  return {
    kind: 'number',
    values: isRate ? [] : [1],
    unit,
    per: unit,
    isWeak: true,
    from: at,
    to: at + 2,
  };
}

/** A year where a preposition, a month or a bracket says so, or no counted thing follows. */
function isYear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  const next = tokens[at + 1];
  if (
    /^(?:in|since|by|from|until|till|before|after|of|during|for|to|and|through|until|\(|early|late|mid|seit|im|ab|depuis|en|desde|to|between|-|–)$/u.test(
      before,
    )
  )
    return true;
  return (
    next === undefined ||
    next.kind !== 'word' ||
    !/^\p{Ll}/u.test(next.text) ||
    /^(?:and|or|to|when|with|by|at|for|in|but|as|was|is|had|has|were|the|after|because|on|it|edition|version|model|season|report|study|survey|edition|race|festival)$/u.test(
      next.lower,
    )
  );
}

function scaled(values: readonly number[], scale: number): number[] {
  return values.map((value) => Math.round(value * scale * 1e6) / 1e6);
}
