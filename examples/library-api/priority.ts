import { runBatch } from '../../src/index.ts';

const rows = [
  { keyword: 'someday', rank: 0 },
  { keyword: 'urgent', rank: 9 },
  { keyword: 'soon', rank: 5 },
];

const started: string[] = [];
const result = await runBatch(
  rows,
  ({ keyword }) => {
    started.push(keyword);
    return keyword.length;
  },
  { priority: (row) => row.rank },
);

console.log('started:', started);
console.log('results:', result.results);
