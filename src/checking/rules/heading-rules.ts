import { ARTICLES, type Rule } from '../rule.ts';
import { normalText } from '../text/normal-text.ts';
import { showText } from '../text/show-text.ts';

export const h1Missing: Rule = {
  id: 'h1-missing',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'A main heading (h1); in Markdown the title of the front matter counts.',
  remedy: 'Set the title as the main heading of the page.',
  check: ({ headings, format, title }) => {
    const isThere = headings.some(({ level }) => level === 1);
    return isThere || (format === 'markdown' && title !== undefined)
      ? []
      : [{ message: 'The page has no main heading (h1).' }];
  },
};

export const h1Several: Rule = {
  id: 'h1-several',
  severity: 'error',
  appliesTo: ARTICLES,
  wants: 'One main heading (h1), not more.',
  remedy: 'Make the further main headings h2, and what is below them one level deeper.',
  check: ({ headings }) => {
    const [first, ...further] = headings.filter(({ level }) => level === 1);
    if (first === undefined || further.length === 0) return [];
    const message = `The page has ${further.length + 1} main headings (h1); the second is ${showText(further[0]?.text ?? '')}.`;
    return [{ message, line: further[0]?.line }];
  },
};

export const headingOrder: Rule = {
  id: 'heading-order',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'Headings that go down one level at a time: h3 below h2, never right below h1.',
  remedy: 'Lift the heading, or put one of the missing level above it.',
  check: ({ headings, format }) => {
    // A page of Markdown may have its main heading in the front matter.
    let above = format === 'markdown' ? 1 : 0;
    return headings.flatMap(({ level, text, line }) => {
      const isSkip = level > above + 1;
      const message =
        above === 0
          ? `The first heading, ${showText(text)}, is an h${level}; an h1 should come before it.`
          : `The heading ${showText(text)} is an h${level} right below an h${above}.`;
      above = level;
      return isSkip ? [{ message, line }] : [];
    });
  },
};

export const headingEmpty: Rule = {
  id: 'heading-empty',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'A text in every heading.',
  remedy: 'Give the heading a text, or take it out.',
  check: ({ headings }) =>
    headings
      .filter(({ text }) => text === '')
      .map(({ level, line }) => ({ message: `A heading (h${level}) has no text.`, line })),
};

export const headingDuplicate: Rule = {
  id: 'heading-duplicate',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'Headings that tell the sections apart.',
  remedy: 'Say in each heading what its section adds, or join the sections.',
  check: ({ headings }) => {
    const seen = new Map<string, number | undefined>();
    return headings.flatMap(({ text, line }) => {
      const key = normalText(text);
      if (key === '') return [];
      if (!seen.has(key)) {
        seen.set(key, line);
        return [];
      }
      const first = seen.get(key);
      const where = first === undefined ? '' : ` (first on line ${first})`;
      return [{ message: `The heading ${showText(text)} stands twice${where}.`, line }];
    });
  },
};

export const sectionEmpty: Rule = {
  id: 'section-empty',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'Something to read below every heading.',
  remedy: 'Write the section, or take its heading out.',
  check: ({ headings, blocks }) =>
    blocks.length === 0
      ? []
      : headings
          .filter(({ isEmpty, text }) => isEmpty && text !== '')
          .map(({ text, line }) => ({
            message: `There is nothing below the heading ${showText(text)}.`,
            line,
          })),
};
