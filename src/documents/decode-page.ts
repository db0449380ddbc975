import { declaredEncoding, knownEncoding } from './decode-text.ts';

/** What a page without any word on its encoding is in, if it is not UTF-8: the old default of browsers. */
const OLD_DEFAULT = 'windows-1252';
/** Where binary data shows. */
const LOOKED_AT = 8192;

/**
 * The characters of a page, in the encoding that its byte order mark, the server's header or its head tells, in this
 * order, as browsers do. Bytes that are not valid in it become replacement characters. Undefined for binary data.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string | undefined {
  const told = markedEncoding(bytes) ?? toldEncoding(bytes, contentType);
  const text = told === undefined ? decodeUntold(bytes) : new TextDecoder(told).decode(bytes);
  const controls = text.slice(0, LOOKED_AT).search(/[\u0000-\u0008\u000e-\u001a]/u);
  return controls === -1 && !text.includes('\u0000') ? text : undefined;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function toldEncoding(bytes: Uint8Array, contentType: string): string | undefined {
  const header = /;\s*charset\s*=\s*["']?\s*([\w:.-]{1,40})/iu.exec(contentType)?.[1];
  const byHead = knownEncoding(declaredEncoding(bytes));
  // A head that could be read as bytes is not in UTF-16, whatever it says.
  return knownEncoding(header) ?? (byHead?.startsWith('utf-16') === true ? 'utf-8' : byHead);
}

function decodeUntold(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(OLD_DEFAULT).decode(bytes);
  }
}
