import { makeZip, type ZipOptions } from './make-zip.ts';

type DocxPart =
  | { heading: string; level?: 1 | 2 | 3 }
  | { text: string }
  | { item: string; numbered?: boolean }
  | { rows: readonly (readonly string[])[] };

export interface DocxSpec {
  title?: string;
  author?: string;
  /** ISO 8601. */
  createdAt?: string;
  parts: readonly DocxPart[];
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A real Word document. */
export function makeDocx(spec: DocxSpec, options: ZipOptions = {}): Uint8Array {
  return makeZip(docxEntries(spec), options);
}

/** Its parts by their names, to be changed by tests. */
export function docxEntries({ title, author, createdAt, parts }: DocxSpec): Record<string, string> {
  const body = parts.map(partXml).join('');
  const value = (name: string, text: string | undefined): string =>
    text === undefined ? '' : `<${name}>${escape(text)}</${name}>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}">${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${WORD}">${numbering(0, 'bullet')}${numbering(1, 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${value('dc:title', title)}${value('dc:creator', author)}${value('dcterms:created', createdAt)}</cp:coreProperties>`,
  };
}

function numbering(id: number, format: string): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`;
}

function partXml(part: DocxPart): string {
  if ('heading' in part)
    return paragraph(part.heading, `<w:pStyle w:val="Heading${part.level ?? 1}"/>`);
  if ('item' in part) {
    const number = part.numbered === true ? 2 : 1;
    return paragraph(
      part.item,
      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>`,
    );
  }
  if ('text' in part) return paragraph(part.text, '');
  const rows = part.rows.map(
    (cells) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell, '')}</w:tc>`).join('')}</w:tr>`,
  );
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

function paragraph(text: string, properties: string): string {
  const run = `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run}</w:p>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
