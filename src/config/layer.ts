import type { z } from 'zod';
import { closestName } from './closest-name.ts';
import { describeOrigin, type Origin } from './origin.ts';
import { userConfigSchema } from './schema.ts';
import { namesAt, valueAt } from './setting-paths.ts';
import type { UserConfig } from './user-config.ts';

/** Settings from one place: all flags, the environment, or a file. */
export interface Layer {
  /** Unchecked; shaped as `UserConfig` should be. */
  values: unknown;
  /** Where the setting at a dotted path comes from. */
  originOf: (path: string) => Origin;
}

/** A layer whose values may be trusted. */
export interface CheckedLayer extends Layer {
  values: UserConfig;
}

/** Checks a layer against the schema and reports all that is wrong with it. */
export function checkLayer(layer: Layer, report: (problem: string) => void): CheckedLayer {
  const result = userConfigSchema.safeParse(layer.values);
  if (result.success) return { ...layer, values: result.data };
  for (const problem of result.error.issues.flatMap((issue) => describeIssue(issue, layer))) {
    report(problem);
  }
  return { ...layer, values: {} };
}

function describeIssue(issue: z.core.$ZodIssue, layer: Layer): string[] {
  const path = issue.path.map(String).join('.');
  const origin = layer.originOf(path);
  const where = describeOrigin(origin);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${where}: ${describeUnknown(issue.path, key)}`);
  }
  if (path === '') return [`${where}: must hold an object with settings`];
  // A flag or a variable is one setting, so its name says enough. A variable may hold a secret by mistake.
  const setting = origin.kind === 'file' ? `${path} ` : '';
  const given = origin.kind === 'file' || origin.kind === 'flag';
  const value = given ? `, not ${quote(valueAt(layer.values, path))}` : '';
  return [`${where}: ${setting}${issue.message}${value}`];
}

function describeUnknown(path: readonly PropertyKey[], key: string): string {
  const prefix = path.map((part) => `${String(part)}.`).join('');
  const meant = closestName(key, namesAt(path));
  if (/key|secret|token$/i.test(key) && meant === undefined) {
    return `${quote(`${prefix}${key}`)} is not a setting; keys belong in the environment or in .env`;
  }
  const hint = meant === undefined ? '' : `; did you mean ${prefix}${meant}?`;
  return `${quote(`${prefix}${key}`)} is not a setting${hint}`;
}

/** A value as it may stand in a message: short, on one line. */
function quote(value: unknown): string {
  let text = 'something that is no plain data';
  try {
    text = JSON.stringify(value) ?? text;
  } catch {
    // JSON has no form for it: 10n, or an object that holds itself.
  }
  // Passwords in addresses stay out of messages.
  text = text.replace(/\/\/[^/\s]*@/g, '//…@');
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
