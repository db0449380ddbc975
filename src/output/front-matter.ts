import { Document, Pair, Scalar, visit } from 'yaml';
import type { Article } from '../core/article.ts';
import { countArticleWords } from '../core/count-article-words.ts';
import { foldText } from '../core/fold-text.ts';
import { cleanText } from '../core/text/clean-text.ts';
import type { CitedSource } from './cited-sources.ts';
import { canonicalLanguage } from './language.ts';
import type { RenderContext } from './render-context.ts';

/**
 * The YAML block at the head of a Markdown file, with its `---` lines. All texts are in double quotes on
 * one line each, so that no reader takes `no` for false, a number for a date, or a text for structure.
 */
export function frontMatter(
  article: Article,
  sources: readonly CitedSource[],
  { item, usage, createdAt }: RenderContext,
): string {
  const extra = Object.entries(item.extra).map(([name, value]) => [
    foldText(name),
    // YAML refuses these code points even in quotes.
    cleanText(value).replaceAll(/\p{Noncharacter_Code_Point}/gu, ''),
  ]);
  const document = new Document({
    title: foldText(article.title),
    description: foldText(article.description),
    slug: item.slug,
    keyword: item.keyword,
    date: createdAt,
    language: canonicalLanguage(article.language),
    writer: article.writer,
    ...(article.model !== undefined && { model: foldText(article.model) }),
    words: countArticleWords(article),
    // An unknown cost is not a cost of zero.
    cost_usd: usage.unpricedCalls > 0 ? null : Number(usage.costUsd.toFixed(6)),
    sources: sources.map(({ title, url, source }) => ({
      title,
      ...(url === undefined ? source.path && { path: foldText(source.path) } : { url }),
    })),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  });
  quoteTexts(document);
  return `---\n${document.toString({ lineWidth: 0, singleQuote: false })}---\n`;
}

/** Our own keys and the date stay bare; every other text is quoted, the user's keys included. */
function quoteTexts(document: Document): void {
  const extra = document.get('extra');
  visit(document, {
    Pair(_, pair: Pair, path) {
      const map = path.at(-1);
      if (map === extra && pair.key instanceof Scalar) pair.key.type = Scalar.QUOTE_DOUBLE;
      const isDate = map === document.contents && isScalarOf(pair.key, 'date');
      if (pair.value instanceof Scalar && typeof pair.value.value === 'string') {
        pair.value.type = isDate ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
      }
    },
  });
}

function isScalarOf(node: unknown, value: string): boolean {
  return node instanceof Scalar && node.value === value;
}
