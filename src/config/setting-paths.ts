import { z } from 'zod';
import { userConfigSchema } from './schema.ts';

/** The dotted path of every setting, in the order of the schema: `parallel`, …, `openai.model`, … */
export function settingPaths(): string[] {
  return pathsIn(userConfigSchema, '');
}

/** The names that may stand at a place of the configuration; none for a place that holds no settings. */
export function namesAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = userConfigSchema;
  for (const key of path) {
    schema = schema instanceof z.ZodObject ? unwrap(schema.shape[String(key)]) : undefined;
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The value at a dotted path of nested plain objects. */
export function valueAt(values: unknown, path: string): unknown {
  let value = values;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Puts a value at a dotted path, making the objects on the way. */
export function setAt(values: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let place = values;
  for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>;
  place[last] = value;
}

function pathsIn(schema: z.ZodObject, prefix: string): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const inner = unwrap(field);
    return inner instanceof z.ZodObject
      ? pathsIn(inner, `${prefix}${name}.`)
      : [`${prefix}${name}`];
  });
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}
