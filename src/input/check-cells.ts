import { cleanKeyword } from '../core/normalise-keyword.ts';
import { MAXIMUM_SLUG_BYTES } from '../core/slug.ts';
import { quoteValue } from './quote-value.ts';

type Report = (problem: string) => void;

const MAXIMUM_SOURCES = 100;
const MAXIMUM_SOURCE_LENGTH = 2_048;

/** A finite number, higher first; 0 for an empty cell. */
export function checkPriority(cell: string, report: Report): number {
  const text = cell.trim();
  if (text === '') return 0;
  const priority = /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(priority)) return priority;
  report(`the priority ${quoteValue(text)} is not a number such as 1 or 2.5`);
  return 0;
}

/** The canonical language tag; `pt_BR` is taken for `pt-BR`. */
export function checkLanguage(cell: string, report: Report): string | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  try {
    const locale = new Intl.Locale(text.replaceAll('_', '-'));
    // Names such as "english" have the form of a tag, but no language has a code that long.
    if (locale.language.length <= 3) return locale.toString();
  } catch {
    // Not a tag: reported below.
  }
  report(`the language ${quoteValue(text)} is not a language tag such as en, de or pt-BR`);
  return undefined;
}

/** URLs and paths, parted by `|` or line ends; only those that can be meant as one are given back. */
export function checkSources(cell: string, report: Report): string[] {
  const sources = [...new Set(cell.split(/[|\n]/u).map((part) => part.trim()))].filter(Boolean);
  if (sources.length > MAXIMUM_SOURCES) {
    report(`there are ${sources.length} sources; at most ${MAXIMUM_SOURCES} are allowed`);
  }
  const valid = sources.filter((source) => {
    const problem = sourceProblem(source);
    if (problem !== undefined) report(`the source ${quoteValue(source)} ${problem}`);
    return problem === undefined;
  });
  return valid.slice(0, MAXIMUM_SOURCES);
}

/** Why a source cannot be meant as the address of a web page or as a path; undefined where it can. */
export function sourceProblem(source: string): string | undefined {
  if (source.length > MAXIMUM_SOURCE_LENGTH) {
    return `is longer than ${MAXIMUM_SOURCE_LENGTH.toLocaleString('en')} characters`;
  }
  if (/\p{Cc}/u.test(source)) return 'holds control characters';
  const scheme = /^([a-z][a-z\d+.-]*):\/\//iu.exec(source)?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  if (scheme !== 'http' && scheme !== 'https') return 'is neither an http(s) address nor a path';
  if (/\s/u.test(source)) return 'holds white space; put | between several sources';
  return URL.canParse(source) ? undefined : 'is not a valid address';
}

/** A wish for a file name: refused where it could mean another place or a file that some system cannot hold. */
export function checkSlug(cell: string, report: Report): string | undefined {
  const slug = cleanKeyword(cell);
  if (slug === '') return undefined;
  const problem = slugProblem(cell.trim(), slug);
  if (problem === undefined) return slug;
  report(`the slug ${quoteValue(cell)} ${problem}`);
  return undefined;
}

function slugProblem(cell: string, slug: string): string | undefined {
  if (/[/\\]/u.test(slug)) return 'holds a path separator; a slug is a file name, not a path';
  if (slug.startsWith('.')) return 'begins with a dot';
  if (/[<>:"|?*]/u.test(slug) || /\p{Cc}/u.test(cell)) {
    return 'holds characters that file names cannot have';
  }
  if (!/[\p{L}\p{N}]/u.test(slug)) return 'has no letter or digit';
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(slug)) return 'is a device name on Windows';
  if (new TextEncoder().encode(slug).length > MAXIMUM_SLUG_BYTES) {
    return `is longer than ${MAXIMUM_SLUG_BYTES} bytes`;
  }
  return undefined;
}
