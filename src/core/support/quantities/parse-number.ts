/**
 * The values that a written number may have. A single separator before three digits may part thousands or decimals
 * (`1,200`, `1.200`): then both values come back, in English the one that English would mean first.
 */
export function parseNumber(text: string): number[] {
  const plain = text.replaceAll(/[ \u00a0\u2009\u202f'’]/gu, '');
  const separators = plain.match(/[.,]/gu) ?? [];
  if (separators.length === 0) return [Number(plain)];
  const last = separators.at(-1) ?? '';
  if (new Set(separators).size === 2) {
    const other = last === '.' ? ',' : '.';
    return [Number(plain.replaceAll(other, '').replace(last, '.'))];
  }
  const groups = plain.split(last);
  const isGrouped =
    groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? '').length <= 3;
  if (separators.length > 1) return isGrouped ? [Number(groups.join(''))] : [];
  const decimal = Number(plain.replace(last, '.'));
  if (!isGrouped || groups[0] === '0') return [decimal];
  const thousands = Number(groups.join(''));
  return last === ',' ? [thousands, decimal] : [decimal, thousands];
}
