const segmenters = new Map<string, Intl.Segmenter>();

/** The segmenter of a language, made once; an unknown or malformed tag gets English rules. */
export function segmenter(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(supported(language), { granularity });
  segmenters.set(key, made);
  return made;
}

function supported(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
