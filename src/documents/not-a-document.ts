import type { AppError } from '../core/errors.ts';
import type { Container } from './detect-container.ts';
import { unreadable } from './unreadable.ts';

type OtherContainer = Exclude<Container, 'pdf' | 'zip' | 'ole'>;

/** The error for a file that is neither text nor a document that can be read: what it is, and how to make one of it. */
export function notADocument(path: string, container: OtherContainer): AppError {
  if (container === 'rtf') {
    return unreadable(path, 'is in rich text format (RTF), which is not read', [
      'Save it as .docx or as plain text, for example with: libreoffice --convert-to docx FILE',
    ]);
  }
  if (container.endsWith('image')) {
    return unreadable(path, `is not a text file, but a ${container}`, [
      'To read the text in it, run OCR first, for example: ocrmypdf --image-dpi 300 IMAGE OUT.pdf',
    ]);
  }
  if (container === 'PostScript file') {
    return unreadable(path, `is not a text file, but a ${container}`, [
      'Convert it, for example with: ps2pdf FILE OUT.pdf',
    ]);
  }
  if (container === 'gzip' || container.endsWith('archive')) {
    const what = container === 'gzip' ? 'gzip archive' : container;
    return unreadable(path, `is not a text file, but a ${what}`, [
      'Unpack it, and name the files in it.',
    ]);
  }
  return unreadable(path, `is not a text file, but a ${container}`, ['Leave it out.']);
}

/** The error for an OLE compound file: Word, Excel and PowerPoint before 2007, and newer ones that are encrypted. */
export function oldOfficeFile(path: string, bytes: Uint8Array): AppError {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => names.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) {
    return unreadable(path, 'is an Office file that is protected by a password', [
      'Open it in its program, take the password out, and save it again.',
    ]);
  }
  if (has('WordDocument')) {
    return unreadable(path, 'is in the format of Word before 2007 (.doc), which is not read', [
      'Save it as .docx, for example with: libreoffice --convert-to docx FILE',
    ]);
  }
  return unreadable(path, 'is an old Office file (before 2007), which is not read', [
    'Save it as .docx, .csv or .pdf.',
  ]);
}
