import type { Article } from '../core/article.ts';
import { countArticleWords } from '../core/count-article-words.ts';
import { foldText } from '../core/fold-text.ts';
import { cleanText } from '../core/text/clean-text.ts';
import type { CitedSource } from './cited-sources.ts';
import { canonicalLanguage } from './language.ts';
import type { RenderContext } from './render-context.ts';

/** YAML reads no longer name without a question mark before it; the limit is 1,024 characters. */
const LONGEST_PLAIN_NAME = 1000;

/**
 * The YAML block at the head of a Markdown file, with its `---` lines. All texts are in double quotes on
 * one line each, so that no reader takes `no` for false, a number for a date, or a text for structure.
 */
export function frontMatter(
  article: Article,
  sources: readonly CitedSource[],
  { item, usage, createdAt }: RenderContext,
): string {
  const { model } = article;
  const lines = [
    `title: ${quote(foldText(article.title))}`,
    `description: ${quote(foldText(article.description))}`,
    `slug: ${quote(item.slug)}`,
    `keyword: ${quote(item.keyword)}`,
    `date: ${createdAt}`,
    `language: ${quote(canonicalLanguage(article.language))}`,
    `writer: ${quote(article.writer)}`,
    ...(model === undefined ? [] : [`model: ${quote(foldText(model))}`]),
    `words: ${countArticleWords(article)}`,
    // An unknown cost is not a cost of zero.
    `cost_usd: ${usage.unpricedCalls > 0 ? 'null' : Number(usage.costUsd.toFixed(6))}`,
    ...(sources.length === 0 ? ['sources: []'] : ['sources:', ...sources.map(sourceLines)]),
    ...extraLines(item.extra),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

function sourceLines({ title, url, source }: CitedSource): string {
  const place = url === undefined ? foldText(source.path ?? '') : url;
  const name = url === undefined ? 'path' : 'url';
  return `  - title: ${quote(title)}${place === '' ? '' : `\n    ${name}: ${quote(place)}`}`;
}

/** The user's own columns; two that only differ in white space are one. */
function extraLines(extra: Readonly<Record<string, string>>): string[] {
  const fields = new Map(
    Object.entries(extra).map(([name, value]) => [
      quote(foldText(name)),
      // YAML refuses these code points even in quotes.
      quote(cleanText(value).replaceAll(/\p{Noncharacter_Code_Point}/gu, '')),
    ]),
  );
  const lines = [...fields].map(([name, value]) =>
    name.length > LONGEST_PLAIN_NAME ? `  ? ${name}\n  : ${value}` : `  ${name}: ${value}`,
  );
  return lines.length === 0 ? [] : ['extra:', ...lines];
}

/** A text as YAML in double quotes: JSON is part of YAML 1.2. */
function quote(text: string): string {
  return JSON.stringify(text);
}
