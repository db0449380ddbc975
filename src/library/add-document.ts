import { AppError, isAbortError } from '../core/errors.ts';
import type { CallScope } from '../providers/call.ts';
import type { DocumentIntake, Intake } from './document-intake.ts';
import { hasNoMeaning, type EmbeddingQueue } from './embedding-queue.ts';

export interface AddTools {
  intake: DocumentIntake;
  /** Absent where the library is searched by words only. */
  embeddings?: EmbeddingQueue | undefined;
  signal: AbortSignal;
  /** Runs each of the steps. */
  step: <T>(name: 'read' | 'embed' | 'index', work: (calls: CallScope) => Promise<T>) => Promise<T>;
}

/** A document that is in the library now. */
export interface AddedDocument {
  title: string;
  kind: string;
  pages?: number;
  /** Passages that it is searched by. */
  passages: number;
  /** What was left out of it, could not be understood or can have no vector, a sentence each. */
  notes: readonly string[];
}

/**
 * One document's way into the library: read, embed, index. What could not be embedded is in the library all the same,
 * to be found by its words, and the document has failed: the next try embeds what is missing and nothing else.
 * @throws AppError `DOCUMENT_UNREADABLE`, or what the embedding failed with; the signal's reason when aborted.
 */
export async function addDocument(path: string, tools: AddTools): Promise<AddedDocument> {
  const { intake, embeddings, signal, step } = tools;
  const leave = embeddings?.enter();
  try {
    const document = await step('read', () => intake.read(path, signal));
    const { title, kind, pages, passages } = document;
    const notes = [...document.warnings];
    let failure: unknown;
    if (embeddings !== undefined && passages.length > 0) {
      try {
        await step('embed', async (calls) => {
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
    await step('index', async () => intake.store(document));
    if (failure !== undefined) throw failure;
    return {
      title,
      kind,
      ...(pages === undefined ? {} : { pages }),
      passages: passages.length,
      notes,
    };
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
