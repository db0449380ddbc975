import type { Source } from '../../core/dossier.ts';
import type { ArticlePrompts } from './article-prompts.ts';
import type { AskedModel } from '../../asking/ask-model.ts';
import type { TextRules } from './read-paragraphs.ts';

/** What the calls for an article are made with. */
export interface WriterTools extends AskedModel {
  prompts: ArticlePrompts;
  /** Calls at a time. */
  fanOut: number;
  /** Whether a text repeats the rules of the request. */
  isEcho: (text: string) => boolean;
}

/** For the thoughts of a model that thinks before it writes. */
const THOUGHTS = 2500;
/** A model that was asked for so many words rarely takes more tokens for each. */
const MOST_PER_WORD = 6;

/** Tokens that an answer of so many words stays below; less is reserved for it than for a whole article. */
export function answerRoom(words: number): number {
  return THOUGHTS + words * MOST_PER_WORD;
}

/** What a text may cite, and how it has to be. */
export function textRules(
  sources: readonly Source[],
  language: string,
  { isEcho }: Pick<WriterTools, 'isEcho'>,
): TextRules {
  const passages = new Map(
    sources.flatMap((source) =>
      source.passages.map(({ id, text }) => [id, { sourceId: source.id, text }] as const),
    ),
  );
  return { language, passages, isEcho };
}
