/**
 * How often the passage that answers a question is among the first five: by words (BM25), by meaning, and by both.
 * Questions are in readers' words, and answers are quotes out of the shipped library; see questions.json.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchBy } from '../../src/library/chunk-hit.ts';
import { createChunkSearch } from '../../src/library/chunk-search.ts';
import { createDocumentIntake } from '../../src/library/document-intake.ts';
import { createEmbeddingQueue } from '../../src/library/embedding-queue.ts';
import { openLibraryDatabase } from '../../src/library/library-database.ts';
import { listDocuments } from '../../src/library/list-documents.ts';
import { createOfflineEmbedder } from '../../src/providers/offline-embedder.ts';
import { openDocumentReader } from '../../src/documents/open-document-reader.ts';
import { printTable } from '../print-table.ts';
import { root } from '../run-program.ts';

interface Question {
  question: string;
  /** As one asks in the middle of a conversation, without saying what about. */
  bare?: string;
  answers: { file: string; quote: string }[];
}

const FOLDER = join(root, 'examples', 'library');
const { everyday, otherWords } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'questions.json'), 'utf8'),
) as { everyday: Question[]; otherWords: Question[] };
const bare = otherWords.map(({ question, bare: asked = question, answers }) => ({
  question: asked,
  answers,
}));

const signal = new AbortController().signal;
const database = await openLibraryDatabase(':memory:');
const reader = openDocumentReader();
const embedder = createOfflineEmbedder();
const intake = createDocumentIntake(database, { reader, now: () => new Date() });
const queue = createEmbeddingQueue(database, embedder);
const plain = (text: string): string => text.replace(/\s+/gu, ' ');

const texts = new Map<string, string>();
const documents = await Promise.all(
  (await listDocuments([FOLDER])).files.map(({ path }) => intake.read(path, signal)),
);
for (const document of documents) {
  texts.set(document.file.path, plain(document.read?.document.text ?? ''));
  intake.store(document);
}
const failed = await queue.embed(
  documents.flatMap(({ passages }) => passages),
  { signal },
);
if (failed.some((answer) => answer !== undefined)) throw new Error('Some passages have no vector.');
for (const { answers } of [...everyday, ...otherWords]) {
  for (const { file, quote } of answers)
    if (texts.get(join(FOLDER, file))?.includes(quote) !== true)
      throw new Error(`${file} does not say: ${quote}`);
}

const search = createChunkSearch(database, embedder.name);

/** Place of the first passage that answers each question, from 1; Infinity where none does among the first 20. */
async function placesOf(questions: readonly Question[], by: SearchBy): Promise<number[]> {
  const vectors = await embedder.embed(
    questions.map(({ question }) => question),
    { signal },
  );
  return questions.map(({ question, answers }, index) => {
    const vector = vectors[index];
    if (!(vector instanceof Float32Array)) throw new Error(`No vector of: ${question}`);
    const hits = search.search(question, { limit: 20, by, vector });
    const place = hits.findIndex(({ path, text }) =>
      answers.some(({ file, quote }) => path === join(FOLDER, file) && plain(text).includes(quote)),
    );
    if (process.argv.includes('--misses') && (place < 0 || place > 4))
      console.log(`${by}: ${place < 0 ? 'not found' : place + 1}: ${question}`);
    return place < 0 ? Infinity : place + 1;
  });
}

async function measure(title: string, questions: readonly Question[]): Promise<void> {
  const rows = [];
  for (const by of ['words', 'meaning', 'hybrid'] as const) {
    const places = await placesOf(questions, by);
    const share = (limit: number): string =>
      (places.filter((place) => place <= limit).length / places.length).toFixed(3);
    const reciprocal = places.reduce((sum, place) => sum + 1 / place, 0) / places.length;
    rows.push({
      by,
      'hit@1': share(1),
      'hit@5': share(5),
      'hit@20': share(20),
      MRR: reciprocal.toFixed(3),
    });
  }
  printTable(`${title}: ${questions.length} questions`, rows);
}

const passages = documents.reduce((sum, document) => sum + document.passages.length, 0);
console.log(`Search in ${passages} passages (asked: hybrid hit@5 of 0.9 and better than words)`);
await measure('As readers ask', everyday);
await measure('In other words than the passage, but for the subject', otherWords);
await measure('The same without the subject', bare);
await embedder.close();
await reader.close();
database.close();
