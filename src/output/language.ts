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
