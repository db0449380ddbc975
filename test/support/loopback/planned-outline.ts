import { capital, sentencesOf, tagged } from './told-sentences.ts';

/** What follows a keyword in headings and questions, each once. */
const HEADINGS: readonly string[] = [
  'first steps',
  'time and effort',
  'costs in detail',
  'common mistakes',
  'rules and insurance',
  'regular care',
  'results after some time',
  'what tests have found',
  'preparation',
  'the market today',
  'checklists and records',
  'what experts advise',
];
const QUESTIONS: readonly string[] = [
  'What should you settle before',
  'Who can help with',
  'When is the best season for',
  'What do beginners overlook about',
  'How do you compare offers for',
  'What is still disputed about',
];
/** Leaves room for what follows it. */
const LONGEST_KEYWORD = 60;

/** A plan that names the readers' questions first, and the sources in turn. */
export function plannedOutline(prompt: string): unknown {
  const count = Number(/Plan about (\d+) sections/u.exec(prompt)?.[1] ?? 4);
  const questions = Number(/`faq`: (\d+) short questions/u.exec(prompt)?.[1] ?? 0);
  const keyword = shortened(tagged(prompt, 'keyword') || 'this');
  const found = [...prompt.matchAll(/<source id="(s\d+)"[^>]*>\n([\s\S]*?)<\/source>/gu)];
  const ids = found.map(([, id = '']) => id);
  const points = [...new Set(found.flatMap(([, , text = '']) => pointsOf(text)))];
  const asked = [...prompt.matchAll(/^- ([^\n`]{3,110}\?)$/gmu)].map(
    ([, question = '']) => question,
  );
  const headings = [
    ...new Set([...asked, ...HEADINGS.map((words) => `${capital(keyword)}: ${words}`)]),
  ];
  const some = (place: number, most: number) => [
    ...new Set(Array.from({ length: most }, (_, step) => ids[(place + step) % ids.length] ?? '')),
  ];
  return {
    sections: headings.slice(0, count).map((heading, place) => ({
      heading,
      points: points.slice(place * 2, place * 2 + 2),
      sources: some(place, 3),
    })),
    faq: QUESTIONS.slice(0, questions).map((opening, place) => ({
      question: `${opening} ${keyword}?`,
      sources: some(place + 1, 3),
    })),
  };
}

/** The headings of a source, or how its sentences begin. */
function pointsOf(text: string): string[] {
  const headings = /^Headings: (.*)$/mu.exec(text)?.[1]?.split(' · ');
  return headings ?? sentencesOf(text).map((sentence) => sentence.split(' ', 4).join(' '));
}

function shortened(keyword: string): string {
  return keyword.length <= LONGEST_KEYWORD
    ? keyword
    : keyword
        .slice(0, LONGEST_KEYWORD)
        .toWellFormed()
        .replace(/\s+\S*$/u, '');
}
