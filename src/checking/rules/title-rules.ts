import { foldText } from '../../core/fold-text.ts';
import { TITLE_LENGTH } from '../../core/head-lengths.ts';
import type { Page } from '../page.ts';
import { ARTICLES, type CheckContext, type Rule, type RuleFinding } from '../rule.ts';
import { displayLength } from '../text/display-length.ts';
import { normalText } from '../text/normal-text.ts';
import { showText } from '../text/show-text.ts';

/** What two titles share when readers could not tell them apart. */
export function titleKey(title: string): string {
  return normalText(title) || foldText(title);
}

export const titleMissing: Rule = {
  id: 'title-missing',
  severity: 'error',
  appliesTo: ARTICLES,
  wants: 'A title: `<title>`, `title` in the front matter, or a main heading in Markdown.',
  remedy: 'Give the page a title that says what it answers.',
  check: ({ title }) => (title === undefined ? [{ message: 'The page has no title.' }] : []),
};

export const titleLength: Rule = {
  id: 'title-length',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: `A title of ${TITLE_LENGTH.minimum} to ${TITLE_LENGTH.maximum} characters; Chinese, Japanese and Korean ones count double.`,
  remedy: 'Put what the reader looks for first, and leave out what every page of the site says.',
  check: ({ title }) => {
    if (title === undefined) return [];
    const length = displayLength(title.text);
    const message = `The title has ${length} characters; ${TITLE_LENGTH.minimum} to ${TITLE_LENGTH.maximum} are shown whole in search results.`;
    if (length < TITLE_LENGTH.minimum) {
      const remedy = 'Say more in it: for whom, what kind, which question it answers.';
      return [{ message, remedy, line: title.line }];
    }
    return length > TITLE_LENGTH.maximum ? [{ message, line: title.line }] : [];
  },
};

export const titleDuplicate: Rule = {
  id: 'title-duplicate',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'A title that no other page of the run, or of the checked files, has.',
  remedy: 'Tell the pages apart in their titles, or make one page of them.',
  check: (page, context) => duplicateTitle(page.title, context),
};

/** The finding for a title that other pages have too. */
export function duplicateTitle(
  title: Page['title'],
  { titles, name }: Pick<CheckContext, 'titles' | 'name'>,
): RuleFinding[] {
  if (title === undefined) return [];
  const others = (titles?.get(titleKey(title.text)) ?? []).filter((other) => other !== name);
  const [first] = others;
  if (first === undefined) return [];
  const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
  return [
    {
      message: `The title ${showText(title.text)} is also that of ${showText(first, 200)}${more}.`,
      line: title.line,
    },
  ];
}
