import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { splitFrontMatter } from '../../src/documents/front-matter.ts';
import { TEST_OPENAI_KEY, TEST_TAVILY_KEY } from './loopback/server.ts';

/** Control characters but tab and line ends, and characters that turn text round. */
// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const ACTIVE =
  'iframe, object, embed, applet, base, form, input, button, img, svg, math, video, audio, link:not([rel=canonical]), meta[http-equiv=refresh]';
const SAFE_ADDRESS = /^(?:https?:\/\/|#|\.{0,2}\/?[\p{L}\p{N}%_-]+(?:[./][\p{L}\p{N}%_-]+)*$)/u;

/** What in a page could run, load or lead somewhere it should not. */
export function htmlFaults(html: string): string[] {
  const { document } = parseHTML(html);
  const faults = [...document.querySelectorAll(ACTIVE)].map(({ outerHTML }) => outerHTML);
  for (const script of document.querySelectorAll('script')) {
    const isData = script.getAttribute('type') === 'application/ld+json';
    if (!isData || script.textContent.includes('<')) faults.push(script.outerHTML);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isAddress = ['href', 'src', 'action', 'formaction', 'data', 'poster'].includes(name);
      const isUnsafe = isAddress ? !SAFE_ADDRESS.test(value.trim()) : /^on|^srcdoc$/u.test(name);
      if (isUnsafe) faults.push(`${name}="${value}"`);
    }
  }
  return [...faults, ...textFaults(html)];
}

/** As a reader takes Markdown that lets all HTML and all addresses through. */
export function markdownFaults(text: string): string[] {
  const reader = new MarkdownIt({ html: true });
  reader.validateLink = () => true;
  const { body } = splitFrontMatter(text);
  return [...htmlFaults(`<body>${reader.render(body)}</body>`), ...textFaults(text)];
}

/** Cells that spreadsheets take for formulas. */
export function csvFaults(text: string): string[] {
  const rows: string[][] = parse(text);
  return [...rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell)), ...textFaults(text)];
}

/** Characters that change how a text shows, and keys. */
export function textFaults(text: string): string[] {
  const hidden = HIDDEN.exec(text);
  const keys = [TEST_OPENAI_KEY, TEST_TAVILY_KEY].filter((key) => text.includes(key));
  return [
    ...(hidden === null
      ? []
      : [
          `hidden character near ${JSON.stringify(text.slice(hidden.index - 20, hidden.index + 20))}`,
        ]),
    ...keys.map((key) => `the key ${key}`),
  ];
}

/** Of every file below a folder, each with its name; in files of other kinds only keys are looked for. */
export async function folderFaults(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      return faultsOf(name, bytes).map((fault) => `${name}: ${fault}`);
    });
  return (await Promise.all(found)).flat();
}

function faultsOf(name: string, bytes: Buffer): string[] {
  const text = bytes.toString('utf8');
  if (name.endsWith('.html')) return htmlFaults(text);
  if (name.endsWith('.md')) return markdownFaults(text);
  if (name.endsWith('.csv')) return csvFaults(text);
  if (/\.(?:jsonl?|xml)$/u.test(name)) return textFaults(text);
  return [TEST_OPENAI_KEY, TEST_TAVILY_KEY].filter((key) => bytes.includes(key));
}
