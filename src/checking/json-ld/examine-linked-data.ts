import { splitSentences } from '../../core/text/split-sentences.ts';
import type { Page } from '../page.ts';
import type { RuleFinding } from '../rule.ts';
import { normalText } from '../text/normal-text.ts';
import { TYPE_CHECKS, type StandsInPage } from './check-types.ts';
import { checkValues } from './check-values.ts';
import { typesOf, type LinkedFaults } from './linked-node.ts';
import { parseLinkedData } from './parse-linked-data.ts';

export type Examination = Readonly<Record<keyof LinkedFaults, readonly RuleFinding[]>>;

/** Three rules ask for the same work. */
const examined = new WeakMap<Page, Examination>();

/** What is wrong with the linked data of a page. */
export function examineLinkedData(page: Page): Examination {
  const known = examined.get(page);
  if (known !== undefined) return known;
  const result: Record<keyof LinkedFaults, RuleFinding[]> = {
    invalid: [],
    recommended: [],
    mismatch: [],
  };
  const standsInPage = page.jsonLd.length === 0 ? () => true : pageTexts(page);
  for (const { text, line } of page.jsonLd) {
    const { nodes, fault } = parseLinkedData(text);
    if (fault !== undefined) {
      result.invalid.push({ message: `The linked data cannot be used: ${fault}.`, line });
      continue;
    }
    const faults: LinkedFaults = { invalid: [], recommended: [], mismatch: [] };
    for (const node of nodes) {
      const types = typesOf(node);
      const type = types.find((name) => Object.hasOwn(TYPE_CHECKS, name));
      checkValues(type ?? types[0] ?? '', node, faults);
      if (type !== undefined) TYPE_CHECKS[type]?.(node, faults, standsInPage, type);
    }
    result.invalid.push(
      ...faults.invalid.map((found) => ({ message: `Linked data: ${found}.`, line })),
    );
    result.mismatch.push(
      ...faults.mismatch.map((found) => ({
        message: `Linked data that does not stand in the page: ${found}.`,
        line,
      })),
    );
    if (faults.recommended.length > 0) {
      const message = `Linked data could tell more: ${faults.recommended.join('; ')}.`;
      result.recommended.push({ message, line });
    }
  }
  examined.set(page, result);
  return result;
}

/** A text stands in the page when each of its sentences does; tags in it, and case and punctuation, do not count. */
function pageTexts({ title, headings, blocks, language = 'en' }: Page): StandsInPage {
  const texts = [title, ...headings, ...blocks].map((entry) => entry?.text ?? '');
  const whole = ` ${normalText(texts.join('\n'))} `;
  const stands = (text: string): boolean => {
    const normal = normalText(text);
    return normal === '' || whole.includes(/[a-z0-9]/u.test(normal) ? ` ${normal} ` : normal);
  };
  return (text) => {
    const plain = text
      .slice(0, 20_000)
      .replace(/<[^<>]{0,500}>/gu, ' ')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&');
    return (
      stands(plain) || splitSentences(plain, language).every((sentence) => stands(sentence.text))
    );
  };
}
