/** Words that bound or round the number behind them. */
const BEFORE =
  /(?:no (?:more|less|fewer) than|not more than|(?:more|less|fewer|higher|lower) than|at (?:least|most)|up to|under|over|below|above|about|around|some|roughly|nearly|almost|weniger als|mehr als|mindestens|höchstens|maximal|bis zu|unter|über|etwa|rund|fast|(?:au|du) moins|au plus|jusqu['’]à|plus de|moins de|environ|al menos|como (?:mínimo|máximo)|hasta|más de|menos de|unos|unas)\s+$/iu;

/** A figure as a sentence tells it, with the words that bound it: `less than 45 minutes`. */
export function figureWithBound(sentence: string, figure: string): string {
  const at = sentence.indexOf(figure);
  if (at === -1) return figure;
  const [words = ''] = BEFORE.exec(sentence.slice(0, at)) ?? [];
  return `${words}${figure}`;
}
