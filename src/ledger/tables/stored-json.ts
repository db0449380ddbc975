import { NO_USAGE, type Usage } from '../../core/usage.ts';

/** An object or a list out of a column; throws for anything else. */
export function readJson(text: string): object {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new TypeError('Neither object nor list.');
  return value;
}

/** As `readJson`, for a column that may be empty. */
export function readOptionalJson(text: string | null): object | undefined {
  return text === null ? undefined : readJson(text);
}

/** A usage out of a column; throws when a figure is missing. */
export function readUsage(text: string): Usage {
  const value = readJson(text) as Record<string, unknown>;
  for (const name of Object.keys(NO_USAGE)) {
    if (typeof value[name] !== 'number') throw new TypeError(`Usage without ${name}.`);
  }
  return value as Usage & typeof value;
}

/** For a column that may be empty. */
export function writeOptionalJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** The properties that have a value, for records whose properties are absent and not undefined. */
export function withoutGaps<T extends object>(record: {
  [Name in keyof T]: T[Name] | null | undefined;
}): T {
  const present = Object.entries(record).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return Object.fromEntries(present) as T;
}
