import { foldText } from '../core/fold-text.ts';
import { splitFrontMatter } from '../documents/front-matter.ts';

/** What one file tells of an article. */
export interface SitePage {
  slug?: string;
  title: string;
  description: string;
  keyword?: string;
  language?: string;
  date?: string;
  /** Last parts of the addresses that it links to on its own site, without endings. */
  linksTo: readonly string[];
}

const LONGEST_TEXT = 500;
const MARKDOWN_LINK = /\]\(([^()\s]{1,2000})\)/gu;
const HTML_LINK = /\shref="([^"]{1,2000})"/gu;

/** Reads the head and the links of a Markdown, JSON or HTML file; undefined for a file without a title. */
export function readPage(text: string, ending: '.md' | '.json' | '.html'): SitePage | undefined {
  const fields = FIELDS_OF[ending](text);
  const title = textOf(fields['title']);
  if (title === undefined) return undefined;
  const known = {
    slug: textOf(fields['slug']),
    keyword: textOf(fields['keyword']),
    language: languageOf(textOf(fields['language']) ?? textOf(fields['lang'])),
    date: /^\d{4}-\d{2}-\d{2}/u.exec(dateOf(fields['date'] ?? fields['pubDate']))?.[0],
  };
  return {
    title,
    description: textOf(fields['description']) ?? '',
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    linksTo: ending === '.json' ? [] : linksOf(text, ending === '.md' ? MARKDOWN_LINK : HTML_LINK),
  };
}

const FIELDS_OF = {
  '.md': frontMatterOf,
  '.json': jsonOf,
  '.html': headOf,
} satisfies Record<string, (text: string) => Record<string, unknown>>;

/** Generators keep custom fields below `params`, `extra` or `seo`. */
function frontMatterOf(text: string): Record<string, unknown> {
  const { fields } = splitFrontMatter(text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n'));
  return { ...record(fields['params']), ...fields };
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    const document = record(JSON.parse(text));
    const { title, description, language } = record(document['article']);
    return { ...document, title, description, language, date: document['createdAt'] };
  } catch {
    return {};
  }
}

/** The head alone, and what the program itself writes there: a page of somebody else may lack a field. */
function headOf(text: string): Record<string, unknown> {
  const head = text.slice(0, Math.max(0, text.indexOf('</head>')));
  const meta = (name: string) =>
    new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'u').exec(head)?.[1];
  return {
    title: unescapeHtml(meta('og:title') ?? /<title>([^<]*)<\/title>/u.exec(head)?.[1]),
    description: unescapeHtml(meta('description')),
    keyword: unescapeHtml(meta('keywords')),
    language: /<html[^>]{0,500}? lang="([^"]*)"/u.exec(head)?.[1],
    date: meta('article:published_time'),
  };
}

function linksOf(text: string, pattern: RegExp): string[] {
  const targets = Array.from(text.matchAll(pattern), ([, address = '']) => lastPart(address));
  return [...new Set(targets)].filter((target) => target !== '');
}

/** `other-page` of `./other-page.md#part` and of `https://example.com/blog/other-page/`. */
function lastPart(address: string): string {
  const path = address.replace(/[?#].*$/su, '').replace(/\/+$/u, '');
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|mdx|html)$/u, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function unescapeHtml(text: string | undefined): string | undefined {
  return text
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = foldText(value.slice(0, LONGEST_TEXT));
  return text === '' ? undefined : text;
}

function dateOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

function languageOf(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : new Intl.Locale(tag).toString();
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
