/** A part in words: `section 3` for `sections.2`, `closing` for `closing`. */
export function partName(part: string): string {
  const names = part.split(' ').map((name) => {
    const [, kind, number] = /^(sections|faq)\.(\d+)$/u.exec(name) ?? [];
    if (kind === undefined) return name;
    return `${kind === 'faq' ? 'FAQ answer' : 'section'} ${Number(number) + 1}`;
  });
  return names.join(', ');
}
