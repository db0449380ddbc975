import type { LabelHit } from './find-labels.ts';
import type { TextPlace } from './lines-of.ts';

/** A place where the value of a field may stand. */
export interface ValuePlace extends TextPlace {
  /** How sure it is that this is the field's value: 0 for `Label: value`, more for less. */
  cost: number;
  /** True for a line below several labels: the values stand in the order of the labels. */
  isShared?: boolean;
  /** False where only a value with a form of its own may be taken out of the place. */
  isWhole: boolean;
  /** Cells of a column below their heading, for lists. */
  column?: readonly TextPlace[];
  hit: LabelHit;
}

export type Place = Omit<ValuePlace, 'hit'>;

/** What makes a place less sure. */
export const COST = {
  cell: 0.2,
  column: 0.3,
  severalRows: 1,
  dash: 0.5,
  nextLine: 1.2,
  lineStart: 1.5,
  wordBefore: 1.2,
  wordAfter: 0.8,
  preference: 0.1,
  part: 1,
} as const;
/** Of what stands before a label in its line, for the words that go with it. */
export const LEAD = 120;
/** Words that may stand between a label and its colon: `Total (incl. VAT):`. */
export const TO_COLON =
  /^(\.?(?:\s?(?:[\p{L}(/&+]|(?=\d{1,2}(?:[.,]\d{1,2})? ?%))(?:[^:：|\n\t\d]|\d{1,2}(?:[.,]\d{1,2})? ?%){0,40}?)?)\s{0,3}[:：](?!\/\/)[ \t\u00a0]*/u;

/** Words between the beginning of the label's piece of the line and the label. */
export function wordsBefore(lead: string): number {
  const piece = lead.split(/[|;:：\t]|, |[ \u00a0]{2,}/u).at(-1) ?? lead;
  const isBehindColon = /[:：][^|;:：\t]*$/u.test(lead);
  const words = countWords(piece.replace(/^[\s#*•>-]*(?:\d{1,2}[.)]\s)?/u, ''));
  return isBehindColon ? Math.min(1, words) * 0.2 : Math.min(4, words);
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
