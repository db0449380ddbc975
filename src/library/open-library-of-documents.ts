import type { DocumentLibrary, DocumentLibraryOptions } from './open-document-library.ts';

/** As `openDocumentLibrary`; the database and the readers are loaded only by programs that open a library. */
export async function openLibrary(options: DocumentLibraryOptions): Promise<DocumentLibrary> {
  const { openDocumentLibrary } = await import('./open-document-library.ts');
  return openDocumentLibrary(options);
}
