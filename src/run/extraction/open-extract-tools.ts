import { resolve } from 'node:path';
import {
  extractFrom,
  methodSettings,
  type ExtractionMethod,
} from '../../extraction/extract-from.ts';
import { shownPath } from '../../output/shown-path.ts';
import type { ExtractTools } from '../../pipeline/extract.ts';
import type { SessionTools } from '../work-session.ts';
import { modelTools } from './model-tools.ts';
import type { ExtractionStart } from './start-extraction.ts';

/** Goes up when what surrounds the methods makes another extraction of the same text. */
const EXTRACT_VERSION = 1;

export type OpenedExtractTools = Omit<ExtractTools, 'deliver'> & { close: () => Promise<void> };

/** Everything the steps of an extraction need; the heavy parts are loaded only for those that use them. */
export async function openExtractTools(
  options: ExtractionStart & SessionTools,
): Promise<OpenedExtractTools> {
  const { spec, source, loaded } = options;
  const { fields } = spec;
  const reader = spec.table === undefined ? await openReader(options) : undefined;
  const { method, close } =
    spec.method === 'ai' ? await openModel(options) : await openPatterns(options);
  return {
    ...(reader === undefined ? {} : { readDocument: reader.read }),
    rowText: (item) => source.textOf?.(item) ?? { text: '', sha256: '', warnings: [] },
    extract: ({ text, pages, title, language = spec.language }, { calls: scope, progress }) =>
      extractFrom(text, { fields, method, language, pages, title, scope, progress }),
    extractInput: ({ sha256, language = spec.language }) => ({
      version: EXTRACT_VERSION,
      settings: {
        ...(methodSettings(method) as object),
        server: spec.method === 'ai' ? loaded.settings.openai.baseUrl : undefined,
        fields,
        language,
      },
      subject: sha256,
      isShared: true,
      // The rows of the whole run are written from what its items keep, whenever it goes on.
      keepsCopy: true,
    }),
    async close() {
      await Promise.all([reader?.close(), close()]);
    },
  };
}

async function openReader({ loaded, workers, password, cwd }: ExtractionStart) {
  const { openDocumentReader } = await import('../../documents/open-document-reader.ts');
  const reader = openDocumentReader({ workers, password });
  const read: NonNullable<ExtractTools['readDocument']> = async ({ path }, signal) => {
    const absolute = resolve(loaded.baseDirectory, path);
    // Errors name it as the user did, where that is the shorter way.
    const document = await reader.read(shownPath(absolute, cwd), { signal });
    const { text, title, language, pages, sha256, warnings } = document;
    return { text, title, language, pages, sha256, warnings };
  };
  return { read, close: () => reader.close() };
}

interface OpenedMethod {
  method: ExtractionMethod;
  close: () => Promise<void>;
}

async function openPatterns({ spec }: ExtractionStart): Promise<OpenedMethod> {
  const { createPatternExtractor } = await import('../../extraction/create-pattern-extractor.ts');
  const { patterns } = spec;
  const extractor = createPatternExtractor({ patterns });
  return { method: { name: 'pattern', extractor, patterns }, close: () => extractor.close() };
}

async function openModel(
  options: Pick<ExtractionStart & SessionTools, 'loaded' | 'gateway'>,
): Promise<OpenedMethod> {
  return { method: { name: 'ai', ...(await modelTools(options)) }, close: async () => {} };
}
