/** Points from a run of article text to the source (and, where known, the very words) behind it. */
export interface Citation {
  /** Id of a source in the dossier. */
  sourceId: string;
  /** Id of the passage, where the writer knows it. */
  passageId?: string;
  /** The words in the source that the text rests on: offsets as in `Passage`. */
  start?: number;
  end?: number;
}

/** The finest run of text that its writer can vouch for: a sentence, or a paragraph of a model. Plain text, no markup. */
export interface CitedText {
  text: string;
  citations: readonly Citation[];
}

/** A paragraph: cited runs of text, read one after the other with a space between. */
export interface Paragraph {
  /** `quote` marks words that are set off as a quotation; `item` a bullet of a list. */
  kind: 'text' | 'quote' | 'item';
  content: readonly CitedText[];
}

export interface ArticleSection {
  heading: string;
  paragraphs: readonly Paragraph[];
}

export interface FaqEntry {
  question: string;
  answer: readonly Paragraph[];
}

/** A finished article, free of any output format. Every string is plain text. */
export interface Article {
  title: string;
  /** The meta description. */
  description: string;
  /** BCP 47 tag. */
  language: string;
  introduction: readonly Paragraph[];
  sections: readonly ArticleSection[];
  faq: readonly FaqEntry[];
  conclusion: readonly Paragraph[];
  writer: 'openai' | 'extractive';
  /** The model's name, for writers that have one. */
  model?: string;
}

/** Every cited run of an article in reading order. */
export function citedTexts(article: Article): CitedText[] {
  const paragraphs = [
    ...article.introduction,
    ...article.sections.flatMap((section) => section.paragraphs),
    ...article.faq.flatMap((entry) => entry.answer),
    ...article.conclusion,
  ];
  return paragraphs.flatMap((paragraph) => paragraph.content);
}
