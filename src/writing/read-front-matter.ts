import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { TemplateProblem } from './template-problem.ts';

export interface FrontMatter {
  fields: Record<string, unknown>;
  /** The text below the front matter. */
  body: string;
  /** The line of the file, counted from 1, where a field or an entry of a list stands; of its parent where it is missing. */
  lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

const PARTS = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/u;

/** The line that the YAML's first line is on: below the opening `---`. */
const FIRST_LINE = 2;

const MAX_ERRORS = 10;

/** Splits a file into the fields of its front matter and its body; or tells all that is wrong with its YAML. */
export function readFrontMatter(text: string): FrontMatter | TemplateProblem[] {
  const parts = PARTS.exec(text);
  if (parts === null)
    return [{ message: 'it does not begin with front matter between two lines of ---' }];
  const lineCounter = new LineCounter();
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + FIRST_LINE - 1;
  try {
    const document = parseDocument(parts[1] ?? '', { lineCounter, prettyErrors: false });
    const errors = document.errors.map(({ message, pos }) => ({
      line: lineAt(pos[0]),
      message: `its front matter is not valid YAML: ${message}`,
    }));
    // One slip makes several errors of a line, and may make thousands of a file.
    const first = errors
      .filter(({ line }, at) => line !== errors[at - 1]?.line)
      .slice(0, MAX_ERRORS);
    if (first.length > 0) return first;
    // An alias may stand for as much as it likes: none is needed here.
    const fields: unknown = document.toJS({ maxAliasCount: 0 });
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
      return [{ message: 'its front matter holds no fields' }];
    return {
      fields: { ...fields },
      body: parts[2] ?? '',
      lineOf: (path) => {
        const offset = offsetOf(document.contents, path);
        return offset === undefined ? undefined : lineAt(offset);
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    return [{ message: `its front matter is not valid YAML: ${reason}` }];
  }
}

function offsetOf(contents: unknown, path: readonly PropertyKey[]): number | undefined {
  let node = contents;
  let offset: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (pair === undefined || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
