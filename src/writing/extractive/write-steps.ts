import type { ArticleSection } from '../../core/article.ts';
import { titleCase } from '../../core/title-case.ts';
import { sentencesOf, type ArticleMaterial } from './article-material.ts';
import { headingKey } from './choose-heading.ts';
import { cite, citeRuns } from './cite-runs.ts';
import type { MaterialList, MaterialParagraph, MaterialSentence } from './material.ts';
import { runWorth } from './select-runs.ts';
import { sentenceRuns, type SentenceRun } from './sentence-run.ts';
import type { UsedText } from './used-text.ts';

const FEWEST_STEPS = 4;
const MOST_STEPS = 10;
const LONGEST_HEADING = 52;
/** A command: its verb stands first, and its object begins right behind it. */
const COMMAND =
  /^(?!(?:an?|the|some|no|all|most|many|every|each|any|your|if|when|in|on|at|for|with)\b)\p{Lu}\p{Ll}+ (?:\p{Ll}+ )?(?:an?|the|all|any|every|each|everything|your|it|them|some|both|in|out|up|off|\d+)\b/iu;
/** The share of items that must be commands for a list to be instructions. */
const COMMANDS_SHARE = 0.6;
/** A sentence from elsewhere belongs to a step from this cosine on. */
const BELONGS = 0.2;

/**
 * Sections out of the best numbered instructions in the sources: the command gives the heading, its item the first
 * sentence, and what other places say on that step follows. Empty when no source gives instructions.
 */
export function writeSteps(
  material: ArticleMaterial,
  used: UsedText,
  taken: Map<string, string>,
): ArticleSection[] {
  const found = bestInstructions(material);
  if (found === undefined) return [];
  const items = found.list.items.slice(0, MOST_STEPS);
  for (const item of items) used.add({ paragraph: found.paragraph, sentences: item, words: 0 });
  return items.map((item, index) => {
    const heading = `Step ${index + 1}: ${titleCase(commandOf(item[0]?.text ?? ''), material.language)}`;
    taken.set(headingKey(heading, material.language), heading);
    const support = chooseSupport(material, item, used);
    const opening = { kind: 'text' as const, content: item.map((each) => cite(material, each)) };
    if (support === undefined) return { heading, paragraphs: [opening] };
    const [first, ...others] = citeRuns(material, [support]);
    const content = [...opening.content, ...(first?.content ?? [])];
    return { heading, paragraphs: [{ kind: 'text', content }, ...others] };
  });
}

function bestInstructions(
  material: ArticleMaterial,
): { list: MaterialList; paragraph: MaterialParagraph } | undefined {
  let best: { list: MaterialList; paragraph: MaterialParagraph } | undefined;
  let bestValue = 0;
  for (const paragraph of material.material.paragraphs) {
    const { list } = paragraph;
    if (list === undefined || !list.numbered || list.items.length < FEWEST_STEPS) continue;
    if (!list.items.flat().every((sentence) => isPrintable(sentence))) continue;
    const commands = list.items.filter((item) => COMMAND.test(item[0]?.text ?? '')).length;
    const relevance = material.paragraphRelevance(paragraph);
    const value = relevance + list.items.length * 0.02;
    if (commands < list.items.length * COMMANDS_SHARE || relevance === 0) continue;
    if (value > bestValue) [best, bestValue] = [{ list, paragraph }, value];
  }
  return best;
}

function isPrintable(sentence: MaterialSentence): boolean {
  return sentence.usable && /[.!]$/u.test(sentence.text);
}

/** The command at the head of an item: cut before its reason, its second command or its details. */
function commandOf(text: string): string {
  const clause = text
    .split(
      /[,;:.(]|\s(?:because|since|so that|until|which|as|to (?:hold|keep|avoid|prevent))\s/u,
      1,
    )[0]!
    .split(/\s(?:and|then)\s(?=\p{Ll}+ (?:an?|the|all|every|it|them|your|each|both|\d))/u, 1)[0]!
    .trim();
  if (clause.length <= LONGEST_HEADING) return clause;
  const short = clause.slice(0, LONGEST_HEADING);
  const border = short.search(
    /\s(?:in|with|for|from|of|at|by|on|and|within)\s(?!.*\s(?:in|with|for|from|of|at|by|on|and|within)\s)/u,
  );
  return border > 12 ? short.slice(0, border) : short.replace(/\s\S*$/u, '');
}

function chooseSupport(
  material: ArticleMaterial,
  item: readonly MaterialSentence[],
  used: UsedText,
): SentenceRun | undefined {
  const centre = material.weights.vector(item.flatMap((sentence) => sentence.terms));
  let best: SentenceRun | undefined;
  let bestValue = 0;
  for (const paragraph of material.material.paragraphs) {
    if (
      !sentencesOf(paragraph).some((each) =>
        item.some((one) => material.similarity(each, one) >= BELONGS),
      )
    )
      continue;
    for (const run of sentenceRuns(paragraph)) {
      const [first] = run.sentences;
      if (
        run.list !== undefined ||
        run.sentences.length > 2 ||
        first === undefined ||
        used.repeats(run)
      )
        continue;
      if (!item.some((one) => material.similarity(first, one) >= BELONGS)) continue;
      const value = runWorth(material, run, centre);
      if (value > bestValue) [best, bestValue] = [run, value];
    }
  }
  if (best !== undefined) used.add(best);
  return best;
}
