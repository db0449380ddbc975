const NAMES: Readonly<Record<string, string>> = {
  sections: 'section',
  faq: 'FAQ answer',
  values: 'values of part',
};

/** A part in words: `section 3` for `sections.2`, `closing` for `closing`. */
export function partName(part: string): string {
  const names = part.split(' ').map((name) => {
    const [, kind, number] = /^(sections|faq|values)\.(\d+)$/u.exec(name) ?? [];
    if (kind === undefined) return name;
    return `${NAMES[kind] ?? kind} ${Number(number) + 1}`;
  });
  return names.join(', ');
}
