import { BatchError, runBatch } from '../../src/index.ts';

async function* lines(): AsyncGenerator<string> {
  yield 'first';
  yield 'second';
  throw new Error('the file ends in the middle of a line');
}

try {
  await runBatch(lines(), (line) => line.toUpperCase());
} catch (error) {
  if (!(error instanceof BatchError)) throw error;
  console.log(error.message);
  console.log('done until then:', error.result.results);
}
