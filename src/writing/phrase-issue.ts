import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a whole number',
  array: 'a list',
  object: 'fields of its own',
};

/** What zod finds wrong with a field, in words that follow its name; undefined leaves the words to the schema. */
export function phraseIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small')
    return issue.origin === 'string' && issue.minimum === 1
      ? 'must not be empty'
      : `must ${measure(issue.origin)} at least ${issue.minimum}${unit(issue.origin)}`;
  if (issue.code === 'too_big')
    return `must ${measure(issue.origin)} at most ${issue.maximum}${unit(issue.origin)}`;
  return undefined;
}

function measure(origin: string): string {
  return origin === 'array' || origin === 'string' ? 'have' : 'be';
}

function unit(origin: string): string {
  if (origin === 'array') return ' entries';
  return origin === 'string' ? ' characters' : '';
}
