import { metadataLanguage, metadataText } from '../documents/metadata.ts';
import type { PageHead } from './page-builder.ts';
import type { PageSource, PageText } from './page.ts';

const MAX_DESCRIPTION = 2000;

type Fields = Readonly<Record<string, unknown>>;

/** What front matter says in place of a head; `params` (Hugo) and `extra` are looked into where the top says nothing. */
export function frontMatterHead(fields: Fields, block: string): PageHead {
  const lines = fieldLines(block);
  const levels = [fields, fields['params'], fields['extra']].filter(isFields);
  const value = (...names: readonly string[]): PageText | undefined => {
    for (const level of levels) {
      for (const name of names) {
        const found = Object.hasOwn(level, name)
          ? metadataText(first(level[name]), MAX_DESCRIPTION)
          : undefined;
        const line = lines.get(name);
        if (found !== undefined) return { text: found, ...(line !== undefined && { line }) };
      }
    }
    return undefined;
  };
  const title = value('title');
  const description = value('description', 'meta_description', 'excerpt', 'summary');
  const slug = value('slug');
  const keyword = value('keyword', 'focus_keyword', 'keywords');
  const language = metadataLanguage(value('language', 'lang', 'locale')?.text);
  const canonical = value('canonical', 'canonical_url', 'canonicalURL', 'canonicalUrl');
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(slug !== undefined && { slug: slug.text }),
    ...(keyword !== undefined && { keyword: keyword.text }),
    ...(language !== undefined && { declaredLanguage: language }),
    ...(canonical !== undefined && { canonical: [canonical] }),
    sources: sourcesOf(levels),
  };
}

/** `keywords` may be a list, of which the first is the one that counts, or one text parted by commas. */
function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

/** The line of each field at the top level or one below, from 1. */
function fieldLines(block: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of block.split('\n').entries()) {
    const name = /^\s*"?([\w-]{1,60})"?\s*:/u.exec(line)?.[1];
    if (name !== undefined && !lines.has(name)) lines.set(name, index + 1);
  }
  return lines;
}

function sourcesOf(levels: readonly Fields[]): PageSource[] {
  const list = levels.map((level) => level['sources']).find(Array.isArray) ?? [];
  return list.filter(isFields).map((entry) => {
    const url = metadataText(entry['url'], 2000);
    const path = metadataText(entry['path'], 2000);
    return {
      title: metadataText(entry['title'], 2000) ?? '',
      ...(url !== undefined && { url }),
      ...(path !== undefined && { path }),
    };
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
