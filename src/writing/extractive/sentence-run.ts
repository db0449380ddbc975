import type { MaterialList, MaterialParagraph, MaterialSentence } from './material.ts';

/** Sentences that follow each other in one paragraph of a source and can stand as they are. */
export interface SentenceRun {
  paragraph: MaterialParagraph;
  sentences: readonly MaterialSentence[];
  /** The list that the last sentence leads into. */
  list?: MaterialList;
  words: number;
}

const LONGEST = 4;
const MOST_LIST_WORDS = 170;
const SEQUEL = /^["'“‘(]*(?:second|third|fourth|fifth|finally|then|next|lastly)\b/iu;

/**
 * Every run of a paragraph that reads well without what stands around it: its first sentence leans on nothing before
 * it, none of its sentences is unfit, and nothing that it announces is left behind.
 */
export function sentenceRuns(paragraph: MaterialParagraph): SentenceRun[] {
  const runs: SentenceRun[] = [];
  const { sentences } = paragraph;
  const list = usableList(paragraph);
  for (const [start, first] of sentences.entries()) {
    if (start === 0 ? first.traits.dependent : !first.traits.selfContained) continue;
    for (let end = start; end < Math.min(sentences.length, start + LONGEST); end += 1) {
      const last = sentences[end];
      if (last?.usable !== true) break;
      const run = sentences.slice(start, end + 1);
      if (end === sentences.length - 1 && list !== undefined)
        runs.push(makeRun(paragraph, run, list));
      else if (!last.traits.announces && !SEQUEL.test(sentences[end + 1]?.text ?? ''))
        runs.push(makeRun(paragraph, run));
    }
  }
  return runs;
}

/** The list below a paragraph, when the paragraph leads into it and every item can be printed. */
function usableList(paragraph: MaterialParagraph): MaterialList | undefined {
  const { list } = paragraph;
  if (list === undefined || list.items.length < 3) return undefined;
  const items = list.items.flat();
  if (!items.every((sentence) => sentence.usable)) return undefined;
  if (items.reduce((sum, sentence) => sum + sentence.words, 0) > MOST_LIST_WORDS) return undefined;
  const lead = paragraph.sentences.at(-1);
  return lead?.traits.announces === true || /\b(?:include|case|these)\b/u.test(lead?.text ?? '')
    ? list
    : undefined;
}

function makeRun(
  paragraph: MaterialParagraph,
  sentences: readonly MaterialSentence[],
  list?: MaterialList,
): SentenceRun {
  const all = [...sentences, ...(list?.items.flat() ?? [])];
  const words = all.reduce((sum, sentence) => sum + sentence.words, 0);
  return { paragraph, sentences, words, ...(list === undefined ? {} : { list }) };
}
