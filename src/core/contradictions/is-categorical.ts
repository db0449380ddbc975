import type { Statement } from '../support/statement.ts';

/** What is said with these holds now and then, or for some: nothing else contradicts it. */
const HEDGES = new Set(
  `may might can could perhaps maybe possibly probably likely sometimes often occasionally some several few
  usually typically mostly partly partially depending depends tend tends many
  kann können könnte könnten manchmal oft häufig einige manche viele mitunter meist meistens eventuell vielleicht je
  peut peuvent pourrait parfois souvent certains certaines quelques plusieurs peut-être généralement
  puede pueden podría veces algunos algunas varios suele suelen quizás muchas muchos`.split(/\s+/u),
);

/** What is told under a condition holds where the condition does. */
const CONDITIONS = new Set(
  `if when whenever unless provided assuming while whereas although except otherwise until once
  wenn falls sofern solange während außer obwohl bis si lorsque quand sauf tant cuando salvo mientras aunque`.split(
    /\s+/u,
  ),
);

/** Longer sentences tell several things; which of them two sentences share is hard to say. */
const MOST_TOKENS = 45;
const FEWEST_TERMS = 2;

/** True for a sentence that states something plainly: no question, no maybe, not too long. */
export function isCategorical({ text, tokens, terms }: Statement): boolean {
  if (tokens.length > MOST_TOKENS || terms.length < FEWEST_TERMS) return false;
  if (/[?？؟]\s*$/u.test(text)) return false;
  // `some 90 euros` rounds.
  return !tokens.some(({ lower }, at) => HEDGES.has(lower) && tokens[at + 1]?.kind !== 'number');
}

/** The words that make a sentence conditional, in order. */
export function conditionsOf({ tokens }: Statement): string[] {
  return tokens.map(({ lower }) => lower).filter((word) => CONDITIONS.has(word));
}
