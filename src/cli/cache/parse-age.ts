import { AppError } from '../../core/errors.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * The time that lies an age such as `7d`, `48h` or `30m` before now, ISO 8601.
 * @throws AppError `USAGE`.
 */
export function parseAge(age: string, now: Date): string {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(age.trim().toLowerCase()) ?? [];
  const milliseconds = UNITS[unit ?? ''];
  if (count === undefined || milliseconds === undefined) {
    throw new AppError('USAGE', `--older-than "${age}" is no age.`, {
      suggestions: ['Give days, hours or minutes, such as 7d, 48h or 30m.'],
    });
  }
  return new Date(now.getTime() - Number(count) * milliseconds).toISOString();
}
