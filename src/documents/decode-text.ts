import { AppError } from '../core/errors.ts';
import type { DocumentKind } from './document.ts';

/**
 * The characters of a file: UTF-8, UTF-16 where a byte order mark says so, and for HTML the charset it declares.
 * @throws AppError `DOCUMENT_UNREADABLE` for binary data and for bytes that are not valid in the encoding.
 */
export function decodeText(
  bytes: Uint8Array,
  path: string,
  kind: DocumentKind | undefined,
): string {
  const encoding = encodingOf(bytes, kind);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(path, looksBinary(bytes) ? 'is not a text file' : 'is not valid UTF-8', cause);
  }
  if (text.includes('\u0000')) throw unreadable(path, 'is not a text file', undefined);
  return text;
}

function encodingOf(bytes: Uint8Array, kind: DocumentKind | undefined): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (kind !== 'html') return 'utf-8';
  return knownEncoding(declaredEncoding(bytes)) ?? 'utf-8';
}

/** The charset that the head of a page declares. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]{1,40})/iu.exec(head)?.[1];
}

/** The proper name of an encoding; undefined for one that is not known. */
export function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Text in an old encoding has no control bytes; images, archives and programs do. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}

function unreadable(path: string, reason: string, cause: unknown): AppError {
  return new AppError('DOCUMENT_UNREADABLE', `The document ${path} ${reason}.`, {
    suggestions: [
      'Save it as UTF-8 text, for example with: iconv -f latin1 -t utf-8 OLD > NEW',
      'Or take it out of the library.',
    ],
    cause,
  });
}
