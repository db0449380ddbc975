/**
 * How quick an index of 10,000 chunks is: written without embeddings, and asked by words and meaning at once. What the
 * reading, the chunking and the embedding of a query take is told apart. With `--memory`, 2,000 HTML pages are added as
 * `library add` does it, and the memory is told on the way.
 */
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapConcurrent } from '../../src/batch/map-concurrent.ts';
import { tokenizeWords } from '../../src/core/text/tokenize-words.ts';
import { loadTokenCounter } from '../../src/documents/count-tokens.ts';
import { openDocumentReader } from '../../src/documents/open-document-reader.ts';
import { createChunkSearch } from '../../src/library/chunk-search.ts';
import { createDocumentIntake } from '../../src/library/document-intake.ts';
import { createDocumentWriter, type NewDocument } from '../../src/library/document-writer.ts';
import { inTransaction, openLibraryDatabase } from '../../src/library/library-database.ts';
import { preparePassages } from '../../src/library/prepare-passages.ts';
import { openVectorStore } from '../../src/library/vector-store.ts';
import { printTable } from '../print-table.ts';
import { root } from '../run-program.ts';

const CHUNKS = 10_000;
const PAGES = 2000;
const QUERIES = 40;
/** Documents of one transaction, as `library add` has about as many that end together. */
const TOGETHER = 16;

let seed = 7;
/** The same numbers at every run, 0 to 1. */
function random(): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
}

