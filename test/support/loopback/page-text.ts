import { pick, seededRandom } from './random.ts';

/** Sentences of a page; `@` is the topic, `#` a number. */
const SENTENCES: readonly string[] = [
  'Most guides to @ begin with the price, although the running costs decide over # years.',
  'In a survey of # households, two thirds said that @ met their expectations.',
  'A first attempt at @ takes about # hours, and the second half of that.',
  'Experts advise against starting with @ before the basics have been checked.',
  'The difference between a good and a poor result with @ is mostly preparation.',
  'Costs for @ range from # to several times that, depending on region and season.',
  'Beginners underestimate how much time @ needs in the first # weeks.',
  'Regular care extends the life of @ by about # percent.',
  'An independent test compared # offers for @ and found only three without faults.',
  'Whoever plans @ in autumn has more choice and pays about # percent less.',
  'The most common mistake with @ is to copy what worked for somebody else.',
  'Records from # projects show that @ pays off in the second year.',
  'Local rules for @ differ, so a call to the authority saves trouble later.',
  'There is no evidence that more expensive equipment makes @ safer.',
  'A simple checklist of # points covers nearly everything that matters for @.',
  'Some practitioners disagree and hold that @ is overrated in small settings.',
  'Temperatures below # degrees slow @ down, but do not stop it.',
  'After # months the results of @ become steady enough to judge.',
  'Support groups share their figures on @ openly, which makes comparison easy.',
  'Good documentation of @ helps when something has to be repaired.',
  'Insurance rarely covers damage that arises from careless @.',
  'The market for @ has grown by # percent since last year.',
  'A small trial of @ shows within # days whether the approach fits.',
  'Noise, space and access are the three questions to settle before @.',
];
const HEADINGS: readonly string[] = [
  'What to know about @',
  'What @ costs',
  'How to start with @',
  'Common mistakes with @',
  'Is @ worth it?',
  'Maintenance and care',
  'Rules and safety',
];

/** The Markdown of a page about a topic: headings, paragraphs, a list and a table; the same for the same seed. */
export function pageText(topic: string, seed: string): string {
  const random = seededRandom(seed);
  const fill = (text: string): string =>
    text.replaceAll('@', topic).replaceAll('#', () => String(2 + Math.floor(random() * 90)));
  const rest = [...SENTENCES];
  const sentence = (): string => {
    if (rest.length === 0) rest.push(...SENTENCES);
    return fill(rest.splice(Math.floor(random() * rest.length), 1)[0] ?? '');
  };
  const paragraph = (): string =>
    Array.from({ length: 3 + Math.floor(random() * 3) }, sentence).join(' ');
  const headings = new Set(Array.from({ length: 4 }, () => pick(HEADINGS, random)));
  const sections = [...headings].map(
    (heading) => `## ${fill(heading)}\n\n${paragraph()}\n\n${paragraph()}`,
  );
  const list = Array.from({ length: 3 }, () => `- ${sentence()}`).join('\n');
  const table = `| Variant | Cost | Months |\n| --- | --- | --- |\n| Small | ${fill('#')} | ${fill('#')} |\n| Large | ${fill('#')} | ${fill('#')} |`;
  return [`# ${topic}`, paragraph(), ...sections, list, table, paragraph()].join('\n\n');
}
