import type { Consumed } from '../../core/price.ts';
import { jsonCount, jsonField } from '../json-field.ts';

/** So many credits, as budgets and answers tell them. */
export function credits(count: number): Consumed {
  return { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits: count };
}

/** The credits that an answer tells of; what it usually costs where it does not tell. */
export function spentCredits(body: unknown, usual: number): Consumed {
  const reported = jsonField(jsonField(body, 'usage'), 'credits');
  return credits(typeof reported === 'number' ? jsonCount(reported) : usual);
}
