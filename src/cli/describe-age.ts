const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When something was, for people: `3 min ago`, `5 h ago`, and from a day on the local date and time. */
export function describeAge(at: string, now: Date): string {
  const then = new Date(at);
  const age = now.getTime() - then.getTime();
  if (Number.isNaN(age)) return 'unknown';
  // A clock that was set back makes the past look like the future.
  if (age < MINUTE) return age > -DAY ? 'just now' : localTime(then);
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  return age < DAY ? `${Math.floor(age / HOUR)} h ago` : localTime(then);
}

/** `2026-11-22 14:05`, in the time zone of the machine. */
function localTime(time: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const date = `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
  return `${date} ${pad(time.getHours())}:${pad(time.getMinutes())}`;
}
