import type { ArticleMaterial } from './article-material.ts';
import { headingVariants, tellingTerms } from './choose-heading.ts';
import type { ParagraphPlan } from './join-runs.ts';

/** A paragraph without a word of the heading stays when it is this near to one that is sure to belong. */
const NEAR = 0.12;

/**
 * The paragraphs that belong under a heading. Those from a part of a source that treats two things at once ("What
 * happens in winter, and how do I use finished compost?") must speak of the heading or of what the others speak of.
 */
export function keepFitting(
  material: ArticleMaterial,
  plans: readonly ParagraphPlan[],
  heading: string,
): readonly ParagraphPlan[] {
  const terms = tellingTerms(heading, material);
  const sure = plans.filter(
    (plan) =>
      (!isFromTwofold(material, plan) && opensItsPart(material, plan)) ||
      sentencesOf(plan).some((each) => terms.some((term) => each.terms.includes(term))),
  );
  if (sure.length === 0) return [];
  return plans.filter(
    (plan) => sure.includes(plan) || sure.some((each) => isNear(material, each, plan)),
  );
}

function isFromTwofold(material: ArticleMaterial, plan: ParagraphPlan): boolean {
  return plan.runs.some((run) => {
    const heading = material.segment(run.paragraph)?.heading ?? '';
    return headingVariants(heading).length > 1 || /[,;:]|\s(?:and|&)\s/u.test(heading);
  });
}

/** What stands first under a heading of a source is on it, whatever words it uses; what comes later may digress. */
function opensItsPart(material: ArticleMaterial, plan: ParagraphPlan): boolean {
  return plan.runs.some((run) => {
    const segment = material.segment(run.paragraph);
    return segment?.paragraphs[0] === run.paragraph;
  });
}

function isNear(material: ArticleMaterial, left: ParagraphPlan, right: ParagraphPlan): boolean {
  return sentencesOf(left).some((one) =>
    sentencesOf(right).some((other) => material.similarity(one, other) >= NEAR),
  );
}

function sentencesOf(plan: ParagraphPlan): ParagraphPlan['runs'][number]['sentences'][number][] {
  return plan.runs.flatMap((run) => run.sentences);
}
