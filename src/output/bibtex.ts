import { CitationKeys } from '../core/references/citation-keys.ts';
import type { CslJson, CslName } from '../core/references/csl-json.ts';
import { cleanText } from '../core/text/clean-text.ts';
import { foldText } from '../core/fold-text.ts';

/** An entry as the library maps it. */
interface BibtexEntry {
  type: string;
  properties: Readonly<Record<string, string>>;
}

/**
 * Entries as BibTeX in UTF-8, in their order, with an empty line between two; nothing for none. No text can end its field.
 * @param keys for entries in several portions: one registry for all of them, so that no key comes twice.
 */
export async function formatBibtex(
  entries: readonly CslJson[],
  keys: CitationKeys = new CitationKeys(),
): Promise<string> {
  if (entries.length === 0) return '';
  const format = await loadFormat();
  const mapped = format(entries.map(texEntry));
  return mapped
    .map((entry, index) => setEntry(entry, keys.keyOf(entries[index] as CslJson)))
    .join('\n');
}

/** Loaded with the first entry: a run without a bibliography does without it. */
async function loadFormat(): Promise<(entries: readonly CslJson[]) => BibtexEntry[]> {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  // What is not ASCII stays as it is, else scripts that TeX has no commands for would be lost.
  plugins.config.get('@bibtex').format.asciiOnly = false;
  const { format } = plugins.output;
  return (entries) =>
    format('bibtex', entries as unknown as Parameters<typeof format>[1], {
      format: 'object',
    }) as BibtexEntry[];
}

/** Classes that the library has no name for, and those that a bibliography style needs. */
function typeOf({ type, properties }: BibtexEntry): string {
  if (type === 'inbook') return 'incollection';
  return type === 'article' && properties['journal'] === undefined ? 'misc' : type;
}

function setEntry(entry: BibtexEntry, key: string): string {
  const fields = Object.entries(entry.properties)
    // The library repeats addresses where TeX would read their signs as its own.
    .filter(([name, value]) => name !== 'howpublished' || value !== entry.properties['url'])
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${typeOf(entry)}{${key},\n${fields.join('')}}\n`;
}

/** All texts with the characters that TeX gives a meaning escaped, so that braces are balanced whatever they hold. */
function texEntry(entry: CslJson): CslJson {
  const { author, DOI, URL, page, ...rest } = entry;
  const texts = Object.entries(rest).map(([name, value]) => [
    name,
    typeof value === 'string' && name !== 'type' ? texText(value) : value,
  ]);
  return {
    ...Object.fromEntries(texts),
    // BibTeX has no class for theses of all degrees.
    ...(entry.type === 'thesis' && { genre: 'Doctoral thesis' }),
    ...(author !== undefined && { author: author.map(texName) }),
    ...(page !== undefined && { page: texText(page) }),
    ...(DOI !== undefined && { DOI: verbatim(DOI) }),
    ...(URL !== undefined && { URL: verbatim(URL) }),
  };
}

function texName(name: CslName): CslName {
  return Object.fromEntries(Object.entries(name).map(([part, text]) => [part, texText(text)]));
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

function texText(text: string): string {
  return foldText(text).replaceAll(/[\\~^<>{}%#&$_]/gu, (sign) => COMMANDS[sign] ?? `\\${sign}`);
}

/** Addresses are printed as they are: what could end the field is encoded. */
function verbatim(address: string): string {
  return cleanText(address).replaceAll(/[{}\\\s"]/gu, (sign) => encodeURIComponent(sign));
}
