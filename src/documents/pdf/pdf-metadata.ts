import type { DocumentContent } from '../document.ts';
import { metadataDate, metadataLanguage, metadataText } from '../metadata.ts';
import type { Pdf } from './open-pdf.ts';

/** Titles that programs put there by themselves. */
const NO_TITLE =
  /^(?:untitled|unknown|title|document\d*|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?|xlsx?|rtf|odt|html?)|[\da-f-]{32,}|\W*)$/iu;

/** Title, author, date and language as the document's properties tell them. */
export async function pdfMetadata(
  pdf: Pdf,
): Promise<Pick<DocumentContent, 'title' | 'author' | 'publishedAt' | 'language'>> {
  let info: Record<string, unknown>;
  try {
    info = { ...(await pdf.getMetadata()).info };
  } catch {
    return {};
  }
  const title = metadataText(info['Title']);
  const author = metadataText(info['Author'], 120);
  const publishedAt = metadataDate(isoDate(info['CreationDate']));
  const language = metadataLanguage(info['Language']);
  return {
    ...(title === undefined || NO_TITLE.test(title) ? {} : { title }),
    ...(author === undefined || NO_TITLE.test(author) ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
  };
}

/** `D:20250309120000+01'00'` (ISO 32000, 7.9.4) → `2025-03-09`. */
function isoDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const parts = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/u.exec(value);
  return parts?.slice(1).filter(Boolean).join('-');
}
