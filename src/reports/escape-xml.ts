import { cleanText } from '../core/text/clean-text.ts';

/** What XML 1.0 allows in no form, not even escaped (section 2.2). */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text from outside as the value of an XML attribute, line ends and tabs kept. */
export function escapeXmlAttribute(text: string): string {
  return legalText(text).replaceAll(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] ?? '');
}

/** Text from outside as the content of an XML element. */
export function escapeXmlText(text: string): string {
  return legalText(text).replaceAll(/[&<>\r]/g, (character) => ENTITIES[character] ?? '');
}

function legalText(text: string): string {
  return cleanText(text).replaceAll(ILLEGAL, '\ufffd');
}
