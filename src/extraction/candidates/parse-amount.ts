/**
 * A written number: groups of three or plain digits, and decimals. Digits and separators only. Behind groups parted by plain
 * spaces stand no decimals with a point: in `2 500.00 EUR` the two is a count of its own.
 */
export const NUMBER_TEXT = String.raw`(?:\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)(?:\.\d{1,6}(?!\d))?|\d{1,3}(?:[.,'’\u00a0\u202f]\d{3}){1,5}(?!\d)(?:[.,]\d{1,6}(?!\d))?|\d{1,3}(?: \d{3}){1,5}(?!\d|\.\d)(?:,\d{1,6}(?!\d))?|\d{1,15}(?:[.,]\d{1,6})?)`;

/**
 * A written number as a decimal text. `mark` decides for a single separator before three digits (`1.299`); every other
 * form says itself what it means. Undefined for what is no number.
 */
export function parseAmount(text: string, mark: '.' | ',' | 'group'): string | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’]/gu, '');
  if (!/^\d[\d.,]*$/u.test(plain)) return undefined;
  const separators = plain.match(/[.,]/gu) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return trimZeros(plain);
  // Indian groups: 1,50,000.00
  if (/^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/u.test(plain)) return plain.replaceAll(',', '');
  const groups = plain.split(/[.,]/u);
  const isGrouped =
    groups.slice(1).every((group) => group.length === 3) &&
    (groups[0] ?? '').length <= 3 &&
    groups[0] !== '0';
  if (new Set(separators).size === 2) {
    if (separators.filter((separator) => separator === last).length > 1) return undefined;
    return decimal(groups.slice(0, -1).join(''), groups.at(-1) ?? '');
  }
  if (separators.length > 1) return isGrouped ? trimZeros(groups.join('')) : undefined;
  if (isGrouped && mark !== last) return trimZeros(groups.join(''));
  return decimal(groups[0] ?? '', groups[1] ?? '');
}

function decimal(whole: string, rest: string): string {
  return rest === '' ? trimZeros(whole) : `${trimZeros(whole)}.${rest}`;
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, '');
}
