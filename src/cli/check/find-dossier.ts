import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Dossier } from '../../core/dossier.ts';
import { AppError } from '../../core/errors.ts';
import { readDocumentBytes } from '../../documents/read-document-bytes.ts';

/**
 * The dossier of an article: `research/<slug>.json` beside it, where the slug is that of the page or else the name of
 * its file. Undefined where there is none.
 * @throws AppError `DOCUMENT_UNREADABLE` for a file that is no dossier.
 */
export async function findDossier(
  path: string,
  slug: string | undefined,
): Promise<Dossier | undefined> {
  const folder = join(dirname(path), 'research');
  const names = [slug, basename(path, extname(path))].filter(isFileName);
  const found = names.map((name) => join(folder, `${name}.json`)).find((file) => existsSync(file));
  if (found === undefined) return undefined;
  const bytes = await readDocumentBytes(found);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw noDossier(found, 'it is not valid JSON', cause);
  }
  if (!isDossier(value)) throw noDossier(found, 'it has not the fields of one');
  return value;
}

/** A slug comes from the page: it may not lead out of the folder. */
function isFileName(name: string | undefined): name is string {
  return name !== undefined && name !== '' && !/^\.|[/\\\0]/u.test(name);
}

function isDossier(value: unknown): value is Dossier {
  if (!isRecord(value) || value['version'] !== 1 || !Array.isArray(value['sources'])) return false;
  return value['sources'].every(
    (source) =>
      isRecord(source) &&
      typeof source['id'] === 'string' &&
      typeof source['title'] === 'string' &&
      ['string', 'undefined'].includes(typeof source['url']) &&
      ['string', 'undefined'].includes(typeof source['path']) &&
      Array.isArray(source['passages']) &&
      source['passages'].every(
        (passage) =>
          isRecord(passage) &&
          typeof passage['id'] === 'string' &&
          typeof passage['text'] === 'string' &&
          typeof passage['start'] === 'number',
      ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noDossier(path: string, reason: string, cause?: unknown): AppError {
  return new AppError('DOCUMENT_UNREADABLE', `${path} is no dossier: ${reason}.`, { cause });
}
