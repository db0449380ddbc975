import { isAbsolute, matchesGlob, resolve, sep } from 'node:path';
import { AppError } from '../core/errors.ts';
import { hasGlob } from './has-glob.ts';

/** Which documents a search may find; every one that is given must hold. */
export interface DocumentFilters {
  /** A file, a folder with all below it, or a glob; relative to the working directory. */
  path?: string | undefined;
  /** ISO 8601 date, as precise as one likes: documents dated then or later. */
  after?: string | undefined;
  /** Documents dated then or earlier. Those without a date are in neither. */
  before?: string | undefined;
  /** Kinds of documents, such as `pdf`. */
  types?: readonly string[] | undefined;
}

/** What filters look at. */
export interface FilteredDocument {
  path: string;
  kind: string;
  publishedAt: string | null;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/**
 * Makes one test of filters; undefined when they let everything through.
 * @throws AppError `USAGE` for what is no date.
 */
export function createDocumentFilter(
  filters: DocumentFilters,
  workingDirectory: string,
): ((document: FilteredDocument) => boolean) | undefined {
  const tests: ((document: FilteredDocument) => boolean)[] = [];
  const { path, after, before, types } = filters;
  if (path !== undefined) tests.push(pathTest(path, workingDirectory));
  if (after !== undefined) {
    const limit = requireDate('after', after);
    tests.push(({ publishedAt }) => publishedAt !== null && compareDates(publishedAt, limit) >= 0);
  }
  if (before !== undefined) {
    const limit = requireDate('before', before);
    tests.push(({ publishedAt }) => publishedAt !== null && compareDates(publishedAt, limit) <= 0);
  }
  if (types !== undefined && types.length > 0) {
    const wanted = new Set(types);
    tests.push(({ kind }) => wanted.has(kind));
  }
  if (tests.length === 0) return undefined;
  return (document) => tests.every((test) => test(document));
}

/** Tells whether a document is the named file, lies below the named folder, or matches the glob. */
export function pathTest(
  pattern: string,
  workingDirectory: string,
): (document: Pick<FilteredDocument, 'path'>) => boolean {
  const absolute = isAbsolute(pattern) ? pattern : resolve(workingDirectory, pattern);
  const folder = absolute.endsWith(sep) ? absolute : absolute + sep;
  const isGlob = hasGlob(pattern);
  return ({ path }) =>
    path === absolute || path.startsWith(folder) || (isGlob && matchesGlob(path, absolute));
}

function requireDate(name: string, value: string): string {
  if (DATE.test(value)) return value;
  throw new AppError('USAGE', `"${value.slice(0, 40)}" is no date to search ${name}.`, {
    suggestions: [`Write it as a year, month or day: --${name} 2025-03-09`],
  });
}

/** Compares as far as both are known: a document of `2025` is neither before nor after `2025-03`. */
function compareDates(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  const [first, second] = [left.slice(0, length), right.slice(0, length)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
