/** A definition of a footnote, `[^1]: …`, with its line from 0. */
interface Footnote {
  label: string;
  markdown: string;
  line: number;
}

const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

/**
 * Takes the definitions of footnotes out of Markdown, which CommonMark does not know and would read as text or as the
 * targets of links. The other lines keep their places; code stays as it is.
 */
export function cutFootnotes(markdown: string): { body: string; footnotes: Footnote[] } {
  if (!markdown.includes('[^')) return { body: markdown, footnotes: [] };
  const footnotes: Footnote[] = [];
  let fence = '';
  let isOpen = false;
  const lines = markdown.split('\n').map((text, line) => {
    const mark = FENCE.exec(text)?.[1];
    if (fence === '' && mark !== undefined) fence = mark;
    else if (fence !== '' && mark?.startsWith(fence) === true) fence = '';
    if (fence !== '') {
      isOpen = false;
      return text;
    }
    const definition = DEFINITION.exec(text);
    if (definition !== null) {
      const [, label = '', rest = ''] = definition;
      footnotes.push({ label, markdown: rest, line });
      isOpen = true;
      return '';
    }
    // A definition goes on in indented lines.
    const last = footnotes.at(-1);
    if (isOpen && last !== undefined && /^(?: {2,}|\t)\S/u.test(text)) {
      last.markdown += `\n${text.trim()}`;
      return '';
    }
    if (text.trim() !== '') isOpen = false;
    return text;
  });
  return { body: lines.join('\n'), footnotes };
}
