import { DocumentPipeline } from '../../src/index.ts';

// Your model would stand here; a text that it cannot take may be an Error in its place.
async function embed(texts: readonly string[]): Promise<(number[] | Error)[]> {
  return texts.map((text) => [text.length, text.includes('battery') ? 1 : 0]);
}

const pipeline = new DocumentPipeline({
  embed,
  embedBatchSize: 64, // texts in a call
  embedConcurrency: 2, // calls at a time, over all documents
  retry: { attempts: 4 }, // with jitter; Retry-After wins
  onStage: ({ type, stage, path, count }) => {
    if (type === 'stage-end' && path.endsWith('.md')) console.log(`${stage}: ${count}`);
  },
});

const { documents, statistics } = await pipeline.run([
  'examples/library/e-bike-batteries/workshop-guide-to-e-bike-battery-care.md',
  'examples/library/e-bike-batteries/no-such-file.pdf',
]);

for (const { document, chunks, error } of documents) {
  console.log(document?.title ?? error?.message);
  const chunk = chunks[1];
  if (chunk !== undefined) console.log(`  ${chunk.heading} ${chunk.tokens} tokens`, chunk.vector);
}
console.log(statistics.documents, `${statistics.vectors} vectors`);
