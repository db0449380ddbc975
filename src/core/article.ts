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

/** A link to another article, on a part of a run's text; offsets in UTF-16 code units. */
export interface InternalLink {
  start: number;
  end: number;
  /** Of the article that it leads to; renderers make an address of it. */
  slug: string;
}

/** The finest run of text that its writer can vouch for: a sentence. Plain text, no markup. */
export interface CitedText {
  text: string;
  citations: readonly Citation[];
  /** Present on a run that the sources do not bear out and that is to be shown as such. */
  doubt?: 'unsupported' | 'contradicted';
  /** In order, without overlaps. */
  links?: readonly InternalLink[];
}

/** A paragraph: cited runs of text, read one after the other with a space between. */
export interface Paragraph {
  /**
   * `quote` marks words that are set off as a quotation; `item` a bullet of a list; `row` a row of a table, each run a
   * cell: rows that follow one another are a table, whose first row is the head.
   */
  kind: 'text' | 'quote' | 'item' | 'row';
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
  /** What an editor should know: little material, another language than asked for. Not part of the text. */
  notes?: readonly string[];
  writer: 'openai' | 'extractive';
  /** The model's name, for writers that have one. */
  model?: string;
}

/** Every cited run of an article in reading order. */
export function citedTexts(article: Article): CitedText[] {
  return placedParagraphs(article).flatMap(({ paragraph }) => paragraph.content);
}

/** Every paragraph of an article in reading order, with its place: `introduction.0`, `sections.2.paragraphs.1`, … */
export function placedParagraphs(article: Article): { place: string; paragraph: Paragraph }[] {
  const placed = (prefix: string, paragraphs: readonly Paragraph[]) =>
    paragraphs.map((paragraph, index) => ({ place: `${prefix}.${index}`, paragraph }));
  return [
    ...placed('introduction', article.introduction),
    ...article.sections.flatMap(({ paragraphs }, index) =>
      placed(`sections.${index}.paragraphs`, paragraphs),
    ),
    ...article.faq.flatMap(({ answer }, index) => placed(`faq.${index}.answer`, answer)),
    ...placed('conclusion', article.conclusion),
  ];
}
