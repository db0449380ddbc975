import { AppError, runBatch } from '../../src/index.ts';

const drain = new AbortController();
const drained = await runBatch(
  ['a', 'b', 'c'],
  async (item) => {
    drain.abort(); // As a handler of Ctrl-C would.
    return item.toUpperCase();
  },
  { drain: drain.signal },
);
console.log(drained.stoppedBy, drained.statuses);

const spent = await runBatch(
  ['a', 'b', 'c'],
  async () => {
    throw new AppError('QUOTA_EXHAUSTED', 'the plan is used up');
  },
  {
    mode: 'continue',
    stopWhen: (error) => error instanceof AppError && error.code === 'QUOTA_EXHAUSTED',
  },
);
console.log(spent.stoppedBy, spent.statuses);
