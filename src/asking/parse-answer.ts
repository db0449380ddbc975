import type { z } from 'zod';
import { MOST_PROBLEMS, type Reading } from './reading.ts';

/** The answer as the schema has it, or where it differs. */
export function parseAnswer<T>(data: unknown, schema: z.ZodType<T>): Reading<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { problems: [], value: parsed.data };
  const problems = parsed.error.issues
    .slice(0, MOST_PROBLEMS)
    .map((issue) => `${issue.path.join('.') || 'the whole answer'}: ${issue.message}`);
  return { problems };
}
