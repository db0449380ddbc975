const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** The canonical form of a language tag; `und` (undetermined) for what is none. */
export function canonicalLanguage(tag: string): string {
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return 'und';
  }
}

/** In which direction a language is read, by the script it is usually written in. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(language).maximize().script;
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** The language with the region where most speak it, as Open Graph wants it: `pt_BR`; nothing where none is known. */
export function openGraphLocale(language: string): string | undefined {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region === undefined ? undefined : `${name}_${region}`;
}

/** A moment as a date for people, in UTC: `22 November 2026`. */
export function longDate(moment: string, language: string): string {
  return new Intl.DateTimeFormat(known(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(moment),
  );
}

/** A number as a language writes it. */
export function shownNumber(value: number, language: string): string {
  return new Intl.NumberFormat(known(language)).format(value);
}

function known(language: string): string {
  return language === 'und' ? 'en' : language;
}
