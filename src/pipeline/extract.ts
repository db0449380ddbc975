import type { SourceItem } from '../core/source-item.ts';
import type { PageSpan } from '../documents/document.ts';
import type { Extraction } from '../extraction/field.ts';
import type { ItemScope, StepTools } from './item-scope.ts';
import type { StepInput } from './step-memory.ts';

/** The text of one document or row. */
export interface SourceText {
  text: string;
  /** Of a document. */
  title?: string | undefined;
  /** BCP 47 tag. */
  language?: string | undefined;
  pages?: readonly PageSpan[] | undefined;
  /** SHA-256 of the text as hex. */
  sha256: string;
  /** What was left out of it. */
  warnings: readonly string[];
}

export interface ExtractTools {
  /** Present for documents; the texts of rows are at hand. */
  readDocument?: ((item: SourceItem, signal: AbortSignal) => Promise<SourceText>) | undefined;
  rowText: (item: SourceItem) => SourceText;
  extract: (source: SourceText, step: StepTools) => Promise<Extraction>;
  /** All that decides what is found in a text. */
  extractInput: (source: SourceText) => StepInput;
  /** Takes what an item came to, before its end is told. */
  deliver: (extraction: Extraction) => void;
}

/** What an item of an extraction leaves in the ledger beside its fields, which the step keeps. */
export interface ExtractResult {
  files: readonly string[];
  notes?: readonly string[];
}

/** One document's or row's way to its fields: read, extract. */
export async function extractItem(
  scope: ItemScope<SourceItem>,
  tools: ExtractTools,
): Promise<ExtractResult> {
  const { item, signal } = scope;
  const { readDocument } = tools;
  const source =
    readDocument === undefined
      ? tools.rowText(item)
      : await scope.step('read', () => readDocument(item, signal));
  const found = await scope.step(
    'extract',
    (step) => tools.extract(source, step),
    tools.extractInput(source),
  );
  const warnings = [...source.warnings, ...found.warnings];
  const extraction = { ...found, warnings };
  tools.deliver(extraction);
  return { files: [], ...(warnings.length === 0 ? {} : { notes: warnings }) };
}
