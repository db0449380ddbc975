/** A text with the line that it begins on, from 1, where the file tells one. */
export interface PageText {
  text: string;
  line?: number;
}

export interface PageHeading extends PageText {
  /** 1 to 6. */
  level: number;
  /** How many blocks of the page stand before it. */
  position: number;
  /** True where nothing stands between it and the next heading that is no deeper. */
  isEmpty: boolean;
}

/** A sentence with the marks that stand behind it: labels of footnotes in Markdown, targets of links in HTML. */
export interface PageSentence extends PageText {
  marks: readonly string[];
}

/** A paragraph, item of a list, quotation, cell, head or caption of a table, in reading order. */
export interface PageBlock extends PageText {
  kind: 'paragraph' | 'item' | 'quote' | 'cell' | 'head';
  words: number;
  sentences: readonly PageSentence[];
}

export interface PageLink extends PageText {
  target: string;
  kind: 'external' | 'internal' | 'anchor' | 'unsafe' | 'other';
  /** False for navigation, footers and the like around the content. */
  isContent: boolean;
}

export interface PageImage extends PageText {
  source: string;
  /** Absent where the page gives none; empty in HTML says that the picture is decoration. */
  alt?: string;
}

/** What a citation leads to: a footnote's text, an entry of the list of sources. */
export interface PageNote extends PageText {
  url?: string;
}

/** A question that is set off as such. */
export interface PageFaqEntry {
  question: string;
  /** Empty where it is not known which text answers. */
  answer: string;
  line?: number;
}

/** A list of sources in the front matter, as this program writes it. */
export interface PageSource {
  title: string;
  url?: string;
  path?: string;
}

export type PageFormat = 'markdown' | 'html' | 'text';

/**
 * An article's page as the rules see it. All texts are data from outside: plain, on one line, not escaped for anything.
 * In Markdown, front matter stands for the head.
 */
export interface Page {
  format: PageFormat;
  /** BCP 47: as declared, else as guessed from the text; absent where neither is known. */
  language?: string;
  declaredLanguage?: string;
  title?: PageText;
  description?: PageText;
  slug?: string;
  /** What the page is to be found by, where it says so. */
  keyword?: string;
  headings: readonly PageHeading[];
  blocks: readonly PageBlock[];
  links: readonly PageLink[];
  images: readonly PageImage[];
  /** Names that links inside the page may lead to; HTML only. */
  anchors: ReadonlySet<string>;
  /** `href` of every `link rel=canonical`, or `canonical` of the front matter. */
  canonical: readonly PageText[];
  /** Content of `og:…` and `twitter:…` tags by name. */
  social: ReadonlyMap<string, PageText>;
  /** Content of `meta name=robots`. */
  robots?: PageText;
  jsonLd: readonly PageText[];
  /** Scripts, frames and event handlers in Markdown. */
  activeMarkup: readonly PageText[];
  /** By label: what the marks of sentences lead to. */
  notes: ReadonlyMap<string, PageNote>;
  sources: readonly PageSource[];
  faq: readonly PageFaqEntry[];
  /** Words of blocks and headings, without the title. */
  words: number;
  /** What could not be understood, a sentence each. */
  warnings: readonly string[];
}
