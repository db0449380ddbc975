import { baseLanguage } from './base-language.ts';
import { readClaim } from './read-claim.ts';
import type { Statement } from './statement.ts';

/** A part has to say this much by itself: words of content, numbers. */
const LEAST_TERMS = 2;

const JOINTS: Readonly<Record<string, RegExp>> = {
  en: /^(?:and|but|while|whereas|although|though|yet|because|since|so|which)$/u,
  de: /^(?:und|aber|während|obwohl|weil|sondern)$/u,
  fr: /^(?:et|mais|tandis|alors|car)$/u,
  es: /^(?:y|pero|mientras|aunque|porque)$/u,
};

/** Words that open a clause with a subject of its own. */
const SUBJECTS =
  /^(?:the|a|an|this|that|these|those|it|its|they|their|he|his|she|her|we|our|you|your|i|there|each|all|most|some|many|few|both|no|none|one|der|die|das|ein|eine|er|sie|es|man|le|la|les|l'|il|elle|ils|elles|on|el|los|las|un|una)$/u;

/** Finite forms that most clauses have; a guess is enough, because a wrong one only keeps the sentence whole. */
const VERBS =
  /^(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|may|might|must|shall|should|will|would|ist|sind|war|waren|hat|haben|hatte|kann|können|muss|wird|werden|wurde|est|sont|était|a|ont|avait|peut|doit|es|son|era|fue|ha|han|puede|debe)$|(?:[^s]s|ed|n't)$/u;

/**
 * The claims of one sentence: clauses behind a semicolon, and clauses behind a comma and a joining word that have a
 * subject and a verb of their own. Where a part could lose its subject the sentence stays whole.
 */
export function splitClaims(sentence: string, language: string): string[] {
  const base = baseLanguage(language);
  if (sentence.length > 4000) return [sentence];
  const statement = readClaim(sentence, base);
  const cuts = statement.tokens.flatMap((token, at) => {
    if (token.text === ';') return [{ end: token.start, next: token.end }];
    return isJoint(statement, at, base)
      ? [{ end: token.start, next: statement.tokens[at + 1]?.start ?? token.end }]
      : [];
  });
  const parts: string[] = [];
  let from = 0;
  for (const { end, next } of cuts) {
    const part = sentence.slice(from, end);
    if (!says(part, base) || !says(sentence.slice(next), base)) continue;
    parts.push(tidy(part));
    from = next;
  }
  parts.push(tidy(sentence.slice(from)));
  return parts;
}

/** `, and the pumps cost less`: a comma, a joining word, a subject, and a verb behind it. */
function isJoint({ tokens }: Statement, at: number, language: string): boolean {
  const joint = tokens[at + 1];
  if (
    tokens[at]?.text !== ',' ||
    joint === undefined ||
    JOINTS[language]?.test(joint.lower) !== true
  )
    return false;
  if (joint.lower === 'which' || joint.lower === 'so') return false;
  const subject = tokens[at + 2];
  if (subject === undefined) return false;
  if (!SUBJECTS.test(subject.lower) && !/^\p{Lu}/u.test(subject.text)) return false;
  return tokens
    .slice(at + 3, at + 10)
    .some(({ lower, kind }) => kind === 'word' && VERBS.test(lower));
}

function says(part: string, language: string): boolean {
  const { terms, quantities, tokens } = readClaim(part, language);
  const count = terms.filter(({ weight }) => weight >= 0.2).length + quantities.length;
  return count >= LEAST_TERMS && tokens.some(({ lower }) => VERBS.test(lower));
}

function tidy(part: string): string {
  return part.trim().replace(/[,;]$/u, '');
}
