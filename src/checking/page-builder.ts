import { countWords } from '../core/text/count-words.ts';
import { guessLanguage } from '../core/text/guess-language.ts';
import { findFaq } from './find-faq.ts';
import { InlineText } from './inline-text.ts';
import { hostOf, linkKind } from './link-kind.ts';
import type { Page, PageBlock, PageHeading, PageImage, PageLink, PageText } from './page.ts';

/** What a reader finds in a head or in front matter. */
export type PageHead = Partial<
  Pick<
    Page,
    | 'declaredLanguage'
    | 'title'
    | 'description'
    | 'slug'
    | 'keyword'
    | 'canonical'
    | 'social'
    | 'robots'
    | 'jsonLd'
    | 'sources'
    | 'warnings'
  >
>;

interface OpenBlock {
  kind: PageBlock['kind'] | 'heading' | 'summary';
  level: number;
  text: InlineText;
}

type Counted = PageHeading & { counted: number };

/** Collects a page in reading order; both readers write into it. */
export class PageBuilder {
  readonly activeMarkup: PageText[] = [];
  readonly notes = new Map<string, PageText & { url?: string }>();
  readonly anchors = new Set<string>();
  readonly #blocks: OpenBlock[] = [];
  readonly #headings: Counted[] = [];
  readonly #summaries: PageText[] = [];
  readonly #links: Omit<PageLink, 'kind'>[] = [];
  readonly #images: PageImage[] = [];
  /** Everything that fills a section: text, pictures, code, notes. */
  #counted = 0;

  /** Text of a heading, a question that opens (`summary`) or a block. What is empty is dropped, but for headings. */
  addText(kind: OpenBlock['kind'], text: InlineText, options: { level?: number } = {}): void {
    const line = text.line;
    const placed = { text: text.text, ...(line !== undefined && { line }) };
    if (kind === 'heading') {
      const { level = 2 } = options;
      const position = this.#blocks.length;
      this.#headings.push({ ...placed, level, position, isEmpty: false, counted: this.#counted });
    } else if (text.text !== '') {
      if (kind === 'summary') this.#summaries.push(placed);
      this.#blocks.push({ kind: kind === 'summary' ? 'paragraph' : kind, level: 0, text });
      this.count();
    }
  }

  addLink(target: string, text: string, line: number | undefined, isContent = true): void {
    this.#links.push({ text, target, isContent, ...(line !== undefined && { line }) });
  }

  addImage(source: string, alt: string | undefined, line: number | undefined): void {
    this.count();
    this.#images.push({
      text: alt ?? '',
      source,
      ...(alt !== undefined && { alt }),
      ...(line !== undefined && { line }),
    });
  }

  /** Notes that a section holds something that is no text of sentences. */
  count(): void {
    this.#counted += 1;
  }

  build(format: Page['format'], head: PageHead): Page {
    const { declaredLanguage, canonical = [] } = head;
    const host = hostOf(canonical[0]?.text ?? '');
    const language = declaredLanguage ?? guessLanguage(this.#sample());
    const blocks = this.#finishBlocks(language ?? 'en');
    const headings = this.#finishHeadings();
    const counted = headings.filter(({ level }) => level > 1);
    const words = blocks.map((block) => block.words);
    for (const { text } of counted) words.push(countWords(text, language));
    return {
      format,
      ...(language !== undefined && { language }),
      headings,
      blocks,
      links: this.#links.map((link) => ({ ...link, kind: linkKind(link.target, host) })),
      images: this.#images,
      anchors: this.anchors,
      canonical: [],
      social: new Map(),
      jsonLd: [],
      sources: [],
      warnings: [],
      ...head,
      activeMarkup: this.activeMarkup,
      notes: this.notes,
      faq: findFaq(headings, blocks, this.#summaries),
      words: words.reduce((sum, count) => sum + count, 0),
    };
  }

  #sample(): string {
    let sample = '';
    for (const { text } of this.#blocks) {
      sample += `${text.text.slice(0, 4000)}\n`;
      if (sample.length > 4000) break;
    }
    return sample;
  }

  #finishBlocks(language: string): PageBlock[] {
    return this.#blocks.map(({ kind, text: inline }) => {
      const { text, line } = inline;
      return {
        kind: kind as PageBlock['kind'],
        text,
        words: countWords(text, language),
        sentences: inline.sentences(language),
        ...(line !== undefined && { line }),
      };
    });
  }

  /** A heading whose next heading is no deeper, with nothing between them, has an empty section. */
  #finishHeadings(): PageHeading[] {
    return this.#headings.map(({ counted, ...heading }, index) => {
      const next = this.#headings[index + 1];
      const isEmpty =
        (next?.counted ?? this.#counted) === counted &&
        (next === undefined || next.level <= heading.level);
      return { ...heading, isEmpty };
    });
  }
}
