interface TemplateField {
  /** What the field decides. */
  meaning: string;
  /** What may stand in it. */
  allowed: string;
}

/** The fields of an article template, in the order of the front matter; `instructions` is the text below it. */
export const TEMPLATE_FIELDS: Readonly<Record<string, TemplateField>> = {
  name: {
    meaning: 'what the template is called',
    allowed: 'lower-case words joined by hyphens, such as buying-guide',
  },
  description: { meaning: 'what the template is for', allowed: '1 to 300 characters' },
  title: {
    meaning: 'title of the article, where the keyword is no question',
    allowed: 'Liquid that knows keyword, year and count (of sections), up to 300 characters',
  },
  sections: {
    meaning: 'how many sections the article has, without introduction, FAQ and conclusion',
    allowed: 'minimum and maximum, whole numbers from 1 to 30',
  },
  words: {
    meaning: 'length of the whole article',
    allowed: 'minimum and maximum, whole numbers from 50 to 20,000',
  },
  questions: {
    meaning: 'what research asks beside the keyword, where that is a plain subject',
    allowed: '3 to 5 texts of Liquid that know keyword, up to 300 characters each',
  },
  headings: {
    meaning: 'how the headings of sections are put',
    allowed: 'question, topic, item (numbered items) or step (numbered steps)',
  },
  faq: {
    meaning: 'how many questions the FAQ holds at most',
    allowed: 'a whole number from 0 (no FAQ) to 20',
  },
  schema: {
    meaning: 'what the page is to search engines, as a type of schema.org',
    allowed: 'Article (the default), BlogPosting, HowTo or FAQPage',
  },
  instructions: {
    meaning: 'what the model is told about structure and voice',
    allowed: 'any text below the front matter; the file may have 64 KB',
  },
};
