import { AppError, retry } from '../../src/index.ts';

async function fetchPage(attempt: number): Promise<string> {
  if (attempt < 3) {
    throw new AppError('PROVIDER_UNAVAILABLE', 'the server is busy', {
      retryable: true,
      retryAfterMs: 5,
    });
  }
  return 'the page';
}

const page = await retry(({ attempt }) => fetchPage(attempt), {
  attempts: 5,
  baseDelayMs: 200,
  maxDelayMs: 10_000,
  maxElapsedMs: 60_000,
  onRetry: ({ attempt, delayMs, error }) =>
    console.log(`attempt ${attempt}: ${(error as Error).message}; again in ${delayMs} ms`),
});
console.log(page);
