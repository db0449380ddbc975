import { AppError } from '../core/errors.ts';

/**
 * A JSON document.
 * @throws AppError `CONFIG_INVALID` with line and column of the first fault.
 */
export function parseJsonConfig(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const offset = faultOffset(text);
    const before = text.slice(0, offset).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    const what = offset >= text.trimEnd().length ? 'ends too early' : 'is not valid JSON';
    throw new AppError(
      'CONFIG_INVALID',
      `${name} ${what}: line ${before.length}, column ${column}.`,
      {
        suggestions: [
          'JSON has no comments, no comma after the last entry, and names stand in double quotation marks.',
        ],
        cause: error,
      },
    );
  }
}

const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

// V8 names the place in some of its messages only, so the grammar is walked again.
function faultOffset(text: string): number {
  const open: string[] = [];
  let expected: 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'after' = 'value';
  let offset = 0;
  for (;;) {
    offset += /^[ \t\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0;
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return offset;
    const inObject = open.at(-1) === '{';
    const closes = (token === '}' && inObject) || (token === ']' && open.at(-1) === '[');
    if (closes && (expected === 'after' || expected.startsWith('first'))) {
      open.pop();
      expected = 'after';
    } else if (expected === 'after') {
      if (token !== ',' || open.length === 0) return offset;
      expected = inObject ? 'name' : 'value';
    } else if (expected === 'colon') {
      if (token !== ':') return offset;
      expected = 'value';
    } else if (expected.endsWith('name')) {
      if (!token.startsWith('"')) return offset;
      expected = 'colon';
    } else if (token === '{' || token === '[') {
      open.push(token);
      expected = token === '{' ? 'first name' : 'first value';
    } else {
      if ('}],:'.includes(token)) return offset;
      expected = 'after';
    }
    offset += token.length;
  }
}
