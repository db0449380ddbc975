import { parse } from 'yaml';

/** Front matter longer than this is no front matter. */
const MAX_FRONT_MATTER = 64 * 1024;

export interface FrontMatter {
  /** The text behind it. */
  body: string;
  fields: Readonly<Record<string, unknown>>;
  /** The text of the block, its `---` lines included; empty where there is none. */
  block: string;
  warnings: readonly string[];
}

/** Parts Markdown from the YAML at its head. Expects `\n` for line ends. */
export function splitFrontMatter(source: string): FrontMatter {
  const none = { body: source, fields: {}, block: '', warnings: [] };
  const match = /^---[ \t]*\n([^]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(
    source.slice(0, MAX_FRONT_MATTER),
  );
  if (match === null) return none;
  const [block, yaml = ''] = match;
  const body = source.slice(block.length);
  try {
    const value: unknown = parse(yaml, { logLevel: 'error' });
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    // Without fields it is text between two rules.
    return isMap ? { body, fields: { ...value }, block, warnings: [] } : none;
  } catch {
    const warnings = ['Its front matter is not valid YAML and was left out.'];
    return { body, fields: {}, block, warnings };
  }
}
