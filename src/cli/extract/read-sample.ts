import { resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { SampleText } from '../../extraction/discovery/discovered-field.ts';
import type { ExtractionSource } from '../../run/extraction/extraction-source.ts';

/** More texts of one kind tell little that is new. */
const MOST_DOCUMENTS = 20;
const MOST_ROWS = 100;

/**
 * The texts of some documents or rows, evenly spread over all; documents that cannot be read are left out and told.
 * @throws AppError `INPUT_INVALID` when there is none.
 */
export async function readSample(
  { items, textOf }: ExtractionSource,
  options: {
    baseDirectory: string;
    password: string | undefined;
    workers: number | undefined;
    note: (text: string) => void;
  },
): Promise<SampleText[]> {
  const most = textOf === undefined ? MOST_DOCUMENTS : MOST_ROWS;
  const step = Math.max(1, items.length / most);
  const chosen = Array.from(
    { length: Math.min(most, items.length) },
    (_, at) => items[Math.floor(at * step)],
  ).filter((item) => item !== undefined);
  if (textOf !== undefined) return chosen.map(textOf);
  const { openDocumentReader } = await import('../../documents/open-document-reader.ts');
  const reader = openDocumentReader(options);
  try {
    const read = await Promise.allSettled(
      chosen.map(({ path }) => reader.read(resolve(options.baseDirectory, path))),
    );
    const texts = read.flatMap((outcome): SampleText[] => {
      if (outcome.status === 'fulfilled') return [outcome.value];
      const { reason } = outcome as { reason: unknown };
      options.note(reason instanceof Error ? reason.message : String(reason));
      return [];
    });
    if (texts.length > 0) return texts;
  } finally {
    await reader.close();
  }
  throw new AppError('INPUT_INVALID', 'None of the documents of the sample could be read.', {
    suggestions: ['Name documents that have text.'],
  });
}
