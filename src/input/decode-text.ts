import { AppError } from '../core/errors.ts';

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark; line ends become `\n`.
 * @throws AppError `INPUT_INVALID` for spreadsheets, other binary files and other encodings.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = encodingByMark(bytes) ?? decodeUtf8(bytes, name);
  return text.replaceAll(/\r\n?/g, '\n');
}

function encodingByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

function decodeUtf8(bytes: Uint8Array, name: string): string {
  if (isZip(bytes)) {
    throw new AppError('INPUT_INVALID', `Cannot read ${name}: it is a workbook or archive.`, {
      suggestions: ['Save the sheet as "CSV UTF-8" and name that file.'],
    });
  }
  if (bytes.includes(0)) {
    throw new AppError(
      'INPUT_INVALID',
      `Cannot read ${name}: it holds null bytes, so it is a binary file or UTF-16 without a byte order mark.`,
      { suggestions: ['Save it as text in UTF-8.'] },
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const before = new TextDecoder().decode(bytes).split('\uFFFD', 1)[0] ?? '';
    const line = before.split(/\r\n?|\n/).length;
    throw new AppError('INPUT_INVALID', `${name}:${line}: the text is not valid UTF-8.`, {
      suggestions: [
        'Save the file as UTF-8; in a spreadsheet choose "CSV UTF-8".',
        'Or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv',
      ],
      cause: error,
    });
  }
}

/** Excel and OpenDocument files are zip archives. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
