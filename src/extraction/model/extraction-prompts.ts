import { fenceAttribute, fenceText } from '../../asking/fence-text.ts';
import { loadPrompt } from '../../asking/load-prompt.ts';
import type { ChatMessage } from '../../providers/chat-model.ts';
import { type Field, scalarTypeOf, type ScalarType } from '../field.ts';

/** What is asked of a model about one window of a text. */
export interface ExtractionPrompts {
  /** The templates as they stand in their files. */
  texts: readonly string[];
  extract: (request: ExtractRequest) => ChatMessage[];
  /** Which fields texts of this kind have. */
  discover: (request: DiscoverRequest) => ChatMessage[];
  repair: (problems: readonly string[]) => string;
}

interface ExtractRequest {
  fields: readonly Field[];
  text: string;
  title?: string | undefined;
  language?: string | undefined;
  /** From 1; absent for a text that is asked about as a whole. */
  part?: { number: number; of: number } | undefined;
}

interface DiscoverRequest {
  texts: readonly string[];
  most: number;
}

/** How a value of a type is written in an answer. */
const FORMS: Readonly<Record<ScalarType, string>> = {
  string: 'text, as the document writes it',
  number: 'a number, without its unit',
  integer: 'a whole number',
  boolean: 'true or false',
  date: 'a date as YYYY-MM-DD, or YYYY-MM where the document names no day',
  'date-time': 'a date and time as YYYY-MM-DDTHH:MM:SS',
  money: 'an amount with a decimal point and the ISO code of its currency, such as 1299.00 EUR',
  email: 'an e-mail address',
  phone: 'a phone number as the document writes it',
  url: 'a web address',
  iban: 'an IBAN',
  vat: 'a VAT number with its country code',
  percentage: 'a number: 19 for 19 %',
};

const NAMES = ['extract.system', 'extract', 'extract-discover', 'repair'] as const;

/** Compiles the prompts of a folder once. The fields stand before the text, for the prompt caches of providers. */
export function loadExtractionPrompts(directory: string): ExtractionPrompts {
  const prompts = NAMES.map((name) => loadPrompt(directory, name));
  const render = (index: number, scope: Record<string, unknown>): string =>
    prompts[index]?.render(scope) ?? '';
  const system = (): ChatMessage => ({ role: 'system', content: render(0, {}) });
  return {
    texts: prompts.map(({ text }) => text),
    extract: ({ fields, text, title, language, part }) => [
      system(),
      {
        role: 'user',
        content: render(1, {
          fields: fields.map(describe),
          text: fenceText(text),
          title: title === undefined ? undefined : fenceAttribute(title),
          language,
          part,
        }),
      },
    ],
    discover: ({ texts, most }) => [
      system(),
      { role: 'user', content: render(2, { texts: texts.map(fenceText), most }) },
    ],
    repair: (problems) => render(3, { problems: problems.map(fenceText), ids: '' }),
  };
}

function describe(field: Field): { name: string; form: string; description?: string } {
  const { description, labels = [] } = field;
  const form = FORMS[scalarTypeOf(field)];
  const values = field.enum?.map((value) => fenceText(String(value))).join(' | ');
  const kind = values === undefined ? form : `one of: ${values}`;
  const called = labels.length === 0 ? '' : `called ${labels.map(fenceText).join(', ')}`;
  const told = [description === undefined ? '' : fenceText(description), called, boundsOf(field)]
    .filter((part) => part !== '')
    .join('; ');
  return {
    name: field.name,
    form: field.type === 'array' ? `a list, each entry ${kind}` : kind,
    ...(told === '' ? {} : { description: told }),
  };
}

function boundsOf({ minimum, maximum, minLength, maxLength, maxItems, pattern }: Field): string {
  const bounds: readonly (readonly [string, string | number | undefined])[] = [
    ['at least', minimum],
    ['at most', maximum],
    ['characters at least', minLength],
    ['characters at most', maxLength],
    ['entries at most', maxItems],
    ['matches', pattern === undefined ? undefined : fenceText(pattern)],
  ];
  return bounds
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
    .join(', ');
}
