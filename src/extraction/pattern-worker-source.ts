/**
 * What runs in the worker: one pattern over one text. Plain JavaScript as text, because a worker has no bundle of its own,
 * and nothing in it depends on anything. Answers places and values; `isCut` when there were more.
 */
export const PATTERN_WORKER_SOURCE = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ text, pattern, flags, group, most }) => {
  const matches = [];
  let isCut = false;
  for (const match of text.matchAll(new RegExp(pattern, flags + 'dg'))) {
    const value = typeof group === 'string' ? match.groups?.[group] : match[group];
    const place = typeof group === 'string' ? match.indices.groups?.[group] : match.indices[group];
    if (value === undefined || place === undefined || value === '') continue;
    if (matches.length === most) { isCut = true; break; }
    matches.push({ value: value.slice(0, 20000), start: place[0], end: place[1] });
  }
  parentPort.postMessage({ matches, isCut });
});
`;
