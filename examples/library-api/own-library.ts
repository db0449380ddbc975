import { openLibrary } from '../../src/index.ts';

// With `embedder: 'offline'` it is searched by meaning as well, without a network.
await using library = await openLibrary({ indexPath: ':memory:' });

const folder = 'examples/library/home-composting';
const first = await library.add([folder]);
const again = await library.add([folder]);
console.log(`${first.outcomes.length} added, then ${again.unchanged} unchanged`);

const [hit] = await library.search('smell of rotten eggs', {
  limit: 1,
  filters: { types: ['text'] },
});
if (hit !== undefined) {
  const { text, matches } = hit.snippet;
  console.log(`${hit.title} · ${hit.heading}`);
  console.log(matches.map(([start, end]) => text.slice(start, end)));
}
console.log(library.remove([`${folder}/*.html`]).length, 'removed');