/** The words of the shipped library, the most frequent first. */
function wordsByFrequency(): string[] {
  const shipped = join(root, 'examples', 'library');
  const counts = new Map<string, number>();
  for (const entry of readdirSync(shipped, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.html')) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const word of tokenizeWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].toSorted((left, right) => right[1] - left[1]).map(([word]) => word);
}

const words = wordsByFrequency();
/** As often as in a language: the first ones everywhere, most of them hardly ever (G. Zipf). */
const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? 'the';
const sentence = (): string => {
  const text = Array.from({ length: 8 + Math.floor(random() * 14) }, word).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};
const sentences = (count: number): string => Array.from({ length: count }, sentence).join(' ');

/** A page of five sections, each of about one chunk. */
function page(number: number): string {
  const sections = Array.from(
    { length: 5 },
    () => `<h2>${sentence().slice(0, 40)}</h2><p>${sentences(4)}</p><p>${sentences(4)}</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>Page ${number} ${word()}</title></head><body><article><h1>Page ${number}</h1>${sections.join('')}</article></body></html>`;
}

function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), 'index-speed-'));
mkdirSync(join(folder, 'pages'));
const paths = Array.from({ length: PAGES }, (_, number) => {
  const path = join(folder, 'pages', `${number}.html`);
  writeFileSync(path, page(number));
  return path;
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
if (process.argv.includes('--memory')) await measureMemory();
else await measureIndex();

async function measureIndex(): Promise<void> {
  const reader = openDocumentReader();
  const { signal } = new AbortController();
  const readingAt = performance.now();
  const read = await Promise.all(paths.map((path) => reader.read(path, { signal })));
  const reading = performance.now() - readingAt;
  await reader.close();
  const countTokens = await loadTokenCounter();
  const chunkingAt = performance.now();
  const documents = read.map((document, index): NewDocument => ({
    file: { path: paths[index] ?? '', size: document.bytes, modifiedMs: 1, changedMs: 1 },
    fileSha256: document.fileSha256,
    document,
    passages: preparePassages(document, countTokens),
    readAt: '2026-01-01T00:00:00.000Z',
    keptAt: '2026-01-01T00:00:00.000Z',
  }));
  const chunking = performance.now() - chunkingAt;
  const all = documents.flatMap(({ passages }) => passages);
  const characters = all.reduce((sum, { start, end }) => sum + end - start, 0);
  if (all.length < CHUNKS) throw new Error(`There are ${all.length} chunks only.`);

  const rounds = ['a', 'b', 'c'].map((name) => join(folder, `${name}.db`));
  const times: number[] = [];
  const processorTimes: number[] = [];
  for (const path of rounds) {
    const database = await openLibraryDatabase(path);
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const writer = createDocumentWriter(database);
    for (let at = 0; at < documents.length; at += TOGETHER)
      inTransaction(database, () => {
        for (const document of documents.slice(at, at + TOGETHER)) writer.write(document);
      });
    times.push(performance.now() - startedAt);
    const { user, system } = process.cpuUsage(before);
    processorTimes.push((user + system) / 1000);
    database.close();
  }
  printTable(
    `Index of ${all.length} chunks of ${Math.round(characters / all.length)} characters in ${PAGES} pages (asked: 1 s)`,
    [
      { what: 'reading HTML in workers', ms: reading.toFixed(0) },
      { what: 'chunking, tokens counted', ms: chunking.toFixed(0) },
      { what: 'index: documents, chunks, words (median of 3)', ms: median(times).toFixed(0) },
      { what: 'of it, time of the processor', ms: median(processorTimes).toFixed(0) },
    ],
  );
  await measureQueries(
    rounds[0] ?? '',
    all.map(({ meaning }) => meaning.textHash),
  );
}

async function measureQueries(path: string, hashes: readonly string[]): Promise<void> {
  const database = await openLibraryDatabase(path);
  const rows = [];
  for (const dimensions of [512, 1536]) {
    const model = `synthetic:${dimensions}`;
    const vectorOf = (): Float32Array => {
      const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5);
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    };
    const store = openVectorStore(database, model);
    inTransaction(database, () => hashes.forEach((hash) => store.save(hash, [vectorOf()])));
    const search = createChunkSearch(database, model);
    const loadingAt = performance.now();
    const vectors = search.vectorCount;
    const loading = performance.now() - loadingAt;
    const queries = Array.from({ length: QUERIES + 5 }, () => ({
      // As people ask: a rare word among frequent ones.
      text: `${sentence().split(' ').slice(0, 5).join(' ')} ${words[Math.floor((0.2 + 0.8 * random()) * words.length)]}`,
      vector: vectorOf(),
    }));
    const measure = (by: 'words' | 'meaning' | 'hybrid'): number =>
      median(
        queries
          .map(({ text, vector }) => {
            const startedAt = performance.now();
            search.search(text, { limit: 10, by, vector });
            return performance.now() - startedAt;
          })
          .slice(5),
      );
    rows.push({
      dimensions,
      vectors,
      'loading, once (ms)': loading.toFixed(0),
      'words (ms)': measure('words').toFixed(1),
      'meaning (ms)': measure('meaning').toFixed(1),
      'hybrid (ms)': measure('hybrid').toFixed(1),
    });
  }
  database.close();
  printTable(`Median of ${QUERIES} queries without their embedding (asked: hybrid 25 ms)`, rows);
}

/** All documents pass through, as many at a time as `library add` has. */
async function measureMemory(): Promise<void> {
  const database = await openLibraryDatabase(join(folder, 'memory.db'));
  const reader = openDocumentReader();
  const intake = createDocumentIntake(database, { reader, now: () => new Date() });
  const rows: Record<string, string | number>[] = [];
  let done = 0;
  const tell = (): void => {
    const { heapUsed, rss } = process.memoryUsage();
    const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
    rows.push({ pages: done, 'heap (MB)': megabytes(heapUsed), 'resident (MB)': megabytes(rss) });
  };
  const startedAt = performance.now();
  await mapConcurrent(
    paths,
    async (path, { signal }) => {
      intake.store(await intake.read(path, signal));
      done += 1;
      if (done % (PAGES / 8) === 0) tell();
    },
    { concurrency: TOGETHER },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  await reader.close();
  database.close();
  printTable(
    `${PAGES} HTML pages added by words in ${seconds.toFixed(1)} s: memory on the way`,
    rows,
  );
}
