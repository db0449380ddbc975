import { seededRandom } from './random.ts';

/** Sentences of abstracts; `@` is the subject, `#` a number. */
const SENTENCES: readonly string[] = [
  'Little is known about how @ develops over longer periods.',
  'We followed # households for three years and recorded how they dealt with @.',
  'Participants who received advice on @ saved # percent of their costs on average.',
  'Data from # sites were collected between spring and autumn.',
  'The effect of @ was strongest during the first # weeks and declined after that.',
  'A control group of # volunteers showed no comparable change.',
  'Earlier reviews of @ covered few regions and disagreed on its benefits.',
  'Interviews with # practitioners reveal that training matters more than equipment.',
  'Our model explains # percent of the variance in outcomes of @.',
  'Differences between rural and urban areas were small.',
  'Measurements at # stations confirm that @ depends on local conditions.',
  'In # of one hundred cases the results remained stable after two years.',
  'These findings suggest that programmes on @ should start with a small trial.',
  'Costs were recovered within # months in most of the projects.',
  'Limitations of the sample call for further studies of @ in other climates.',
  'A survey among # experts ranks missing standards as the main barrier to @.',
  'Yields rose by # percent where @ was combined with regular inspections.',
  'We discuss what public authorities can learn from # years of @.',
];
const COUNT = 7;
/** Abstracts that are kept; each is about 1 KB. */
const MOST_KEPT = 4000;

const kept = new Map<string, string>();

/** The abstract of a work on a subject: seven English sentences with figures, the same for the same seed. */
function abstractText(subject: string, seed: string): string {
  const random = seededRandom(`abstract ${seed}`);
  const rest = [...SENTENCES];
  const fill = (text: string): string =>
    text.replaceAll('@', () => subject).replace('#', () => String(12 + Math.floor(random() * 80)));
  return Array.from({ length: COUNT }, () =>
    fill(rest.splice(Math.floor(random() * rest.length), 1)[0] ?? ''),
  ).join(' ');
}

/** The same abstract as OpenAlex gives it: each word with its places, as JSON. */
export function invertedAbstract(subject: string, seed: string): string {
  const key = `${seed} ${subject}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const places = new Map<string, number[]>();
  for (const [place, word] of abstractText(subject, seed).split(' ').entries()) {
    const before = places.get(word);
    if (before === undefined) places.set(word, [place]);
    else before.push(place);
  }
  const json = JSON.stringify(Object.fromEntries(places));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, json);
  return json;
}
