import { Liquid } from 'liquidjs';
import type { ArticleTemplate } from '../core/article-template.ts';
import { cutText } from '../core/cut-text.ts';
import { titleCase } from '../core/title-case.ts';

/** Search engines cut longer titles off. */
const LONGEST_TITLE = 65;

const liquid = new Liquid({ strictFilters: true });

export interface TitleParts {
  keyword: string;
  template: Pick<ArticleTemplate, 'title'>;
  language: string;
  /** Number of sections. */
  count: number;
  year: number;
}

/**
 * The title that the template gives a keyword. A keyword that asks is its own title; a title that got too long falls
 * back to the keyword alone, cut at 65 characters at the latest.
 */
export function articleTitle({ keyword, template, language, count, year }: TitleParts): string {
  const title = titleCase(keyword, language);
  if (asks(keyword)) return cutText(/[?？]$/u.test(title) ? title : `${title}?`, LONGEST_TITLE);
  const rendered = String(
    liquid.parseAndRenderSync(template.title, { keyword: title, count, year }),
  )
    .replace(/\s+/gu, ' ')
    .trim();
  return rendered !== '' && rendered.length <= LONGEST_TITLE
    ? rendered
    : cutText(title, LONGEST_TITLE);
}

function asks(keyword: string): boolean {
  if (/[?？]$/u.test(keyword)) return true;
  return /^(?:what|why|when|where|who|which|is|are|can|does|do|should|how (?!to\b))\S*\s/iu.test(
    keyword,
  );
}
