import { unreadable } from '../unreadable.ts';

/** What other archives are by the names in them, and how to make a document of them. */
const OTHERS: readonly (readonly [RegExp, string, string])[] = [
  [/^xl\/workbook\./u, 'is an Excel workbook', 'Save each sheet as "CSV UTF-8".'],
  [/^ppt\/presentation\./u, 'is a PowerPoint presentation', 'Export it as PDF.'],
  [
    /^META-INF\/container\.xml$/u,
    'is an EPUB book',
    'Convert it, for example with: pandoc BOOK.epub -o BOOK.docx',
  ],
  [
    /^META-INF\/manifest\.xml$/u,
    'is an OpenDocument file',
    'Save it as .docx, for example with: libreoffice --convert-to docx FILE',
  ],
];

/**
 * Looks whether the names in an archive are those of a Word document.
 * @throws AppError `DOCUMENT_UNREADABLE` that says what it is instead
 */
export function requireWordDocument(names: ReadonlySet<string>, path: string): void {
  const all = [...names];
  if (all.some((name) => /^word\/document\d*\.xml$/u.test(name))) return;
  const other = OTHERS.find(([pattern]) => all.some((name) => pattern.test(name)));
  if (other !== undefined) throw unreadable(path, `${other[1]}, which is not read`, [other[2]]);
  throw unreadable(path, 'is a ZIP archive and no document', [
    'Unpack it, and name the files in it.',
  ]);
}
