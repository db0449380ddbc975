import { cutText } from '../../../core/cut-text.ts';
import { cleanText } from '../../../core/text/clean-text.ts';
import { addressesModel } from '../addresses-model.ts';

const LONGEST = 72;
const SHORTEST_HEAD = 12;

/** How an article names its sources: by titles short enough for a sentence, no two the same. */
export function shortTitles(
  titles: ReadonlyMap<string, string>,
  quotes: readonly [open: string, close: string],
): (sourceId: string) => string {
  const full = new Map([...titles].map(([id, title]) => [id, plain(title)]));
  const short = new Map([...full].map(([id, title]) => [id, cutText(headOf(title), LONGEST)]));
  const counts = new Map<string, number>();
  for (const title of short.values()) counts.set(title, (counts.get(title) ?? 0) + 1);
  return (sourceId) => {
    const head = short.get(sourceId) ?? '';
    const title = (counts.get(head) ?? 0) > 1 ? cutText(full.get(sourceId) ?? '', LONGEST) : head;
    return title === '' ? '' : `${quotes[0]}${title}${quotes[1]}`;
  };
}

/** The part of a title before its subtitle or the name of its site. */
function headOf(title: string): string {
  const [head] = title.split(/\s[|–—·»]\s|[:：]\s/u, 1);
  return head !== undefined && head.length >= SHORTEST_HEAD ? head : title;
}

/** A title as a line of plain words; empty when it is none to print. */
function plain(title: string): string {
  const text = cleanText(title.slice(0, 500))
    .replace(/[“”„«»「」"<>[\]{}|`*_\\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (addressesModel(text) || /https?:|www\./iu.test(text)) return '';
  return /\p{L}/u.test(text) ? text : '';
}
