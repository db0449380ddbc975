import type { Candidate } from './candidate.ts';

const PATTERN =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}_%+-](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_%+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}@])/gu;

/** All e-mail addresses of a text in order; the part behind the @ is lower case. */
export function findEmails(text: string): Candidate[] {
  return [...text.matchAll(PATTERN)]
    .filter(([address]) => !address.includes('..'))
    .map((match) => {
      const [name = '', host = ''] = match[0].split('@');
      const value = `${name}@${host.toLowerCase()}`;
      return { value, start: match.index, end: match.index + match[0].length };
    });
}
