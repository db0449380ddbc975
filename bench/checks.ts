/**
 * All checks of an article of 2,000 words, parsing included: cold in a process of its own, as the first article of a run
 * meets them, and warm, as all others do.
 */
import { spawnSync } from 'node:child_process';
import { checkArticleText } from '../src/checking/check-article-text.ts';
import { readMarkdownPage } from '../src/checking/read-markdown-page.ts';
import { printTable } from './print-table.ts';

const WORDS = 2000;
const COLD_ROUNDS = 9;
const WARM_ROUNDS = 200;

/** Sections with paragraphs, lists, links, citations and questions, of words that repeat as those of prose do. */
function sampleArticle(): string {
  const words =
    `the pump draws warmth from air and gives it to water that runs through every room while a small fan keeps
    the noise below what neighbours hear at night because electricity costs more than gas per unit owners compare yearly
    figures before they choose a larger compressor`.split(/\s+/u);
  let at = 0;
  const sentence = (length: number) => {
    const text = Array.from({ length }, () => words[(at += 7) % words.length]).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.[^${(at % 5) + 1}]`;
  };
  const paragraph = () => [18, 15, 21, 14].map(sentence).join(' ');
  const section = (number: number) =>
    `## Part ${number}: what a heat pump does\n\n${paragraph()} See [part ${number}](part-${number}.md).\n\n${paragraph()}\n\n- ${sentence(12)}\n- ${sentence(9)}\n`;
  const sections = Array.from({ length: 12 }, (_, index) => section(index + 1));
  const faq = [1, 2, 3].map((number) => `### Is question ${number} answered?\n\n${sentence(20)}\n`);
  const sources = [1, 2, 3, 4, 5].map(
    (number) => `[^${number}]: [Source ${number}](https://example.org/${number}), example.org`,
  );
  return `---
title: "Heat Pumps: What They Do and What They Cost"
description: "What a heat pump does, what it costs in a year, and how to keep it quiet at night."
slug: "heat-pumps"
keyword: "heat pumps"
language: "en"
---

# Heat Pumps: What They Do and What They Cost

Heat pumps are quiet. ${paragraph()}

${sections.join('\n')}
## Frequently asked questions

${faq.join('\n')}
## Sources

${sources.join('\n\n')}
`;
}

const article = sampleArticle();

function measure(): number {
  const startedAt = performance.now();
  checkArticleText(article, { words: { minimum: 900, maximum: 1600 }, faq: true });
  return performance.now() - startedAt;
}

function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? 0;
}

if (process.argv[2] === 'once') {
  console.log(measure());
} else {
  const count = readMarkdownPage(article).words;
  if (count < WORDS || count > WORDS * 1.1) throw new Error(`the sample has ${count} words`);
  const cold = Array.from({ length: COLD_ROUNDS }, () => {
    const { stdout } = spawnSync(process.execPath, [import.meta.filename, 'once']);
    return Number(stdout.toString());
  });
  const warm = Array.from({ length: WARM_ROUNDS }, measure);
  const row = (name: string, times: readonly number[]) => ({
    article: name,
    'median ms': median(times).toFixed(1),
    'worst ms': Math.max(...times).toFixed(1),
    rounds: times.length,
  });
  printTable(`All checks of an article of ${count} words (warm ≤ 50 ms)`, [
    row('the first of a process', cold),
    row('each further one', warm.slice(20)),
  ]);
}
