/** More fields make long prompts and careless answers. */
export const MOST_FIELDS = 100;
const LONGEST_NAME = 64;

/** What is wrong with the name of a field, in words that follow it; undefined for a good one. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > LONGEST_NAME) return `is longer than ${LONGEST_NAME} characters`;
  if (!/^[\p{L}_][\p{L}\p{M}\p{N} _.-]*$/u.test(name))
    return 'has to begin with a letter and may hold letters, digits, spaces and _ . - only';
  if (name === '__proto__') return 'cannot be used as a name';
  return undefined;
}
