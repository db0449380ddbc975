import { runBatch } from '../../src/index.ts';

const lengths: Record<string, number> = { compost: 1200, 'heat pumps': 1800 };

async function countWords(keyword: string): Promise<number> {
  const words = lengths[keyword];
  if (words === undefined) throw new Error(`nothing is known about ${keyword}`);
  return words;
}

const keywords = ['compost', 'unicorns', 'heat pumps'];
const result = await runBatch(keywords, countWords, { concurrency: 3, mode: 'continue' });

console.log(result.results);
console.log(result.successCount, 'succeeded,', result.errorCount, 'failed');
for (const [keyword, words] of result.successful()) console.log(`${keyword}: ${words} words`);
for (const [keyword, error] of result.failed()) console.log(`${keyword}: ${error.message}`);
