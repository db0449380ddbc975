import { foldText } from '../core/fold-text.ts';
import type { ItemOutcome, SeoFinding } from '../core/summary.ts';
import { nanoDollars } from './nano-dollars.ts';

/** Between the entries of a list in one cell; the keyword input reads lists so too. */
const LIST_MARK = '|';

/** All that is told of one item, flat, by the names of columns. Empty where nothing is known; figures are numbers. */
export function itemFields(item: ItemOutcome): Record<string, string | number> {
  const { usage, saved, error, support, seo = [] } = item;
  const findings = (severity: SeoFinding['severity']) =>
    item.seo === undefined ? '' : seo.filter((finding) => finding.severity === severity).length;
  return {
    keyword: foldText(item.keyword),
    status: item.status,
    slug: item.slug,
    title: foldText(item.title ?? ''),
    words: item.words ?? '',
    support: support === undefined ? '' : Math.round(support.score * 1000) / 1000,
    sentences: support?.sentences ?? '',
    unsupported: support === undefined ? '' : support.unsupported + support.contradicted,
    removed: support?.removed ?? '',
    seo_errors: findings('error'),
    seo_warnings: findings('warning'),
    links: item.linksTo?.length ?? '',
    notes: (item.notes ?? []).map(foldText).join(LIST_MARK),
    files: item.files.map(foldText).join(LIST_MARK),
    drafts: (item.published ?? []).map(({ url }) => foldText(url)).join(LIST_MARK),
    error_code: error?.code ?? '',
    error_message: foldText(error?.message ?? ''),
    remedies: (error?.suggestions ?? []).map(foldText).join(LIST_MARK),
    milliseconds: Math.round(item.milliseconds),
    calls: usage.calls,
    input_tokens: usage.inputTokens,
    cached_input_tokens: usage.cachedInputTokens,
    output_tokens: usage.outputTokens,
    credits: usage.credits,
    // A price that is not known is no zero.
    cost_usd: usage.unpricedCalls > 0 && usage.costUsd === 0 ? '' : nanoDollars(usage.costUsd),
    unpriced_calls: usage.unpricedCalls,
    saved_calls: saved.calls,
    saved_credits: saved.credits,
    saved_usd: nanoDollars(saved.costUsd),
  };
}
