export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const NAME = String.raw`[A-Za-z_][\w.-]*`;
const TOKEN = new RegExp(
  String.raw`<(?<open>${NAME})(?<attributes>(?:\s+${NAME}="[^"<]*")*)\s*(?<empty>/?)>|</(?<close>${NAME})>|(?<text>[^<]+)`,
  'uy',
);
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Reads an XML document without comments, CDATA and doctype; throws on everything that is not well-formed. */
export function parseXml(document: string): XmlElement {
  const illegal = ILLEGAL.exec(document);
  if (illegal) throw new Error(`illegal character at ${illegal.index}`);
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(document)?.[0];
  if (declaration === undefined) throw new Error('no XML declaration');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  TOKEN.lastIndex = declaration.length;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(document)?.groups;
    const parent = stack.at(-1);
    if (groups === undefined || parent === undefined) throw new Error(`no markup at ${at}`);
    const { open, attributes, empty, close, text } = groups;
    if (open !== undefined) {
      const element = {
        name: open,
        attributes: readAttributes(attributes ?? ''),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (empty === '') stack.push(element);
    } else if (close !== undefined) {
      if (stack.pop()?.name !== close) throw new Error(`</${close}> closes nothing at ${at}`);
    } else parent.text += unescape(text ?? '');
  }
  const [top] = root.children;
  if (stack.length !== 1 || top === undefined || root.children.length !== 1) {
    throw new Error('not one closed element');
  }
  if (root.text.trim() !== '') throw new Error('text outside of the element');
  return top;
}

function readAttributes(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w.-]+)="([^"]*)"/g)) {
    if (name in values) throw new Error(`attribute ${name} twice`);
    // A parser folds line ends and tabs that are not escaped into blanks.
    values[name] = unescape(value.replaceAll(/[\t\n\r]/g, ' '));
  }
  return values;
}

function unescape(text: string): string {
  return text.replaceAll(/&([^;]*;?)/g, (_match, reference: string) => {
    const name = /^(#\d+|[a-z]+);$/.exec(reference)?.[1];
    const value = name?.startsWith('#')
      ? String.fromCodePoint(Number(name.slice(1)))
      : ENTITIES[name ?? ''];
    if (value === undefined) throw new Error(`bad reference &${reference}`);
    return value;
  });
}
