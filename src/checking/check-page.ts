import type { SeoFinding } from '../core/summary.ts';
import type { Page } from './page.ts';
import type { CheckContext, Rule, RuleFinding } from './rule.ts';
import { RULES } from './rules.ts';

/** More findings of one rule tell nothing new. */
const MAX_FINDINGS_OF_RULE = 50;

const ORDER = { error: 0, warning: 1, note: 2 } satisfies Record<SeoFinding['severity'], number>;

/** What the rules say of a page, by line (what is about the whole page first), then the worst first. */
export function checkPage(page: Page, context: CheckContext = {}): SeoFinding[] {
  const checked = context.language === undefined ? page : { ...page, language: context.language };
  const findings = Object.values<Rule>(RULES)
    .filter(({ appliesTo }) => appliesTo.includes(page.format))
    .flatMap((rule) =>
      rule
        .check(checked, context)
        .slice(0, MAX_FINDINGS_OF_RULE)
        .map((found) => findingOf(rule, found)),
    );
  return sortFindings(findings);
}

/** A rule's finding as reports tell it. */
export function findingOf(
  rule: { id: string; severity: SeoFinding['severity']; remedy: string },
  { message, remedy, line }: RuleFinding,
): SeoFinding {
  return {
    rule: rule.id,
    severity: rule.severity,
    message,
    remedy: remedy ?? rule.remedy,
    ...(line !== undefined && { line }),
  };
}

/** By line, then the worst first, then as the rules stand. */
export function sortFindings(findings: readonly SeoFinding[]): SeoFinding[] {
  return findings.toSorted(
    (left, right) =>
      (left.line ?? 0) - (right.line ?? 0) || ORDER[left.severity] - ORDER[right.severity],
  );
}
