import type { LoopbackResult } from './search-results.ts';

/** `@` is a topic, `&` another one, `#` a number that no other sentence has. No two begin alike. */
const SENTENCES: readonly (readonly string[])[] = [
  [
    'Owners who look into @ spend # hours on it, and as many on & before they decide.',
    'About # percent of all letters to the editor concern @ together with &.',
    'Courses on @ for installers take # days and end with a test on &.',
  ],
  [
    'In a survey of # households, @ came first among all subjects and & second.',
    'Readers give articles on @ a rating of # points and ask for more on &.',
    'Since last year the offers for @ have grown by # percent, and those for & by half of that.',
  ],
  [
    'Advisers name @ in # of a thousand talks, mostly before they come to &.',
    'Towns with rules on @ have # pages of them, next to those on &.',
    'Small firms write # offers a month that treat @ and & in lines of their own.',
  ],
];

/** Pages that speak of every topic and name others with it, the same for every search. */
export function topicPages(topics: readonly string[]): LoopbackResult[] {
  return SENTENCES.map((sentences, page) => {
    const sections = topics.map((topic, place) => {
      const lines = sentences.map((sentence, line) =>
        sentence
          .replace('@', () => topic)
          .replace('&', () => topics[(place + 1 + line) % topics.length] ?? topic)
          .replace('#', String(100 + (page * topics.length + place) * 3 + line)),
      );
      return `## ${topic}\n\n${lines.join(' ')}`;
    });
    const text = `# Subjects of readers\n\n${sections.join('\n\n')}\n`;
    return {
      title: `Subjects of readers, part ${page + 1}`,
      url: `https://page${page + 1}.example/subjects`,
      content: text.slice(0, 300),
      score: 0.9 - page / 10,
      raw_content: text,
    };
  });
}
