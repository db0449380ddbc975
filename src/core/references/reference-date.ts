/** A date as far as it is known. */
export interface ReferenceDate {
  year: number;
  /** From 1. */
  month?: number;
  day?: number;
}

/** The MLA handbook cuts months that are longer than four letters. */
const MLA_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** The date that an ISO 8601 text begins with; undefined for what is none. */
export function readDate(text = ''): ReferenceDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/u.exec(text) ?? [];
  if (year === undefined || Number(year) === 0) return undefined;
  const known = (value: string | undefined, most: number) =>
    value !== undefined && Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined;
  const inYear = known(month, 12);
  const inMonth = inYear === undefined ? undefined : known(day, 31);
  return {
    year: Number(year),
    ...(inYear !== undefined && { month: inYear }),
    ...(inMonth !== undefined && { day: inMonth }),
  };
}

/** `June 1, 2024`, or as the language writes it: `1. Juni 2024`. */
export function longDate(date: ReferenceDate, language: string): string {
  const { year, month, day } = date;
  if (month === undefined) return String(year);
  return format(date, language, {
    year: 'numeric',
    month: 'long',
    ...(day !== undefined && { day: 'numeric' }),
  });
}

/** `2024, June 1`: the order of the author-date style. */
export function yearFirst(date: ReferenceDate, language: string): string {
  const { year, month, day } = date;
  if (month === undefined) return String(year);
  const inYear = format(date, language, {
    month: 'long',
    ...(day !== undefined && { day: 'numeric' }),
  });
  return `${year}, ${inYear}`;
}

/** `1 June 2024` with short months in English; elsewhere as the language writes it. */
export function dayFirst(date: ReferenceDate, language: string): string {
  const { year, month, day } = date;
  if (month === undefined || !/^en\b/iu.test(intlLanguage(language)))
    return longDate(date, language);
  return [day, MLA_MONTHS[month - 1], year].filter((part) => part !== undefined).join(' ');
}

function format(
  { year, month = 1, day = 1 }: ReferenceDate,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return new Intl.DateTimeFormat(intlLanguage(language), { ...options, timeZone: 'UTC' }).format(
    moment,
  );
}

/** English as in America, where the manuals come from, unless a region is said; English for what is unknown too. */
function intlLanguage(language: string): string {
  try {
    const [known = 'en-US'] = Intl.DateTimeFormat.supportedLocalesOf(language);
    return /^en$/iu.test(known) ? 'en-US' : known;
  } catch {
    return 'en-US';
  }
}
