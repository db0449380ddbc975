import type { Finding } from './finding.ts';
import type { Negation, Statement } from './statement.ts';

/** A denial of the claim that the source does not have. */
export function notDenied({ tokens }: Statement, { at }: Negation): Finding {
  return negationFinding(
    `The source does not deny this: “${tokens[at]?.text ?? ''}” stands only in the claim.`,
  );
}

/** A statement of the source that denies what the claim tells. */
export function deniedBy({ text }: Statement): Finding {
  return negationFinding(`The source denies this: “${clip(text)}”`);
}

/** A denial that only one of the two has. */
export function negationFinding(reason: string): Finding {
  return { fault: 'negation', isContradiction: true, reason };
}

function clip(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 157)}…`;
}
