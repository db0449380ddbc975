import { AppError } from '../core/errors.ts';

/** The latest second that a date can hold. */
const LATEST_SECOND = 8_640_000_000_000;

/**
 * The date that files shall tell, where `SOURCE_DATE_EPOCH` names one (seconds since 1970, as reproducible-builds.org
 * defines it): two runs on the same answers then write the same bytes.
 * @throws AppError `CONFIG_INVALID` for anything but a whole number of seconds.
 */
export function sourceDate(
  environment: Readonly<Record<string, string | undefined>>,
): Date | undefined {
  const text = environment['SOURCE_DATE_EPOCH']?.trim() ?? '';
  if (text === '') return undefined;
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= LATEST_SECOND) return new Date(seconds * 1000);
  throw new AppError('CONFIG_INVALID', 'SOURCE_DATE_EPOCH (environment): must be whole seconds.', {
    suggestions: ['Set it to a time such as $(date +%s), or unset it.'],
  });
}
