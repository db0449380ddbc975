import { foldText } from '../../core/fold-text.ts';

/** No sentence and no heading is longer; what is comes from a model that has lost its way. */
const LONGEST_TEXT = 1500;

/** Formatting that means nothing in plain text. */
const PLAIN_TAGS =
  /<\/?(?:b|i|u|em|strong|mark|small|span|sup|sub|code|cite|q|p|br|ul|ol|li|h[1-6])\s?\/?>/giu;
const TAG =
  /<[/!]?[a-z][^<>]*>|<!--|<(?:script|iframe|style|img|svg|object|embed|form|meta|link)\b/iu;
const LINK = /!?\[([^[\]]{1,300})\]\([^()\s]{1,2000}\)/gu;
const ADDRESS_IN_BRACKETS = /\s?\((?:https?:\/\/|www\.)[^()\s]{1,2000}\)/giu;
const ADDRESS = /\b(?:https?:|ftp:|javascript:|data:|www\.)\S/iu;
/** `[1]`, `[^2]`, `[s1p2, s2]`, `(s1p2)`, `【4†source】`. */
const CITATION_MARK =
  /\s?(?:\[\^?(?:\d{1,3}|s\d{1,3}(?:p\d{1,3})?)(?:[,;–-]\s?(?:\d{1,3}|s\d{1,3}(?:p\d{1,3})?)){0,20}\]|\(s\d{1,3}(?:p\d{1,3})?(?:[,;]\s?s\d{1,3}(?:p\d{1,3})?){0,20}\)|【[^【】]{1,60}】)/gu;
const EMPHASIS = /(\*\*|__|~~|\*|`)(?=[\p{L}\p{N}“"'(])([^*_~`]{1,300})\1(?![\p{L}\p{N}])/gu;
const BLOCK_MARK = /^(?:#{1,6}|>|[-*•+])\s+/u;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Words of a model as plain text, or what keeps them from being used. */
export type CleanedText = { text: string; problem?: never } | { text?: never; problem: string };

/**
 * Takes off what is harmless: Markdown, bare formatting tags, citation marks, the entities of the prompt. Markup of any
 * other kind and addresses are refused, with a reason that the model can act on.
 */
export function cleanAnswerText(raw: string): CleanedText {
  if (raw.length > LONGEST_TEXT * 4) return { problem: 'is far too long' };
  const folded = foldText(raw);
  if (folded.length > LONGEST_TEXT) return { problem: 'is far too long' };
  const bare = folded
    .replace(PLAIN_TAGS, ' ')
    .replace(LINK, '$1')
    .replace(ADDRESS_IN_BRACKETS, '')
    .replace(CITATION_MARK, '');
  if (TAG.test(bare)) return { problem: 'holds HTML or marks of the request; write plain text' };
  if (ADDRESS.test(bare)) return { problem: 'holds an address; name no addresses' };
  const text = bare
    .replace(BLOCK_MARK, '')
    .replace(EMPHASIS, '$2')
    .replaceAll('```', '')
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,;:!?)](?:\s|$))/gu, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(text) ? { text } : { problem: 'is empty' };
}
