const FIGURE = /\p{Nd}+(?:[.,'’\u00a0\u202f]\p{Nd}+)*/gu;

/** Up to here a whole number may count what is there: sections, tips, questions. */
const MOST_COUNTED = 20;

/** Figures of a text that another nowhere has, as they are written; 1,200 is 1.200 and 1200. */
export function unsaidFigures(text: string, said: string): string[] {
  const there = new Set(figuresIn(said).map(({ value }) => value));
  return figuresIn(text)
    .filter(({ value }) => !isCount(value) && !there.has(value))
    .map(({ figure }) => figure);
}

function figuresIn(text: string): { figure: string; value: string }[] {
  return (text.match(FIGURE) ?? []).map((figure) => ({ figure, value: plainFigure(figure) }));
}

function plainFigure(figure: string): string {
  return figure
    .normalize('NFKC')
    .replaceAll(/[.,'’\s](?=\d{3}(?!\d))/gu, '')
    .replaceAll(/[,'’\s]/gu, '.');
}

function isCount(value: string): boolean {
  return /^\d+$/u.test(value) && Number(value) <= MOST_COUNTED;
}
