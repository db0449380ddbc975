const PAST =
  /\b(?:was|were|had|did|came|took|went|became|began|fell|rose|gave|brought|ran|stood|bought|drew|grew|saw|chose|froze|broke|wrote|sold|sent|ate|rode|drove|lay|cost us)\b/u;
/** Past tense or participle: only what stands before tells. */
const PAST_OR_PARTICIPLE =
  /\b(?:made|found|kept|paid|told|lost|spent|felt|said|left|\p{Ll}{2,}[^e\P{Ll}]ed (?:the|an?|\d[\d.,]*|from|to|every|all|most|nothing|it|them|that|about|roughly|almost|in|into|after|until|during|quickly|slowly|well|only))\b/gu;
const BEFORE_PARTICIPLE =
  /(?:^|[\s(])(?:is|are|be|been|being|gets?|an?|the|of|not|and|or|with|well|once|if|when|as|than|has|have)\s$|-$/u;

/** True for an English sentence that tells what happened once. */
export function isNarrative(text: string): boolean {
  if (PAST.test(text)) return true;
  for (const match of text.matchAll(PAST_OR_PARTICIPLE)) {
    if (!BEFORE_PARTICIPLE.test(text.slice(Math.max(0, match.index - 8), match.index))) return true;
  }
  return false;
}
