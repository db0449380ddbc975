import type { Consumed } from '../../core/price.ts';
import { consumedCredits } from '../consumed-credits.ts';
import { jsonCount, jsonField } from '../../core/json-field.ts';

/** The credits that an answer tells of; what it usually costs where it does not tell. */
export function spentCredits(body: unknown, usual: number): Consumed {
  const reported = jsonField(jsonField(body, 'usage'), 'credits');
  return consumedCredits(typeof reported === 'number' ? jsonCount(reported) : usual);
}
