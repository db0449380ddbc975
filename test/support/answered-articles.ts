import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { Workplace } from './cli.ts';
import { type AnswerChanges, changedAnswers } from './loopback/changed-answers.ts';
import type { ChatCallBody } from './loopback/loopback-types.ts';
import type { LoopbackServer } from './loopback/server.ts';
import { folderFaults, textFaults } from './output-faults.ts';
import { WIDE_LIMITS } from './processes/wide-limits.ts';

const FORMATS = ['--template', 'glossary', '--format', 'md,html,json,wordpress'];
const REPORTS = ['r.csv', 'r.html', 'r.md', 'r.json', 'r.junit.xml'].flatMap((name) => [
  '--report',
  name,
]);
/** Of a glossary entry: the plan, all parts, and what closes it. */
export const GLOSSARY_CALLS = 3;

/** A workplace where the model answers so. */
export async function openWithAnswers(
  server: LoopbackServer,
  changes: AnswerChanges,
): Promise<Workplace> {
  server.configure({ chat: changedAnswers(changes) });
  const place = await Workplace.openWith(server);
  await place.write('seo-content.config.json', JSON.stringify({ limits: WIDE_LIMITS }));
  return place;
}

/** Writes the article on heat pumps in all formats with all reports; whatever comes of it, nothing hostile may be in any of them. */
export async function writeHeatPumps(place: Workplace, args: readonly string[] = []) {
  const result = await place.run(['batch', 'heat pumps', ...FORMATS, ...REPORTS, ...args]);
  expect(await folderFaults(place.folder)).toEqual([]);
  expect(textFaults(result.all)).toEqual([]);
  const longest = Math.max(...result.all.split('\n').map((line) => line.length));
  expect(longest).toBeLessThan(2500);
  const rows: Record<string, string>[] = parse(await place.read('r.csv'), { columns: true });
  return { ...result, row: rows[0] ?? {} };
}

interface StoredArticle {
  article: {
    title: string;
    description: string;
    sections: { heading: string; paragraphs: unknown[] }[];
    faq: { question: string }[];
  };
  words: number;
  doubts: { text: string }[];
}

export async function storedArticle(place: Workplace) {
  const stored = JSON.parse(await place.read('content/heat-pumps.json')) as StoredArticle;
  return { ...stored, all: JSON.stringify(stored) };
}

/** The article as readers see it: HTML, the article of the JSON document, Markdown and WordPress blocks. */
export async function shownPages(place: Workplace): Promise<string[]> {
  const names = (await place.list('content')).filter((name) => name.startsWith('heat-pumps.'));
  expect(names).toEqual(['html', 'json', 'md', 'wordpress.html'].map((end) => `heat-pumps.${end}`));
  const { article } = await storedArticle(place);
  const texts = names.map((name) =>
    name.endsWith('.json')
      ? Promise.resolve(JSON.stringify(article))
      : place.read(`content/${name}`),
  );
  return Promise.all(texts);
}

/** What the model was asked, call by call. */
export function promptsTo(server: LoopbackServer): string[] {
  return server
    .callsTo('chat')
    .map(({ body }) => (body as ChatCallBody).messages.map(({ content }) => content).join('\n'));
}

export function revisionsAskedOf(server: LoopbackServer): string[] {
  return promptsTo(server).filter((prompt) => prompt.includes('What is wrong with it'));
}

/** What of a pattern stands in the texts, each once. */
export function findAll(texts: readonly string[], pattern: RegExp): string[] {
  const all = new RegExp(pattern, `${pattern.flags}g`);
  return [...new Set(texts.flatMap((text) => text.match(all) ?? []))];
}
