/** The pages that a work is on: `first` alone may be a number of the article, such as `e4375`. */
export interface Pages {
  first: string;
  last?: string;
}

/** Whether it stands for the whole article: a number with letters and no end. */
export function isArticleNumber({ first, last }: Pages): boolean {
  return last === undefined && /\p{L}/u.test(first) && /\d/u.test(first);
}

/** `345–348`: both whole. */
export function wholeRange({ first, last }: Pages): string {
  return last === undefined ? first : `${first}–${last}`;
}

/** `345-48`: the MLA handbook gives two digits of the second number, more where they differ. */
export function mlaRange({ first, last }: Pages): string {
  return last === undefined ? first : `${first}-${shorten(first, last, (from) => from.length - 2)}`;
}

/** The rule of the Chicago manual (9.61): `71–72`, `100–104`, `107–8`, `321–28`, `1087–89`, `1496–500`. */
export function chicagoRange({ first, last }: Pages): string {
  if (last === undefined) return first;
  const shortest = (from: string): number => {
    const number = Number(from);
    if (number < 100 || number % 100 === 0) return 0;
    return number % 100 < 10 ? from.length - 1 : from.length - 2;
  };
  return `${first}–${shorten(first, last, shortest)}`;
}

/** The end without the digits that both begin with, as far as `keepFrom` lets it be cut. */
function shorten(first: string, last: string, keepFrom: (first: string) => number): string {
  const areNumbers = /^\d{1,9}$/u.test(first) && /^\d{1,9}$/u.test(last);
  if (!areNumbers || first.length !== last.length || first.length < 3) return last;
  let same = 0;
  while (first[same] === last[same] && same < first.length - 1) same += 1;
  return last.slice(Math.min(same, keepFrom(first)));
}
