import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocumentReader } from '../../src/documents/open-document-reader.ts';
import { createDocumentIntake } from '../../src/library/document-intake.ts';
import { createEmbeddingQueue } from '../../src/library/embedding-queue.ts';
import { joinByMeaning } from '../../src/library/join-by-meaning.ts';
import { leastSimilarityOf } from '../../src/library/least-similarity.ts';
import { openLibraryDatabase } from '../../src/library/library-database.ts';
import { listDocuments } from '../../src/library/list-documents.ts';
import { searchIndex } from '../../src/library/search-index.ts';
import { loadVectors } from '../../src/library/vector-table.ts';
import { createOfflineEmbedder } from '../../src/providers/offline-embedder.ts';

/** The embedded model takes its time where the machine has much else to do. */
const TIMEOUT = 300_000;
const FOLDERS = ['heat-pumps', 'e-bike-batteries'];

describe('research by words and meaning with the embedded model', () => {
  const { signal } = new AbortController();
  const embedder = createOfflineEmbedder();
  let found: (query: string) => Promise<string[]>;
  let close: () => void;

  beforeAll(async () => {
    const database = await openLibraryDatabase(':memory:');
    const reader = openDocumentReader();
    const intake = createDocumentIntake(database, { reader, now: () => new Date(0) });
    const root = fileURLToPath(new URL('../../examples/library', import.meta.url));
    const { files } = await listDocuments(FOLDERS.map((name) => `${root}/${name}`));
    const documents = await Promise.all(files.map(({ path }) => intake.read(path, signal)));
    documents.forEach((document) => intake.store(document));
    const queue = createEmbeddingQueue(database, embedder);
    const answers = await queue.embed(
      documents.flatMap(({ passages }) => passages),
      { signal },
    );
    if (answers.some((answer) => answer !== undefined)) throw new Error('A vector is missing.');
    await reader.close();
    const counts = database
      .prepare('SELECT document_id AS id, count(*) AS count FROM passages GROUP BY document_id')
      .all() as { id: number; count: number }[];
    const scope = {
      passageCounts: new Map(counts.map(({ id, count }) => [id, count])),
      passageCount: counts.reduce((sum, { count }) => sum + count, 0),
      languages: ['en'],
    };
    const table = loadVectors(database, embedder.name)!;
    found = async (query) => {
      const [vector] = await embedder.embed([query], { signal });
      const hits = searchIndex(database, query, scope, 10);
      const joined = joinByMeaning(
        database,
        hits,
        {
          vector: vector as Float32Array,
          table,
          leastSimilarity: leastSimilarityOf(embedder.name),
        },
        { isWanted: () => true, maxResults: 10 },
      );
      return joined.map(({ path }) => basename(dirname(path)));
    };
    close = () => database.close();
  }, TIMEOUT);
  afterAll(async () => {
    close();
    await embedder.close();
  });

  it(
    'stays on the subject of a keyword',
    async () => {
      for (const query of [
        'How much do heat pumps cost?',
        'heat pump running costs',
        'What is a heat pump?',
      ])
        expect(new Set(await found(query))).toEqual(new Set(['heat-pumps']));
      for (const query of ['e-bike battery life', 'ebike battery in cold weather'])
        expect(new Set(await found(query))).toEqual(new Set(['e-bike-batteries']));
    },
    TIMEOUT,
  );

  it(
    'finds what has none of the words of a question',
    async () => {
      const topics = await found('should I turn my heating appliance down at night');
      expect(new Set(topics)).toEqual(new Set(['heat-pumps']));
    },
    TIMEOUT,
  );

  it(
    'has nothing on other subjects',
    async () => {
      for (const query of [
        'best pizza in winter',
        'winter tyres for the car',
        'life insurance',
        'banana bread',
      ])
        expect(await found(query)).toEqual([]);
    },
    TIMEOUT,
  );
});
