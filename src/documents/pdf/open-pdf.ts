import type { getDocumentProxy } from 'unpdf';
import type { AppError } from '../../core/errors.ts';
import { metadataText } from '../metadata.ts';
import { unreadable } from '../unreadable.ts';
import type { CharacterMaps } from './character-maps.ts';

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** Larger pictures are not decoded, since only text is asked for. */
const MOST_PIXELS = 1;

/**
 * Opens a PDF with pdf.js, which takes the bytes away.
 * @throws AppError `DOCUMENT_UNREADABLE` for one that is encrypted, with or without a wrong password, or broken
 */
export async function openPdf(
  bytes: Uint8Array,
  path: string,
  password: string | undefined,
  maps: CharacterMaps,
): Promise<Pdf> {
  const { getResolvedPDFJS } = await import('unpdf');
  const { getDocument } = await getResolvedPDFJS();
  const loading = getDocument({
    // It refuses Buffers, which may lie in memory that others use too.
    data: Buffer.isBuffer(bytes) ? new Uint8Array(bytes) : bytes,
    verbosity: 0,
    maxImageSize: MOST_PIXELS,
    disableFontFace: true,
    useSystemFonts: true,
    useWorkerFetch: false,
    cMapPacked: true,
    BinaryDataFactory: maps.factory,
  });
  // Asked for only where the file does not open without one, and again after a wrong one.
  let isTried = false;
  loading.onPassword = (answer: (value: string | Error) => void) => {
    answer(password === undefined || isTried ? new Error('no password') : password);
    isTried = true;
  };
  try {
    return await loading.promise;
  } catch (cause) {
    await loading.destroy();
    throw openingError(cause, path, password);
  }
}

function openingError(cause: unknown, path: string, password: string | undefined): AppError {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') {
    return password === undefined
      ? unreadable(path, 'is an encrypted PDF that asks for a password', [
          'Give it with --password, or take the encryption out, for example with: qpdf --decrypt',
        ])
      : unreadable(path, 'is an encrypted PDF, and the password that was given does not open it', [
          'Check the password given with --password; upper and lower case matter.',
        ]);
  }
  return unreadable(
    path,
    `is a broken or truncated PDF: ${firstLine(cause) ?? 'it cannot be opened'}`,
    [
      'Get the file again.',
      'Or repair it, for example with: qpdf FILE OUT.pdf, or: mutool clean FILE OUT.pdf',
    ],
    cause,
  );
}

function firstLine(cause: unknown): string | undefined {
  const line = cause instanceof Error ? cause.message.split('\n', 1)[0] : undefined;
  return metadataText(line?.replace(/\.+$/u, ''), 200);
}
