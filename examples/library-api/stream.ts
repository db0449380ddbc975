import { runBatch } from '../../src/index.ts';

// Could as well be the lines of a file or the rows of a table.
async function* numbers(): AsyncGenerator<number> {
  for (let number = 1; number <= 100_000; number += 1) yield number;
}

let sum = 0;
const result = await runBatch(numbers(), async (number) => number * 2, {
  concurrency: 4,
  collect: false,
  onSettled: (settled) => {
    if (settled.status === 'succeeded') sum += settled.result;
  },
});

console.log(
  `${result.successCount} done, the sum is ${sum}, ${result.results.length} results kept`,
);
