// `npm start`: the main job on three keywords, free of charge; `npm start -- batch …` passes its own arguments.
const MAIN_JOB = [
  'batch',
  'heat pump running costs',
  'how long does compost take',
  'e-bike battery life',
  '--parallel',
  '3',
  '--research',
  'library',
  '--writer',
  'extractive',
];

if (process.argv.length <= 2) process.argv.push(...MAIN_JOB);
await import('../bin/run.js');
