import { runBatch } from '../../src/index.ts';

// One call takes many texts, as the embedding calls of most services do.
async function embed(texts: readonly string[]): Promise<(number[] | Error)[]> {
  console.log('a call for', texts);
  return texts.map((text) => (text === '' ? new Error('the text is empty') : [text.length, 0.5]));
}

const texts = ['soil', '', 'worms', 'leaves', 'bark'];
const result = await runBatch(texts, embed, { batchSize: 2, concurrency: 3, mode: 'continue' });

console.log(result.results);
console.log(result.errors[1]?.message);
