import { mapConcurrent } from '../../src/index.ts';

const pages = await mapConcurrent(['a', 'b', 'c'], async (name) => `/${name}.html`, {
  concurrency: 2,
});
console.log(pages);

try {
  await mapConcurrent([1, 2, 3], async (number) => {
    if (number === 2) throw new Error('two is broken');
    return number;
  });
} catch (error) {
  console.log((error as Error).message);
}
