import { RateLimiter, runBatch } from '../../src/index.ts';

// One limiter for everything that calls the same service.
const service = new RateLimiter({ rate: 100, burst: 2 });

const [pages, images] = await Promise.all([
  runBatch(['a', 'b', 'c'], async (name) => `${name}.html`, { concurrency: 3, rateLimit: service }),
  runBatch(['x', 'y', 'z'], async (name) => `${name}.png`, { concurrency: 3, rateLimit: service }),
]);

console.log(pages.results, images.results);
