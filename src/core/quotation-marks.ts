type Marks = readonly [open: string, close: string];

const ENGLISH: Marks = ['“', '”'];

const MARKS: Readonly<Record<string, Marks>> = {
  de: ['„', '“'],
  fr: ['«\u00A0', '\u00A0»'],
  es: ['«', '»'],
  it: ['«', '»'],
  pl: ['„', '”'],
  ja: ['「', '」'],
  ar: ['«', '»'],
};

/** What stands around quoted words in a language; those of English for languages that are not known. */
export function quotationMarks(language: string): Marks {
  const base = language.split('-', 1)[0]?.toLowerCase() ?? '';
  return (Object.hasOwn(MARKS, base) ? MARKS[base] : undefined) ?? ENGLISH;
}
