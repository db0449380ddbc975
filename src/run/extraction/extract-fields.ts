import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.ts';
import type { ExtractionMethod } from '../../extraction/extract-from.ts';
import type { Extraction, Field } from '../../extraction/field.ts';
import type { NamedPattern } from '../../extraction/fields/read-patterns.ts';
import type { ChatModel, ChatRequest } from '../../providers/chat-model.ts';

/** Asks a model of yours: gets messages and a JSON Schema, gives the text of the answer. */
export type AskModel = (request: ChatRequest, context: { signal: AbortSignal }) => Promise<string>;

export interface ExtractFieldsOptions {
  /** A list as on the command line (`date,total:money`), or fields in full. */
  fields: string | readonly Field[];
  /** Regular expressions of your own; each counts for the field of its name. */
  patterns?: readonly NamedPattern[];
  /** Asks a model instead of looking for patterns. A value counts only with words of the text that bear it out. */
  model?: AskModel;
  /** Name of the model, for errors. */
  modelName?: string;
  /** BCP 47 tag of the text: it decides how dates such as 3/4/2025 are read. */
  language?: string;
  signal?: AbortSignal;
}

/** What is taken apart: a text, or a file of any kind that can be read. */
export type FieldSource = string | { path: string; password?: string };

/**
 * Takes fields out of a text or a document. For many, call it in `runBatch`.
 * @throws AppError `USAGE` for fields that cannot be used, `DOCUMENT_UNREADABLE`, `ANSWER_INVALID` or what the model
 * failed with; the signal's reason when aborted.
 */
export async function extractFields(
  source: FieldSource,
  options: ExtractFieldsOptions,
): Promise<Extraction> {
  const { signal = new AbortController().signal, patterns = [] } = options;
  const fields = await fieldsOf(options.fields);
  const { extractFrom } = await import('../../extraction/extract-from.ts');
  const { text, ...about } = await textOf(source, signal);
  const { method, close } = await openMethod(options, patterns);
  try {
    const language = options.language ?? about.language;
    return await extractFrom(text, { ...about, fields, method, language, scope: { signal } });
  } finally {
    await close();
  }
}

async function fieldsOf(fields: ExtractFieldsOptions['fields']): Promise<readonly Field[]> {
  if (typeof fields !== 'string') return fields;
  const { readFields } = await import('../../extraction/fields/read-fields.ts');
  return readFields(fields);
}

async function textOf(source: FieldSource, signal: AbortSignal) {
  if (typeof source === 'string') return { text: source };
  const { readDocument } = await import('../../documents/read-document.ts');
  const { path, password } = source;
  const { text, title, language, pages } = await readDocument(path, { signal, password });
  return { text, title, language, pages };
}

async function openMethod(
  { model: ask, modelName = 'of your own' }: ExtractFieldsOptions,
  patterns: readonly NamedPattern[],
): Promise<{ method: ExtractionMethod; close: () => Promise<void> }> {
  if (ask === undefined) {
    const { createPatternExtractor } = await import('../../extraction/create-pattern-extractor.ts');
    const extractor = createPatternExtractor({ patterns });
    return { method: { name: 'pattern', extractor, patterns }, close: () => extractor.close() };
  }
  const model: ChatModel = { name: modelName, complete: (request, scope) => ask(request, scope) };
  const { loadExtractionPrompts } = await import('../../extraction/model/extraction-prompts.ts');
  const prompts = loadExtractionPrompts(join(packageRoot(), 'templates', 'prompts'));
  return { method: { name: 'ai', model, prompts }, close: async () => {} };
}
