import type { Token } from './read-tokens.ts';

const OPENERS: Readonly<Record<string, RegExp>> = {
  en: /^(?:but|while|whereas|although|though|because|since|unless|if|when|which|who|whose|where|so|as|that|until|once)$/u,
  de: /^(?:aber|sondern|während|obwohl|weil|da|wenn|dass|welche|wobei|denn|doch)$/u,
  fr: /^(?:mais|tandis|alors|parce|puisque|si|quand|qui|que|dont|où|car|donc)$/u,
  es: /^(?:pero|sino|mientras|aunque|porque|si|cuando|que|quien|donde|pues)$/u,
};

/** The number of the clause that each token is in, from 0: clauses end at marks and before words that open another. */
export function readClauses(tokens: readonly Token[], language: string): number[] {
  const openers = OPENERS[language];
  let clause = 0;
  return tokens.map(({ kind, text, lower }, at) => {
    if (kind === 'sign' && /^[,;:()—–]$/u.test(text)) clause++;
    else if (at > 0 && kind === 'word' && openers?.test(lower) && !isEquative(tokens, at)) clause++;
    return clause;
  });
}

/** Either `as` of `as long as`. */
function isEquative(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'as') return false;
  return [2, 3].some(
    (far) => tokens[at + far]?.lower === 'as' || /^(?:as|so)$/u.test(tokens[at - far]?.lower ?? ''),
  );
}
