import { hashText } from './random.ts';
import { writtenAnswer } from './written-answer.ts';

type Schema = Record<string, unknown>;

interface Context {
  root: Schema;
  sourceIds: readonly string[];
  sentences: readonly string[];
}

/** How many entries an array gets whose schema does not say. */
const LENGTHS: ReadonlyArray<readonly [RegExp, number]> = [
  [/source|citation/i, 2],
  [/section|heading/i, 4],
  [/faq|question/i, 3],
  [/paragraph/i, 2],
];

/**
 * Builds an answer that fits any JSON Schema, out of ids and sentences that stand in the messages; for the tasks of the
 * article writer, what a good model would write.
 */
export function jsonAnswer(schema: Schema, prompt: string): unknown {
  const written = writtenAnswer(prompt);
  if (written !== undefined) return written;
  const marked = [...prompt.matchAll(/\bid="(s\d+)"/g)].map(([, id]) => id ?? '');
  const loose = [...prompt.matchAll(/\bs\d+\b/g)].map(([id]) => id);
  const sourceIds = [...new Set(marked.length > 0 ? marked : loose)];
  const sentences = prompt.match(/\p{Lu}[^.!?<>|#\n]{50,240}[.]/gu) ?? [
    'There is nothing in the request to write about, so this sentence stands here.',
  ];
  return build(schema, 'answer', '', { root: schema, sourceIds, sentences });
}

function build(schema: Schema, name: string, path: string, context: Context): unknown {
  const resolved = resolve(schema, context.root);
  if ('const' in resolved) return resolved['const'];
  if (Array.isArray(resolved['enum'])) return resolved['enum'][0];
  const choices = resolved['anyOf'] ?? resolved['oneOf'];
  if (Array.isArray(choices)) {
    const some = choices.filter(isSchema).find((choice) => choice['type'] !== 'null');
    return some === undefined ? null : build(some, name, path, context);
  }
  const types = [resolved['type']].flat();
  switch (types.find((type) => type !== 'null') ?? 'null') {
    case 'object':
      return Object.fromEntries(
        Object.entries(isSchema(resolved['properties']) ? resolved['properties'] : {}).map(
          ([key, value]) => [key, build(asSchema(value), key, `${path}/${key}`, context)],
        ),
      );
    case 'array':
      return buildArray(resolved, name, path, context);
    case 'string':
      return buildString(resolved, name, path, context);
    case 'integer':
    case 'number':
      return Number(resolved['minimum'] ?? 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function buildArray(schema: Schema, name: string, path: string, context: Context): unknown[] {
  const wanted = LENGTHS.find(([pattern]) => pattern.test(name))?.[1] ?? 2;
  const least = Number(schema['minItems'] ?? 0);
  const most = Number(schema['maxItems'] ?? Number.POSITIVE_INFINITY);
  const isIds = /source|citation/i.test(name) && asSchema(schema['items'])['type'] === 'string';
  const supply = isIds ? Math.min(wanted, context.sourceIds.length) : wanted;
  const length = Math.min(most, Math.max(least, supply));
  const items = asSchema(schema['items']);
  return Array.from({ length }, (_, index) => build(items, name, `${path}/${index}`, context));
}

function buildString(schema: Schema, name: string, path: string, context: Context): string {
  const { sourceIds, sentences } = context;
  const seed = hashText(path.replace(/\/\d+$/, ''));
  const place = Number(/\d+$/.exec(path)?.[0] ?? 0);
  const sentence = (offset: number): string => sentences[(seed + offset) % sentences.length] ?? '';
  if (/source|citation/i.test(name) && sourceIds.length > 0) {
    return sourceIds[(seed + place) % sourceIds.length] ?? '';
  }
  const words = sentence(place)
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .split(/\s+/);
  const number = 1 + Number(/\d+/.exec(path)?.[0] ?? 0);
  let text: string;
  if (/slug/i.test(name)) text = words.slice(0, 4).join('-').toLowerCase();
  else if (/question/i.test(name))
    text = `What about ${words.slice(0, 6).join(' ').toLowerCase()}?`;
  else if (/title|heading|name/i.test(name)) text = `${words.slice(0, 6).join(' ')} ${number}`;
  else if (/description|summary|meta/i.test(name)) text = sentence(0).slice(0, 150).trim();
  else text = [0, 1, 2, 3, 4].map((offset) => sentence(offset + place * 5)).join(' ');
  const most = Number(schema['maxLength'] ?? Number.POSITIVE_INFINITY);
  const least = Number(schema['minLength'] ?? 0);
  return text.padEnd(least, '.').slice(0, most);
}

function resolve(schema: Schema, root: Schema): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const target = reference
    .split('/')
    .slice(1)
    .reduce<unknown>((part, key) => asSchema(part)[key], root);
  return resolve(asSchema(target), root);
}

function asSchema(value: unknown): Schema {
  return isSchema(value) ? value : {};
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
