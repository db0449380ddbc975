import { AppError, isAbortError } from '../core/errors.ts';
import type { SourceItem } from '../core/source-item.ts';
import type { DocumentIntake, Intake } from '../library/document-intake.ts';
import { hasNoMeaning, type EmbeddingQueue } from '../library/embedding-queue.ts';
import type { ItemScope } from './item-scope.ts';

export interface IngestTools {
  intake: DocumentIntake;
  /** Absent where the library is searched by words only. */
  embeddings?: EmbeddingQueue | undefined;
}

/** What a document that was added leaves in the ledger. */
export interface IngestResult {
  files: readonly string[];
  title: string;
  /** What was left out of it or could not be understood. */
  notes?: readonly string[];
}

/**
 * One document's way into the library: read, embed, index. What could not be embedded is in the library all the same,
 * to be found by its words, and the document has failed: the next try embeds what is missing and nothing else.
 * @throws AppError `DOCUMENT_UNREADABLE`, or what the embedding failed with.
 */
export async function ingestDocument(
  scope: ItemScope<SourceItem>,
  { intake, embeddings }: IngestTools,
): Promise<IngestResult> {
  const leave = embeddings?.enter();
  try {
    const { item, signal } = scope;
    const document = await scope.step('read', () => intake.read(item.path, signal));
    const { title, passages, warnings } = document;
    const notes = [...warnings];
    let failure: unknown;
    if (embeddings !== undefined && passages.length > 0) {
      try {
        await scope.step('embed', async ({ calls }) => {
          const answers = await embeddings.embed(passages, calls);
          const [first, ...others] = answers.filter(hasNoMeaning);
          if (first !== undefined)
            notes.push(`${others.length + 1} of ${passages.length} passages: ${first.message}`);
          requireAll(document, answers);
        });
      } catch (error) {
        if (isAbortError(error) || signal.aborted) throw error;
        failure = error;
      }
    }
    await scope.step('index', async () => intake.store(document));
    if (failure !== undefined) throw failure;
    return { files: [], title, ...(notes.length === 0 ? {} : { notes }) };
  } finally {
    leave?.();
  }
}

/** @throws AppError when passages have no vector that could have one. */
function requireAll({ file, passages }: Intake, answers: readonly (Error | undefined)[]): void {
  const failed = answers.filter((answer) => answer !== undefined && !hasNoMeaning(answer));
  const [first] = failed;
  if (first === undefined) return;
  const code = first instanceof AppError ? first.code : 'ANSWER_INVALID';
  const count = `${failed.length} of ${passages.length} passages`;
  throw new AppError(code, `${count} of ${file.path} could not be embedded: ${first.message}`, {
    suggestions: [
      'The document can be found by its words. To embed what is missing, add it again.',
      ...(first instanceof AppError ? first.suggestions : []),
    ],
    retryable: first instanceof AppError && first.retryable,
    cause: first,
  });
}
