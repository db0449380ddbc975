import { RateLimiter } from '../../src/index.ts';

// 6,000 tokens a minute, at most 1,000 of them at once.
const limiter = new RateLimiter({ rate: 6000, intervalMs: 60_000, burst: 1000 });

const reservation = await limiter.acquire(800); // An estimate …
reservation.settle(300); // … and what the call really used.
console.log(limiter.available >= 700 ? '700 are free again' : 'still taken');

await limiter.acquire(5000).catch((error: Error) => console.log(error.message));

limiter.pauseFor(30_000); // The service said: Retry-After 30.
const controller = new AbortController();
const waiting = limiter.acquire(1, { signal: controller.signal });
console.log(limiter.waiting, 'waiting');
controller.abort(new Error('no time to wait'));
await waiting.catch((error: Error) => console.log(error.message));
