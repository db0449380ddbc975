/** What a robots.txt lets one program read. */
export interface RobotsRules {
  /** `path` is that of an address with its query, as `URL` writes it. */
  allows(path: string): boolean;
}

interface Rule {
  isAllowed: boolean;
  pattern: string;
}

/** For a site without rules. */
export const ALLOW_ALL: RobotsRules = { allows: () => true };

/**
 * Reads a robots.txt by RFC 9309: all groups of the program's name hold, without any those for everyone; of the rules
 * that match the longest decides, and `Allow` decides where two are equal. Lines that are no rules are passed over.
 */
export function readRobots(text: string, program: string): RobotsRules {
  const own: Rule[] = [];
  const others: Rule[] = [];
  let isNamed = false;
  let group: Rule[][] = [];
  let isInNames = false;
  for (const line of text.replace(/^\ufeff/, '').split(/[\r\n]+/)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      if (!isInNames) group = [];
      isInNames = true;
      const agent = /^(?:\*|[a-z_-]+)/i.exec(value)?.[0].toLowerCase();
      if (agent === program.toLowerCase()) {
        isNamed = true;
        group.push(own);
      } else if (agent === '*') group.push(others);
    } else if (name === 'allow' || name === 'disallow') {
      isInNames = false;
      const pattern = normalised(value.trim());
      // An empty pattern matches nothing.
      if (pattern === '') continue;
      for (const rules of new Set(group)) rules.push({ isAllowed: name === 'allow', pattern });
    }
  }
  const rules = (isNamed ? own : others).toSorted(
    (left, right) =>
      right.pattern.length - left.pattern.length ||
      Number(right.isAllowed) - Number(left.isAllowed),
  );
  return {
    allows: (path) => {
      const wanted = normalised(path);
      return rules.find(({ pattern }) => matches(wanted, pattern))?.isAllowed ?? true;
    },
  };
}

/** `*` stands for any characters, `$` for the end. Each piece is looked for once, from where the one before it ended. */
function matches(path: string, pattern: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [first = '', ...rest] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isAnchored ? rest.pop() : undefined;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  if (!isAnchored) return true;
  if (last === undefined) return path.length === at;
  return path.length - last.length >= at && path.endsWith(last);
}

/** Two ways to write one path become one: what need not be escaped is not, all else is, in capitals. */
function normalised(path: string): string {
  return path
    .toWellFormed()
    .replace(/[^\u0021-\u007e]/gu, (character) => encodeURIComponent(character))
    .replace(/%[\da-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
    });
}
