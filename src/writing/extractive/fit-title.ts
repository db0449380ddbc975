import type { ArticleTemplate } from '../../core/article-template.ts';
import { TITLE_LENGTH } from '../../core/head-lengths.ts';
import { titleCase } from '../../core/title-case.ts';
import { articleTitle, type TitleParts } from '../article-title.ts';

/** What may follow a keyword in a title, by language, long ones first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Facts and Figures from the Sources',
    'Facts and Figures',
    'What the Sources Say',
    'Key Facts',
  ],
  de: [
    'Fakten und Zahlen aus den Quellen',
    'Fakten und Zahlen',
    'Was die Quellen sagen',
    'Das Wichtigste',
  ],
  fr: [
    'faits et chiffres tirés des sources',
    'faits et chiffres',
    'ce que disent les sources',
    'l’essentiel',
  ],
  es: [
    'datos y cifras de las fuentes',
    'datos y cifras',
    'lo que dicen las fuentes',
    'lo esencial',
  ],
  pt: ['factos e números das fontes', 'factos e números', 'o essencial'],
  it: ['fatti e cifre dalle fonti', 'fatti e cifre', 'in breve'],
  nl: ['feiten en cijfers uit de bronnen', 'feiten en cijfers', 'de kern'],
  pl: ['fakty i liczby ze źródeł', 'fakty i liczby', 'najważniejsze'],
  ja: ['出典から見る事実と数値', '事実と数値', '要点'],
  zh: ['来源中的事实与数据', '事实与数据', '要点'],
  ar: ['حقائق وأرقام من المصادر', 'حقائق وأرقام', 'الأهم'],
};
const PLAIN = { title: '{{ keyword }}' };

/**
 * The title of an article: the template's where it is in the article's language and of fitting length, else the
 * keyword with an ending that brings it to 30 to 60 characters, as far as one can.
 * @param promise false where the template's title promises what the sources did not have.
 */
export function fitTitle(parts: TitleParts & { promise: boolean }): string {
  const { template, language, promise, keyword } = parts;
  const base = language.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
  const foreign = base !== 'en' && isEnglish(template);
  const title = articleTitle({ ...parts, template: promise && !foreign ? template : PLAIN });
  if (title.length >= TITLE_LENGTH.minimum && title.length <= TITLE_LENGTH.maximum) return title;
  const plain = titleCase(keyword.replace(/\s+/gu, ' ').trim(), language);
  const asks = /[?？؟]$/u.test(title);
  const endings = (asks ? [] : ENDINGS[base]) ?? [];
  const colon = /^(?:ja|zh)$/u.test(base) ? '：' : base === 'fr' ? ' : ' : ': ';
  const fitting = endings
    .map((ending) => `${plain}${colon}${ending}`)
    .filter((each) => each.length <= TITLE_LENGTH.maximum)
    .toSorted((left, right) => distance(left) - distance(right));
  if (title.length > TITLE_LENGTH.maximum) {
    if (plain.length > TITLE_LENGTH.maximum) return title;
    return fitting[0] ?? plain;
  }
  return fitting[0] ?? title;
}

/** How much shorter than the least length. */
function distance(title: string): number {
  return Math.max(0, TITLE_LENGTH.minimum - title.length);
}

/** The templates that come with the program are in English. */
function isEnglish(template: Pick<ArticleTemplate, 'title'>): boolean {
  const words = template.title.replace(/\{\{[^}]*\}\}/gu, ' ');
  return /\b(?:a|the|guide|comparison|meaning|key|facts|step|things|to|know|what|before|you|buy|how)\b/iu.test(
    words,
  );
}
