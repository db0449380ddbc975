import type { Page, PageText } from '../page.ts';
import { ARTICLES, EVERYTHING, MARKDOWN_ONLY, type Rule } from '../rule.ts';
import { showText } from '../text/show-text.ts';

export const pageEmpty: Rule = {
  id: 'page-empty',
  severity: 'error',
  appliesTo: EVERYTHING,
  wants: 'Text in the page.',
  remedy: 'Write the page, or do not publish it.',
  check: ({ blocks }) => (blocks.length === 0 ? [{ message: 'The page has no text.' }] : []),
};

export const wordCount: Rule = {
  id: 'word-count',
  severity: 'warning',
  appliesTo: EVERYTHING,
  wants: 'As many words as the template of the article says, where it is known.',
  remedy: 'Answer what is missing, or leave out what no reader asked for.',
  check: ({ words }, context) => {
    const range = context.words;
    if (range === undefined || (words >= range.minimum && words <= range.maximum)) return [];
    return [
      {
        message: `The page has ${words} words; its template wants ${range.minimum} to ${range.maximum}.`,
      },
    ];
  },
};

export const faqMissing: Rule = {
  id: 'faq-missing',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'Questions with answers below a heading that says so, where the type of article has them.',
  remedy: 'Add a section of frequently asked questions, with each question as a heading.',
  check: ({ faq }, context) =>
    context.faq === true && faq.length === 0
      ? [{ message: 'The page has no frequently asked questions, and its type wants them.' }]
      : [],
};

/** What writers, people and models, leave behind where they meant to go on; in lower case. */
const PLACEHOLDERS: readonly RegExp[] = [
  /\blorem ipsum dolor\b/u,
  /\[(?:insert|add|your|enter|placeholder|todo|tbd|citation needed|source needed|company|brand|product name|xx+)\b[^\]\n]{0,80}\]/u,
  /\{\{\s{0,9}(?:keyword|title|name|first_?name|company|brand|product|city|location|year|date)\s{0,9}\}\}/u,
  /\bas an? (?:ai|ai (?:language )?model|ai assistant|(?:large )?language model),? i\b/u,
  /\b(?:as|i am|i['’]m) an ai language model\b/u,
  /\bi(?:['’]m| am) sorry,? but i (?:can(?:['’]t|not)|am unable to)\b/u,
  /\bmy (?:knowledge cut-?off|last (?:knowledge )?update)\b/u,
];

/** Only in capitals, because a to-do list is a thing too. */
const NOTES_TO_SELF = /\b(?:TODO|FIXME|TBD|XXX)\b(?=\s?[:(\]])|^(?:TODO|FIXME|TBD)\b/mu;

export const placeholderText: Rule = {
  id: 'placeholder-text',
  severity: 'error',
  appliesTo: EVERYTHING,
  wants:
    'No text that only holds a place: lorem ipsum, TODO, [insert …], {{ title }}, “As an AI language model”.',
  remedy: 'Write what belongs there, or take the sentence out.',
  check: (page) => {
    const texts = shownTexts(page);
    // Nearly every page has none, which one look at all of it tells.
    if (placeholderIn(texts.map(({ text }) => text).join('\n')) === undefined) return [];
    return texts.flatMap(({ text, line }) => {
      const found = placeholderIn(text);
      return found === undefined
        ? []
        : [{ message: `There is text that only holds a place: ${showText(found)}.`, line }];
    });
  },
};

function placeholderIn(text: string): string | undefined {
  const lower = text.toLowerCase();
  for (const pattern of PLACEHOLDERS) {
    const match = pattern.exec(lower);
    if (match !== null) return text.slice(match.index, match.index + match[0].length);
  }
  return NOTES_TO_SELF.exec(text)?.[0];
}

/** Control characters, characters that reorder or hide text, and tag characters, but for those in emoji flags. */
const HIDDEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/u;

export const hiddenCharacters: Rule = {
  id: 'hidden-characters',
  severity: 'error',
  appliesTo: EVERYTHING,
  wants: 'No characters that control a terminal, or reorder or hide the text around them.',
  remedy: 'Delete the character; for two directions of writing in one line, use `dir` or `<bdi>`.',
  check: (page) =>
    shownTexts(page).flatMap(({ text, line }) => {
      const found = HIDDEN.exec(text)?.[0];
      if (found === undefined) return [];
      const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return [{ message: `The text holds the invisible character U+${code}.`, line }];
    }),
};

export const activeMarkup: Rule = {
  id: 'active-markup',
  severity: 'error',
  appliesTo: MARKDOWN_ONLY,
  wants: 'No scripts, frames, forms and event handlers in the HTML inside of Markdown.',
  remedy: 'Take the tag or the attribute out.',
  check: ({ activeMarkup }) =>
    activeMarkup.map(({ text, line }) => ({
      message: `The Markdown holds active HTML: ${showText(text)}.`,
      line,
    })),
};

export const frontMatterInvalid: Rule = {
  id: 'front-matter-invalid',
  severity: 'error',
  appliesTo: MARKDOWN_ONLY,
  wants: 'Front matter that is valid YAML.',
  remedy: 'Put texts with colons, brackets or quotes in double quotes.',
  check: ({ warnings }) =>
    warnings.length === 0 ? [] : [{ message: 'The front matter is not valid YAML.', line: 1 }],
};

/** All that a reader sees, with its lines. */
function shownTexts(page: Page): PageText[] {
  const { title, description, headings, blocks } = page;
  const sentences = blocks.flatMap((block) => block.sentences);
  return [title, description, ...headings, ...sentences].filter((text) => text !== undefined);
}
