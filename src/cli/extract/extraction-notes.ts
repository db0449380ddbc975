import type { LoadedSettings } from '../../config/load-settings.ts';
import { formatMoney } from '../../core/format-money.ts';
import { priceOf, type PriceList } from '../../core/price.ts';
import type { SourceItem } from '../../core/source-item.ts';
import { estimateExtraction } from '../../extraction/estimate-extraction.ts';
import type { ExtractionSource } from '../../run/extraction/extraction-source.ts';
import type { ExtractionSpec } from '../../run/extraction/extraction-spec.ts';
import { formatNumberOf } from '../format-count.ts';

/** What the user should know before an extraction begins: how it is done, and what the rows of a table may cost. */
export function extractionNotes(opening: {
  spec: ExtractionSpec;
  source: Pick<ExtractionSource, 'textOf'>;
  todo: readonly SourceItem[];
  loaded: LoadedSettings;
  prices: PriceList;
}): string[] {
  const { spec, source, todo, loaded, prices } = opening;
  if (spec.method === 'pattern')
    return ['Method: pattern. Values are found by their form and their labels; no model is used.'];
  const { model } = loaded.settings.openai;
  const method = `Method: ai (${model}). A value counts only with words of the text that bear it out.`;
  const { textOf } = source;
  if (textOf === undefined) return [method];
  const sum = { calls: 0, inputTokens: 0, outputTokens: 0 };
  for (const item of todo) {
    const part = estimateExtraction(textOf(item).text, spec.fields);
    sum.calls += part.calls;
    sum.inputTokens += part.inputTokens;
    sum.outputTokens += part.outputTokens;
  }
  const consumed = { ...sum, cachedInputTokens: 0, credits: 0 };
  const cost = priceOf(consumed, { provider: 'openai', model }, prices);
  const price = cost === undefined ? 'at an unknown price' : `about ${formatMoney(cost)}`;
  return [
    method,
    `Estimate: ${formatNumberOf(sum.calls, 'call')}, ${price}, where no answer was kept from earlier.`,
  ];
}
