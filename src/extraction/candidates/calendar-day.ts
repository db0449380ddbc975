const FIRST_YEAR = 1500;
const LAST_YEAR = 2199;

/** `2025-03-09`, or `2025-03` without a day; undefined for a day that no calendar has. */
export function calendarDay(year: number, month: number, day?: number): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return start;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= days ? `${start}-${String(day).padStart(2, '0')}` : undefined;
}

/** A year of two digits is one from 1970 to 2069. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
