import { AppError } from '../../core/errors.ts';
import type { DocumentKind } from '../../documents/document.ts';

const KINDS = {
  pdf: true,
  docx: true,
  html: true,
  markdown: true,
  text: true,
  csv: true,
  jsonl: true,
} satisfies Record<DocumentKind, true>;

/** Kinds of documents out of `pdf,docx`. @throws AppError `USAGE` for one that there is not. */
export function readKinds(list: string | undefined): string[] | undefined {
  if (list === undefined) return undefined;
  const kinds = list.split(',').map((kind) => kind.trim().toLowerCase());
  const unknown = kinds.find((kind) => !Object.hasOwn(KINDS, kind));
  if (unknown === undefined) return kinds;
  throw new AppError('USAGE', `There is no kind of documents "${unknown.slice(0, 40)}".`, {
    suggestions: [`The kinds are: ${Object.keys(KINDS).join(', ')}.`],
  });
}
