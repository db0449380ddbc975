import type { DatabaseSync } from 'node:sqlite';
import { toError } from '../batch/to-error.ts';
import { AppError } from '../core/errors.ts';
import type { CallScope } from '../providers/call.ts';
import type { Embedder } from '../providers/embedder.ts';
import { changeIndex } from './library-database.ts';
import { cutForEmbedder, type MeaningText } from './meaning-text.ts';
import { openVectorStore } from './vector-store.ts';

/** Embeds the texts of many documents in few large requests, and keeps the vectors as soon as they are there. */
export interface EmbeddingQueue {
  /** Says that a document is under way whose texts will come; to be told when it is done with. */
  enter(): () => void;
  /**
   * Sees to it that the texts have vectors. One entry a text, in their order: undefined when it has one now, or why it has none.
   * @throws the signal's reason when aborted, and what ends a run.
   */
  embed(texts: readonly MeaningText[], scope: CallScope): Promise<(Error | undefined)[]>;
}

/** No request waits for more: about what the largest that OpenAI takes has room for. */
const FULL_TEXTS = 1000;
const FULL_TOKENS = 250_000;
/** Enough for a request when none is under way, so that reading and embedding overlap. */
const WORTH_TEXTS = 128;

/**
 * Opens a queue between documents and an embedder. It sends what it has when that fills a request, when the embedder is
 * idle and it is worth one, and when every document under way waits for it: nothing waits for a time to pass.
 * What a request costs is told to the scope of the first document in it, as the ledger has it.
 */
export function createEmbeddingQueue(database: DatabaseSync, embedder: Embedder): EmbeddingQueue {
  const store = openVectorStore(database, embedder.name);
  /** Texts that wait or are under way, by their hash. */
  const tickets = new Map<string, Ticket>();
  let waiting: Ticket[] = [];
  let underWay = 0;
  let documents = 0;
  /** Documents that wait for vectors. */
  let blocked = 0;

  const send = (batch: Ticket[]): void => {
    underWay += 1;
    void embedBatch(batch).finally(() => {
      underWay -= 1;
      sendIfDue();
    });
  };

  const embedBatch = async (batch: Ticket[]): Promise<void> => {
    const abort = new AbortController();
    const leave = endWithAll(batch, abort);
    const [first] = batch;
    try {
      const scope = { ...(first?.scopes[0] as CallScope), signal: abort.signal };
      const pieces = batch.map(({ text }) => cutForEmbedder(text, embedder.bestCharacters));
      const vectors = await embedder.embed(pieces.flat(), scope);
      let read = 0;
      const answers = pieces.map(({ length }) => joinAnswers(vectors, read, (read += length)));
      changeIndex(database, () => {
        batch.forEach(({ text }, index) => {
          const answer = answers[index];
          if (Array.isArray(answer)) store.save(text.textHash, answer);
          else if (hasNoMeaning(answer)) store.save(text.textHash, []);
        });
      });
      batch.forEach((ticket, index) => {
        const answer = answers[index];
        settle(ticket, () => ticket.resolve(answer instanceof Error ? answer : undefined));
      });
    } catch (error) {
      for (const ticket of batch) settle(ticket, () => ticket.reject(toError(error)));
    } finally {
      leave();
    }
  };

  const settle = (ticket: Ticket, tell: () => void): void => {
    if (tickets.get(ticket.text.textHash) === ticket) tickets.delete(ticket.text.textHash);
    tell();
  };

  const sendIfDue = (): void => {
    waiting = waiting.filter((ticket) => {
      if (!isDropped(ticket)) return true;
      settle(ticket, () => ticket.reject(toError(ticket.scopes[0]?.signal.reason)));
      return false;
    });
    for (let full = takeFull(waiting); full !== undefined; full = takeFull(waiting)) send(full);
    if (waiting.length === 0) return;
    const isWorth = underWay === 0 && waiting.length >= WORTH_TEXTS;
    if (isWorth || blocked >= documents) send(waiting.splice(0));
  };

  const request = (text: MeaningText, scope: CallScope): Promise<Error | undefined> => {
    const known = tickets.get(text.textHash);
    if (known !== undefined && !isDropped(known)) {
      known.scopes.push(scope);
      return known.promise;
    }
    const { promise, resolve, reject } = Promise.withResolvers<Error | undefined>();
    const ticket = { text, scopes: [scope], promise, resolve, reject };
    // Who asked may be gone when it fails.
    promise.catch(() => undefined);
    tickets.set(text.textHash, ticket);
    waiting.push(ticket);
    return promise;
  };

  return {
    enter() {
      documents += 1;
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        documents -= 1;
        // The lane that it was in takes the next document first.
        setImmediate(sendIfDue);
      };
    },
    async embed(texts, scope) {
      scope.signal.throwIfAborted();
      const answers = texts.map((text) =>
        store.has(text.textHash) ? Promise.resolve(undefined) : request(text, scope),
      );
      blocked += 1;
      const onAbort = Promise.withResolvers<never>();
      const abort = () => onAbort.reject(toError(scope.signal.reason));
      scope.signal.addEventListener('abort', abort, { once: true });
      try {
        sendIfDue();
        return await Promise.race([Promise.all(answers), onAbort.promise]);
      } finally {
        scope.signal.removeEventListener('abort', abort);
        blocked -= 1;
      }
    },
  };
}

interface Ticket {
  text: MeaningText;
  /** Of the documents that want it, the first one first. */
  scopes: CallScope[];
  promise: Promise<Error | undefined>;
  resolve: (answer: Error | undefined) => void;
  reject: (error: Error) => void;
}

/** The vectors of the pieces of one text, or why one of them has none. */
function joinAnswers(
  vectors: readonly (Float32Array | Error)[],
  from: number,
  to: number,
): Float32Array[] | Error {
  const own: Float32Array[] = [];
  for (let at = from; at < to; at++) {
    const vector = vectors[at] ?? new Error('The embedder gave no answer for it.');
    if (vector instanceof Error) return vector;
    own.push(vector);
  }
  return own;
}

/** Whether the model will never make a vector of it, such as of a text in a script that it does not know. */
export function hasNoMeaning(answer: unknown): answer is AppError {
  return answer instanceof AppError && answer.code === 'INPUT_INVALID';
}

/** Takes a full request out of what waits; undefined when it does not fill one. */
function takeFull(waiting: Ticket[]): Ticket[] | undefined {
  let tokens = 0;
  for (let count = 0; count < waiting.length; count++) {
    tokens += waiting[count]?.text.tokens ?? 0;
    if (count + 1 >= FULL_TEXTS || tokens >= FULL_TOKENS) return waiting.splice(0, count + 1);
  }
  return undefined;
}

/** Whether every document that wants it has been aborted. */
function isDropped({ scopes }: Ticket): boolean {
  return scopes.every(({ signal }) => signal.aborted);
}

/** Aborts a request once nobody wants anything of it any more. */
function endWithAll(batch: readonly Ticket[], abort: AbortController): () => void {
  const signals = new Set(batch.flatMap(({ scopes }) => scopes.map(({ signal }) => signal)));
  const look = (event: Event): void => {
    if (batch.every(isDropped)) abort.abort((event.target as AbortSignal).reason);
  };
  for (const signal of signals) signal.addEventListener('abort', look, { once: true });
  return () => {
    for (const signal of signals) signal.removeEventListener('abort', look);
  };
}
