import type { Article } from '../core/article.ts';
import { countArticleWords } from '../core/count-article-words.ts';
import { cutText } from '../core/cut-text.ts';
import { foldText } from '../core/fold-text.ts';
import type { SupportScore } from '../core/summary.ts';
import { cleanText } from '../core/text/clean-text.ts';
import { type Preset, articleAddress } from './article-address.ts';
import type { CitedSource } from './cited-sources.ts';
import { canonicalLanguage } from './language.ts';
import type { RenderContext } from './render-context.ts';
import { yamlText } from './yaml-text.ts';

/** YAML reads no longer name without a question mark before it; the limit is 1,024 characters. */
const LONGEST_PLAIN_NAME = 1000;

/** What a side bar has room for. */
const SIDEBAR_CHARACTERS = 40;

/** The parts that every preset sets in its own way. */
interface Parts {
  /** `title` and `description`. */
  head: readonly string[];
  slug: string;
  keyword: string;
  language: string;
  title: string;
  /** ISO 8601. */
  date: string;
  /** The address on the web, where the site's is known. */
  canonical?: string;
  siteUrl?: string;
  /** What this program tells of the article: writer, words, cost, support, sources. */
  facts: readonly string[];
  /** The user's own columns. */
  extra: readonly string[];
}

/** The fields that each generator reads under its own names, and the rest where it keeps what it does not know. */
const PRESETS = {
  plain: ({ head, slug, keyword, date, language, canonical, facts, extra }) => [
    ...head,
    `slug: ${yamlText(slug)}`,
    `keyword: ${yamlText(keyword)}`,
    `date: ${date}`,
    `language: ${yamlText(language)}`,
    ...(canonical === undefined ? [] : [`canonical: ${yamlText(canonical)}`]),
    ...facts,
    ...extra,
  ],
  hugo: ({ head, slug, keyword, date, language, facts, extra }) => [
    ...head,
    `slug: ${yamlText(slug)}`,
    `date: ${date}`,
    `lastmod: ${date}`,
    'draft: false',
    `keywords: [${yamlText(keyword)}]`,
    'params:',
    ...indent([`keyword: ${yamlText(keyword)}`, `language: ${yamlText(language)}`]),
    ...indent(facts),
    ...indent(extra),
  ],
  astro: ({ head, slug, keyword, date, language, facts, extra }) => [
    ...head,
    `slug: ${yamlText(slug)}`,
    `pubDate: ${date}`,
    `updatedDate: ${date}`,
    `keyword: ${yamlText(keyword)}`,
    `language: ${yamlText(language)}`,
    ...facts,
    ...extra,
  ],
  jekyll: ({ head, slug, keyword, date, language, siteUrl, facts, extra }) => [
    'layout: "post"',
    ...head,
    `date: ${jekyllDate(date)}`,
    `last_modified_at: ${jekyllDate(date)}`,
    `permalink: ${yamlText(permalink(slug, siteUrl))}`,
    `lang: ${yamlText(language)}`,
    `keyword: ${yamlText(keyword)}`,
    ...facts,
    ...extra,
  ],
  nextra: ({ head, title, keyword, date, language, canonical, facts, extra }) => [
    ...head,
    `sidebarTitle: ${yamlText(cutText(title, SIDEBAR_CHARACTERS))}`,
    `keywords: [${yamlText(keyword)}]`,
    ...(canonical === undefined
      ? []
      : ['alternates:', ...indent([`canonical: ${yamlText(canonical)}`])]),
    `date: ${date}`,
    `keyword: ${yamlText(keyword)}`,
    `language: ${yamlText(language)}`,
    ...facts,
    ...extra,
  ],
} satisfies Record<Preset, (parts: Parts) => string[]>;

/**
 * The YAML block at the head of a Markdown file, with its `---` lines. All texts are in double quotes on
 * one line each, so that no reader takes `no` for false, a number for a date, or a text for structure.
 */
export function frontMatter(
  article: Article,
  sources: readonly CitedSource[],
  context: RenderContext,
): string {
  const { item, createdAt, preset, site } = context;
  const title = foldText(article.title);
  const lines = PRESETS[preset]({
    head: [`title: ${yamlText(title)}`, `description: ${yamlText(foldText(article.description))}`],
    title,
    slug: item.slug,
    keyword: item.keyword,
    language: canonicalLanguage(article.language),
    date: createdAt,
    ...(site.url !== undefined && {
      siteUrl: site.url,
      canonical: articleAddress(item.slug, 'md', context),
    }),
    facts: factLines(article, sources, context),
    extra: extraLines(item.extra),
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

function factLines(
  article: Article,
  sources: readonly CitedSource[],
  { usage, support }: RenderContext,
): string[] {
  const { model, writer } = article;
  return [
    `writer: ${yamlText(writer)}`,
    ...(model === undefined ? [] : [`model: ${yamlText(foldText(model))}`]),
    `words: ${countArticleWords(article)}`,
    // An unknown cost is not a cost of zero.
    `cost_usd: ${usage.unpricedCalls > 0 ? 'null' : Number(usage.costUsd.toFixed(6))}`,
    ...(support === undefined ? [] : supportLines(support)),
    ...(sources.length === 0 ? ['sources: []'] : ['sources:', ...sources.map(sourceLines)]),
  ].flatMap((lines) => lines.split('\n'));
}

function supportLines({ score, ...counts }: SupportScore): string[] {
  const { sentences, supported, partly, unsupported, contradicted, removed } = counts;
  return [
    // Rounded down: only a whole support is told as 1.
    `support: ${Math.floor(score * 1000) / 1000}`,
    `support_sentences: ${sentences}`,
    `support_supported: ${supported}`,
    `support_partly: ${partly}`,
    `support_unsupported: ${unsupported}`,
    `support_contradicted: ${contradicted}`,
    `support_removed: ${removed}`,
  ];
}

function sourceLines({ title, url, source }: CitedSource): string {
  const place = url === undefined ? foldText(source.path ?? '') : url;
  const name = url === undefined ? 'path' : 'url';
  return `  - title: ${yamlText(title)}${place === '' ? '' : `\n    ${name}: ${yamlText(place)}`}`;
}

/** The user's own columns; two that only differ in white space are one. */
function extraLines(extra: Readonly<Record<string, string>>): string[] {
  const fields = new Map(
    Object.entries(extra).map(([name, value]) => [
      yamlText(foldText(name)),
      // YAML refuses these code points even in quotes.
      yamlText(cleanText(value).replaceAll(/\p{Noncharacter_Code_Point}/gu, '')),
    ]),
  );
  const lines = [...fields].flatMap(([name, value]) =>
    name.length > LONGEST_PLAIN_NAME ? [`  ? ${name}`, `  : ${value}`] : [`  ${name}: ${value}`],
  );
  return lines.length === 0 ? [] : ['extra:', ...lines];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** `2026-11-22 12:22:10 +0000` */
function jekyllDate(moment: string): string {
  return moment.replace(/^(\S{10})T(\S{8})\S*$/u, '$1 $2 +0000');
}

/** The path below the host; a generator's base path is not part of it. */
function permalink(slug: string, siteUrl?: string): string {
  const folder = siteUrl === undefined ? '' : new URL(siteUrl).pathname.replace(/\/+$/u, '');
  return `${folder}/${slug}/`;
}
