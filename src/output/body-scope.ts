import type { Article, Paragraph } from '../core/article.ts';
import { foldText } from '../core/fold-text.ts';
import { linkAddress } from './article-address.ts';
import type { CitedSources, Reference } from './cited-sources.ts';
import { canonicalLanguage } from './language.ts';
import { type Run, paragraphBlocks, runSeparator } from './paragraph-blocks.ts';
import { phrasesOf } from './phrases.ts';
import { quoted } from './quoted.ts';
import type { RenderContext } from './render-context.ts';

/** What a mark shows of the words behind it. */
const MARK_CHARACTERS = 200;
/** What the list of sources shows of each quote. */
const LISTED_CHARACTERS = 400;

export interface BodyOptions {
  /** False where the ids of the list of sources do not survive: then marks lead to web pages only. */
  hasAnchors: boolean;
}

/** What the template `body` prints: the article's parts as plain text, its links and its sources. */
export function bodyScope(
  article: Article,
  context: RenderContext,
  sources: CitedSources,
  { hasAnchors }: BodyOptions,
) {
  const language = canonicalLanguage(article.language);
  const phrases = phrasesOf(language);
  let tables = 0;

  const reference = ({ number, quotes, href }: Reference) => {
    const shown = quotes.map((words) => quoted(words, language, MARK_CHARACTERS)).join(' ');
    const target = href ?? (hasAnchors ? `#source-${number}` : undefined);
    const label = `${phrases.source} ${number}`;
    return {
      number,
      label: shown === '' ? label : `${label}: ${shown}`,
      ...(target !== undefined && { href: target }),
      ...(shown !== '' && { quote: shown }),
    };
  };
  const run = ({ text, pieces, citations, doubt }: Run) => ({
    text,
    pieces: pieces.map((piece) =>
      piece.slug === undefined
        ? { text: piece.text }
        : { text: piece.text, href: linkAddress(piece.slug, 'html', context) },
    ),
    references: sources.referencesOf({ citations }).map(reference),
    ...(doubt !== undefined && { doubt: phrases[doubt] }),
  });
  const blocks = (paragraphs: readonly Paragraph[]) =>
    paragraphBlocks(paragraphs).map(({ kind, entries }) => ({
      kind,
      entries: entries.map((runs) => runs.map(run)),
      ...(kind === 'table' && { name: `${phrases.table} ${(tables += 1)}` }),
    }));

  return {
    language,
    separator: runSeparator(language),
    phrases,
    introduction: blocks(article.introduction),
    sections: article.sections.map((section) => ({
      heading: foldText(section.heading),
      blocks: blocks(section.paragraphs),
    })),
    faq: article.faq.map((entry) => ({
      question: foldText(entry.question),
      blocks: blocks(entry.answer),
    })),
    conclusion: blocks(article.conclusion),
    sources: sources.list.map(({ source: _source, quotes, ...shown }) => ({
      ...shown,
      quotes: quotes.map(({ text, href }) => ({
        text: quoted(text, language, LISTED_CHARACTERS),
        ...(href !== undefined && { href }),
      })),
    })),
  };
}
