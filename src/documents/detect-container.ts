/** What a file is that holds no plain text, told by its first bytes. */
export type Container =
  | 'pdf'
  | 'zip'
  | 'ole'
  | 'rtf'
  | 'gzip'
  | 'PNG image'
  | 'JPEG image'
  | 'GIF image'
  | 'TIFF image'
  | 'WebP image'
  | 'PostScript file'
  | 'program'
  | 'SQLite database'
  | '7-Zip archive'
  | 'RAR archive';

/** Readers of PDF look for the mark so far into a file; some servers put lines of their own before it. */
const PDF_MARK_WITHIN = 1024;

const MARKS: readonly (readonly [Container, string])[] = [
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['ole', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['rtf', '{\\rtf'],
  ['gzip', '\u001f\u008b'],
  ['PNG image', '\u0089PNG'],
  ['JPEG image', '\u00ff\u00d8\u00ff'],
  ['GIF image', 'GIF8'],
  ['TIFF image', 'II*\u0000'],
  ['TIFF image', 'MM\u0000*'],
  ['PostScript file', '%!PS'],
  ['program', '\u007fELF'],
  ['program', 'MZ\u0090\u0000'],
  ['SQLite database', 'SQLite format 3\u0000'],
  ['7-Zip archive', "7z\u00bc\u00af'\u001c"],
  ['RAR archive', 'Rar!\u001a\u0007'],
];

/** Looks at the content alone; undefined for what may be text. */
export function detectContainer(bytes: Uint8Array): Container | undefined {
  const head = Buffer.from(bytes.subarray(0, PDF_MARK_WITHIN)).toString('latin1');
  const found = MARKS.find(([, mark]) => head.startsWith(mark));
  if (found !== undefined) return found[0];
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'WebP image';
  // A page about the format may name the mark; a PDF has it at the beginning of a line, and is no page.
  return /(?:^|[\r\n\0])%PDF-\d/u.test(head) || head.startsWith('%PDF-') ? 'pdf' : undefined;
}
