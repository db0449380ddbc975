import type { Article, Citation, CitedText, Paragraph } from '../core/article.ts';
import { countArticleWords } from '../core/count-article-words.ts';
import type { Source } from '../core/dossier.ts';
import type { SentenceSupport } from '../core/support.ts';
import type { SupportScore } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';
import { articleAddress } from './article-address.ts';
import { CitedSources } from './cited-sources.ts';
import type { RenderContext } from './render-context.ts';

/** The article as data; the schema of `<slug>.json`. Optional fields are left out where they are unknown. */
interface ArticleDocument {
  version: 1;
  keyword: string;
  slug: string;
  /** Where the article will stand, where the site's address is known. */
  canonical?: string;
  /** ISO 8601. */
  createdAt: string;
  words: number;
  support?: SupportScore;
  /** What an editor should look at: sentences that are not borne out whole, those that were taken out included. */
  doubts: readonly Omit<SentenceSupport, 'claims' | 'run' | 'sentence'>[];
  /** Plain text throughout; citations name sources by `id` and hold the words of the source as `quote`. */
  article: Article;
  /** The cited sources in order of first citation. Their passages are in the dossier. */
  sources: readonly (Omit<Source, 'passages' | 'score'> & {
    number: number;
    /** In the citation style, as plain text; for works, and for all in the style of a manual. */
    reference?: string;
  })[];
  usage: Usage;
  /** The row's unknown columns. */
  extra: Readonly<Record<string, string>>;
}

/** The article as one JSON document with a line end. */
export function renderJson(article: Article, context: RenderContext): string {
  const { item, dossier, usage, createdAt, support, doubts = [], site, citationStyle } = context;
  const sources = new CitedSources(article, dossier, citationStyle);
  const document: ArticleDocument = {
    version: 1,
    keyword: item.keyword,
    slug: item.slug,
    ...(site.url !== undefined && { canonical: articleAddress(item.slug, 'json', context) }),
    createdAt,
    words: countArticleWords(article),
    ...(support !== undefined && { support }),
    doubts: doubts.map(({ claims: _claims, run: _run, sentence: _sentence, ...told }) => told),
    article: withQuotes(article, sources),
    sources: sources.list.map(({ number, source, reference }) => {
      const { passages: _passages, score: _score, ...rest } = source;
      const text = reference?.map((piece) => piece.text).join('');
      return { number, ...rest, ...(text !== undefined && { reference: text }) };
    }),
    usage,
    extra: item.extra,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function withQuotes(article: Article, sources: CitedSources): Article {
  const quoteCitation = (citation: Citation) => {
    const quote = sources.quoteOf(citation);
    return quote === undefined ? citation : { ...citation, quote };
  };
  const quoteRun = (run: CitedText) => ({ ...run, citations: run.citations.map(quoteCitation) });
  const quoteAll = (paragraphs: readonly Paragraph[]) =>
    paragraphs.map(({ kind, content }) => ({ kind, content: content.map(quoteRun) }));
  return {
    ...article,
    introduction: quoteAll(article.introduction),
    sections: article.sections.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: quoteAll(paragraphs),
    })),
    faq: article.faq.map(({ question, answer }) => ({ question, answer: quoteAll(answer) })),
    conclusion: quoteAll(article.conclusion),
  };
}
