import { countWords } from '../core/text/count-words.ts';
import { isModelInstruction, mayHoldInstruction } from '../core/text/is-model-instruction.ts';
import { splitSentences } from '../core/text/split-sentences.ts';

/** A run of a text; offsets in UTF-16 code units, `end` exclusive. */
interface Run {
  start: number;
  end: number;
  heading?: string;
}

/** With so large a share of instructions, nothing of a passage or paragraph is of use. */
const MOSTLY = 0.5;
/** With so many in one paragraph, the sentences between them belong to them. */
const SEVERAL = 2;
/** A rest of fewer words tells nothing. */
const FEWEST_WORDS = 8;

/**
 * What is left of a passage without its sentences that tell a language model what to do: the passage itself where there
 * are none, nothing where it mostly consists of them, else the runs around them. Offsets stay those of the text. A
 * heading that is such a sentence is taken off. `orders` counts the places.
 */
export function leaveOutInstructions<R extends Run>(
  text: string,
  passage: R,
  language: string,
): { passages: R[]; orders: number } {
  const { heading } = passage;
  const isHeadingSafe = heading === undefined || !isModelInstruction(heading);
  const content = text.slice(passage.start, passage.end);
  const found = mayHoldInstruction(content) ? findOrders(content, language) : [];
  const orders = found.length + (isHeadingSafe ? 0 : 1);
  if (orders === 0) return { passages: [passage], orders };
  const safe = { ...passage };
  if (!isHeadingSafe) delete safe.heading;
  const size = found.reduce((sum, { start, end }) => sum + end - start, 0);
  if (size >= MOSTLY * content.trim().length) return { passages: [], orders };
  if (found.length === 0) return { passages: [safe], orders };
  const passages: R[] = [];
  let start = 0;
  for (const order of [...found, { start: content.length, end: content.length }]) {
    const rest = content.slice(start, order.start);
    const lead = rest.length - rest.trimStart().length;
    const run = { start: start + lead, end: start + rest.trimEnd().length };
    if (countWords(rest, language) >= FEWEST_WORDS)
      passages.push({ ...safe, start: passage.start + run.start, end: passage.start + run.end });
    start = order.end;
  }
  return { passages, orders };
}

/** The instructions in a text: single sentences, and paragraphs that are full of them. */
function findOrders(content: string, language: string): Pick<Run, 'start' | 'end'>[] {
  const orders: Pick<Run, 'start' | 'end'>[] = [];
  for (const line of content.matchAll(/[^\n]+/gu)) {
    if (!mayHoldInstruction(line[0])) continue;
    const found = splitSentences(line[0], language).filter(({ text }) => isModelInstruction(text));
    const size = found.reduce((sum, { text }) => sum + text.length, 0);
    const whole = { start: line.index, end: line.index + line[0].length };
    if (found.length >= SEVERAL || (found.length > 0 && size >= MOSTLY * line[0].trim().length))
      orders.push(whole);
    else
      orders.push(
        ...found.map(({ start, end }) => ({ start: line.index + start, end: line.index + end })),
      );
  }
  return orders;
}
