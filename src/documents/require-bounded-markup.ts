import { AppError } from '../core/errors.ts';
import { countUpTo } from './count-up-to.ts';

/** Larger pages take more seconds than any of them is worth: an honest book of 500 pages has a tenth. */
const MOST_SIGNS = 200_000;
/** Each may begin or end a piece of the page that is worked on by itself. */
const SIGNS = ['<', '>', '&'];

/**
 * Looks at HTML, or Markdown with HTML in it, before it is parsed.
 * @throws AppError `DOCUMENT_UNREADABLE` when it has tags or entities without measure.
 */
export function requireBoundedMarkup(source: string, mostSigns = MOST_SIGNS): void {
  if (SIGNS.every((sign) => countUpTo(source, sign, mostSigns) <= mostSigns)) return;
  throw new AppError(
    'DOCUMENT_UNREADABLE',
    `It has more than ${mostSigns.toLocaleString('en')} HTML tags or entities.`,
  );
}
