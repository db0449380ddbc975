import type { Token } from '../read-tokens.ts';
import type { Value } from './value.ts';

/** `18:10`, `6:10 pm`, `6 a.m.`, `18 Uhr`: minutes after midnight. */
export function readClock(tokens: readonly Token[], at: number, token: Token): Value | undefined {
  const [, hours, minutes] = /^(\d{1,2})(?:[:.](\d\d))?$/u.exec(token.text) ?? [];
  if (hours === undefined || Number(hours) > 24) return undefined;
  const next = tokens[at + 1];
  const half = /^([ap])\.?m$/u.exec(next?.lower ?? '')?.[1];
  const minute = Number(minutes ?? 0);
  if (half !== undefined && Number(hours) <= 12)
    return {
      values: [minutesOf(Number(hours), half === 'p') + minute],
      to: at + 2,
      unit: 'clock',
    };
  const part = partOfDay(tokens, at + 1);
  if (part !== undefined && Number(hours) <= 12)
    return {
      values: [minutesOf(Number(hours), part === 'after') + minute],
      to: at + 4,
      unit: 'clock',
    };
  if (next?.lower === "o'clock")
    return {
      values: [Number(hours) * 60, (Number(hours) + 12) * 60],
      to: at + 2,
      unit: 'clock',
    };
  if (next?.lower === 'uhr')
    return { values: [Number(hours) * 60 + minute], to: at + 2, unit: 'clock' };
  if (minutes === undefined || !token.text.includes(':')) return undefined;
  return { values: [Number(hours) * 60 + minute], to: at + 1, unit: 'clock' };
}

/** Minutes from midnight to an hour of twelve. */
export function minutesOf(hour: number, isAfterNoon: boolean): number {
  return ((hour % 12) + (isAfterNoon ? 12 : 0)) * 60;
}

/** `in the morning`, `in the afternoon`: before or after noon. */
export function partOfDay(tokens: readonly Token[], at: number): 'before' | 'after' | undefined {
  const [first, second, third] = tokens.slice(at, at + 3).map(({ lower }) => lower);
  if (first !== 'in' || second !== 'the') return undefined;
  if (third === 'morning') return 'before';
  return third === 'afternoon' || third === 'evening' ? 'after' : undefined;
}
