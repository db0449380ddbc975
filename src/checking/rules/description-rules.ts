import { DESCRIPTION_LENGTH } from '../../core/head-lengths.ts';
import { ARTICLES, type Rule } from '../rule.ts';
import { displayLength } from '../text/display-length.ts';

export const descriptionMissing: Rule = {
  id: 'description-missing',
  severity: 'error',
  appliesTo: ARTICLES,
  wants: 'A meta description: `<meta name="description">`, or `description` in the front matter.',
  remedy: 'Say in one or two sentences what the reader finds on the page.',
  check: ({ description }) =>
    description === undefined ? [{ message: 'The page has no meta description.' }] : [],
};

export const descriptionLength: Rule = {
  id: 'description-length',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: `A meta description of ${DESCRIPTION_LENGTH.minimum} to ${DESCRIPTION_LENGTH.maximum} characters; Chinese, Japanese and Korean ones count double.`,
  remedy: 'Say what the reader gets, with the answer in the first half.',
  check: ({ description }) => {
    if (description === undefined) return [];
    const length = displayLength(description.text);
    if (length >= DESCRIPTION_LENGTH.minimum && length <= DESCRIPTION_LENGTH.maximum) return [];
    const message = `The meta description has ${length} characters; it should have ${DESCRIPTION_LENGTH.minimum} to ${DESCRIPTION_LENGTH.maximum}.`;
    return [{ message, line: description.line }];
  },
};
