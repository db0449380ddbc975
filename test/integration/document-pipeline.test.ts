import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentPipeline } from '../../src/library/document-pipeline.ts';
import type { StageEvent } from '../../src/library/pipeline-types.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipeline-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A document of sections, each of which makes a chunk. */
async function document(name: string, sections: readonly string[]): Promise<string> {
  const path = join(folder, name);
  const text = sections.map((section, index) => `## Part ${index}\n\n${section}`).join('\n\n');
  await writeFile(path, `# ${name}\n\n${text}\n`);
  return path;
}

/** A vector that tells which text it belongs to. */
const lengths = (texts: readonly string[]) => texts.map((text) => [text.length]);

describe('DocumentPipeline', () => {
  it('loads, cuts and embeds; every chunk has the vector of its own text', async () => {
    const paths = [
      await document('a.md', ['Compost wants air.', 'Worms like it damp.', 'Turn it in spring.']),
      await document('b.md', ['Batteries age in the heat.']),
    ];
    const events: StageEvent[] = [];
    const { documents, statistics } = await new DocumentPipeline({
      embed: lengths,
      embedBatchSize: 2,
      onStage: (event) => events.push(event),
    }).run(paths);
    expect(documents.map(({ path }) => path)).toEqual(paths);
    for (const { chunks } of documents) {
      for (const { text, vector } of chunks) expect(vector).toEqual([text.length]);
    }
    expect(documents[0]?.chunks.map(({ heading }) => heading)).toEqual([
      'Part 0',
      'Part 1',
      'Part 2',
    ]);
    expect(statistics).toMatchObject({
      documents: { total: 2, succeeded: 2, failed: 0 },
      chunks: 4,
      vectors: 4,
      failedVectors: 0,
    });
    const told = events
      .filter(({ path }) => path === paths[1])
      .map(({ type, stage }) => `${stage} ${type}`);
    expect(told).toEqual([
      'load stage-start',
      'load stage-end',
      'chunk stage-start',
      'chunk stage-end',
      'embed stage-start',
      'embed stage-end',
    ]);
  });

  it('keeps vectors beside their chunks when calls and texts fail', async () => {
    const path = await document(
      'c.md',
      ['one', 'two bad', 'three', 'four', 'five', 'six'].map((word) => `It is ${word}.`),
    );
    const { documents, statistics } = await new DocumentPipeline({
      embedBatchSize: 2,
      embedConcurrency: 3,
      embed: async (texts) => {
        if (texts.some((text) => text.includes('three'))) throw new Error('the call broke');
        return texts.map((text) => (text.includes('bad') ? new Error('this text') : [text.length]));
      },
    }).run([path]);
    const chunks = documents[0]?.chunks ?? [];
    expect(chunks.map(({ error }) => error?.message)).toEqual([
      undefined,
      'this text',
      'the call broke',
      'the call broke',
      undefined,
      undefined,
    ]);
    const embedded = chunks.filter(({ vector }) => vector !== undefined);
    expect(embedded.map(({ vector }) => vector)).toEqual(lengths(embedded.map(({ text }) => text)));
    expect(documents[0]?.error?.message).toBe('this text');
    expect(statistics).toMatchObject({
      documents: { failed: 1 },
      vectors: 3,
      failedVectors: 3,
    });
  });

  it('gives each document its own fate', async () => {
    const good = await document('d.md', ['Good.']);
    const { documents, statistics } = await new DocumentPipeline().run([
      join(folder, 'missing.pdf'),
      good,
    ]);
    expect(documents[0]?.error).toMatchObject({ code: 'DOCUMENT_UNREADABLE' });
    expect(documents[1]).toMatchObject({ path: good, document: { kind: 'markdown' } });
    expect(statistics.documents).toMatchObject({ succeeded: 1, failed: 1 });
  });

  it('has never more calls under way than it was told, over all documents', async () => {
    const paths = await Promise.all(
      ['e', 'f', 'g'].map((name) =>
        document(
          `${name}.md`,
          Array.from({ length: 6 }, (_, at) => `Text ${at}.`),
        ),
      ),
    );
    let underWay = 0;
    let most = 0;
    await new DocumentPipeline({
      concurrency: 2,
      embedBatchSize: 1,
      embedConcurrency: 2,
      embed: async (texts) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        return lengths(texts);
      },
    }).run(paths);
    expect(most).toBe(2);
  });

  it('stops at once when aborted, and says so', async () => {
    const paths = await Promise.all(
      Array.from({ length: 5 }, (_, at) => document(`h${at}.md`, ['Stop here.'])),
    );
    const stop = new AbortController();
    const { statistics } = await new DocumentPipeline({
      concurrency: 1,
      signal: stop.signal,
      embed: (_texts, { signal }) => {
        stop.abort(new Error('enough'));
        return Promise.reject(signal.reason as Error);
      },
    }).run(paths);
    expect(statistics.documents).toMatchObject({ cancelled: 1, notStarted: 4 });
  });

  it('keeps nothing with collect: false, and survives a callback that throws', async () => {
    const path = await document('i.md', ['Here and gone.']);
    const seen: string[] = [];
    const result = await new DocumentPipeline({
      collect: false,
      onDocument: (done) => {
        seen.push(done.path);
        throw new Error('the callback broke');
      },
    }).run([path]);
    expect(seen).toEqual([path]);
    expect(result).toMatchObject({
      documents: [],
      listenerError: { message: 'the callback broke' },
    });
    expect(result.statistics.documents.succeeded).toBe(1);
  });
});
