import { tagged } from './told-sentences.ts';

const MONTHS =
  'january february march april may june july august september october november december';

/**
 * What a model that does as it is told takes out of a document for a task of the extraction: for each field of the list the
 * text behind its name and a colon, in the wanted form, with its line as the quote; null where no line begins so.
 */
export function extractedAnswer(prompt: string): Record<string, unknown> {
  const task = prompt.slice(prompt.indexOf('Fields:'));
  const document = unfenced(/<document[^>]*>\n([\s\S]*?)\n<\/document>/u.exec(task)?.[1] ?? '');
  const listed = task.slice(0, task.indexOf('<document'));
  const fields = [...listed.matchAll(/^- `([^`]+)`: (.*)$/gmu)];
  return Object.fromEntries(
    fields.map(([, name = '', form = '']) => {
      const found = linesOf(document, name);
      if (form.startsWith('a list')) return [name, found.flatMap((line) => entries(line, form))];
      const [first] = found;
      const value = first === undefined ? null : valueOf(first.value, form);
      return [name, { value, quote: value === null ? null : (first?.line ?? null) }];
    }),
  );
}

/** What a good model proposes as fields: every label that stands in front of a colon. */
export function discoveredAnswer(prompt: string): unknown {
  const documents = [...prompt.matchAll(/<document[^>]*>\n([\s\S]*?)\n<\/document>/gu)];
  const lines = documents.flatMap(
    ([, text = '']) => unfenced(text).match(/^\p{L}[\p{L} ]{1,30}: .+$/gmu) ?? [],
  );
  const names = new Map(
    lines.map((line) => [(line.split(':', 1)[0] ?? '').toLowerCase().replaceAll(' ', '_'), line]),
  );
  return {
    fields: [...names].map(([name, quote]) => ({
      name,
      type: name.includes('date') ? 'date' : 'string',
      isList: false,
      description: `The ${name.replaceAll('_', ' ')}.`,
      quote,
    })),
  };
}

interface Line {
  line: string;
  value: string;
}

function linesOf(document: string, name: string): Line[] {
  const label = name.replaceAll(/[_-]/gu, '[ _-]').replaceAll('.', String.raw`\.`);
  return [...document.matchAll(new RegExp(`^(?:[-*] )?${label}: *(.+)$`, 'gimu'))].map(
    ([line, value = '']) => ({ line, value: value.trim() }),
  );
}

function entries({ line, value }: Line, form: string): unknown[] {
  return value.split(/, */u).map((part) => ({ value: valueOf(part, form), quote: line }));
}

function valueOf(text: string, form: string): unknown {
  if (form.startsWith('a date as')) return isoDate(text);
  if (/an amount/u.test(form)) return money(text);
  if (/a number|a whole number/u.test(form))
    return Number(/-?\d+(?:\.\d+)?/u.exec(text.replaceAll(',', ''))?.[0] ?? 0);
  if (/true or false/u.test(form)) return /^(?:yes|true)/iu.test(text);
  const allowed = /one of: (.+?)(?: \(|$)/u.exec(form)?.[1]?.split(' | ');
  return allowed?.find((one) => text.toLowerCase().startsWith(one.toLowerCase())) ?? text;
}

function isoDate(text: string): string {
  const iso = /\d{4}-\d{2}-\d{2}/u.exec(text)?.[0];
  if (iso !== undefined) return iso;
  const [, day = '1', word = '', year = ''] = /(\d{1,2})\.? (\p{L}+),? (\d{4})/u.exec(text) ?? [];
  const month = MONTHS.split(' ').indexOf(word.toLowerCase()) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function money(text: string): string {
  const digits = /\d[\d,]*(?:\.\d+)?/u.exec(text)?.[0].replaceAll(',', '') ?? '0';
  const sign = /€|EUR/u.test(text) ? 'EUR' : /£|GBP/u.test(text) ? 'GBP' : 'USD';
  return `${digits} ${sign}`;
}

function unfenced(text: string): string {
  return tagged(`<x>${text}</x>`, 'x');
}
