import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  citedTexts,
  placedParagraphs,
  type Article,
  type Paragraph,
} from '../../src/core/article.ts';
import { countWords } from '../../src/core/text/count-words.ts';
import { deriveQuestions } from '../../src/research/derive-questions.ts';
import { createExtractiveWriter } from '../../src/writing/extractive/create-extractive-writer.ts';
import { loadTemplate } from '../../src/writing/load-template.ts';
import { dossierOf } from '../support/dossier-of.ts';
import { citationFaults } from '../support/verify-citations.ts';

const root = join(import.meta.dirname, '../..');
const library = join(root, 'examples/library');

async function documentsOf(topic: string): Promise<{ title: string; text: string }[]> {
  const files = (await readdir(join(library, topic))).filter((file) => !file.endsWith('.html'));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const text = await readFile(join(library, topic, file), 'utf8');
      const title = /^(?:title: "?|# )?(.+?)"?$/mu.exec(text.replace(/^---\n/u, ''))?.[1] ?? file;
      return { title, text: text.replace(/^---\n[\s\S]*?\n---\n/u, '') };
    }),
  );
}

async function write(keyword: string, topic: string, templateName: string) {
  const template = await loadTemplate(templateName, {
    templatesDirectory: join(root, 'templates/articles'),
    baseDirectory: root,
  });
  const dossier = dossierOf(keyword, await documentsOf(topic), deriveQuestions(keyword, template));
  const item = { keyword, priority: 0, extra: {}, index: 0, slug: 'test' };
  const request = { item, dossier, template, language: 'en' };
  const signal = new AbortController().signal;
  return { article: await createExtractiveWriter().write(request, { signal }), dossier, template };
}

function textParagraphs(article: Article): Paragraph[] {
  return article.sections
    .flatMap((section) => section.paragraphs)
    .filter((paragraph) => paragraph.kind === 'text');
}

describe.each([
  ['heat pumps', 'heat-pumps', 'guide'],
  ['how to compost at home', 'home-composting', 'how-to'],
  ['e-bike battery', 'e-bike-batteries', 'product'],
  ['remote onboarding', 'remote-onboarding', 'listicle'],
])('the extractive article on “%s”', (keyword, topic, templateName) => {
  let written: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    written = await write(keyword, topic, templateName);
  });

  it('holds only cited sentences of its sources', () => {
    expect(citationFaults(written.article, written.dossier)).toEqual([]);
  });

  it('draws on several sources and fills the length that the template asks for', () => {
    const texts = citedTexts(written.article);
    const sources = new Set(
      texts.flatMap((each) => each.citations.map((citation) => citation.sourceId)),
    );
    const words = texts.reduce((sum, { text }) => sum + countWords(text), 0);
    expect(sources.size).toBeGreaterThanOrEqual(3);
    expect(words).toBeGreaterThan(written.template.words.minimum * 0.6);
    expect(words).toBeLessThan(written.template.words.maximum * 1.2);
  });

  it('has a structure: introduction, sections with headings of their own, a description', () => {
    const { article, template } = written;
    const headings = article.sections.map((section) => section.heading);
    expect(article.introduction.length).toBeGreaterThan(0);
    expect(headings.length).toBeGreaterThanOrEqual(4);
    expect(headings.length).toBeLessThanOrEqual(template.sections.maximum);
    expect(new Set(headings).size).toBe(headings.length);
    expect(article.title.length).toBeLessThanOrEqual(65);
    expect(article.description.length).toBeGreaterThanOrEqual(70);
    expect(article.description.length).toBeLessThanOrEqual(160);
  });

  it('repeats no sentence, begins no paragraph with a pronoun and speaks of no “we” outside quotations', () => {
    const { article } = written;
    // Tables repeat figures for an overview, and one author may be quoted twice.
    const texts = placedParagraphs(article)
      .filter(({ paragraph }) => paragraph.kind !== 'row')
      .flatMap(({ paragraph }) => paragraph.content.map(({ text }) => text))
      .filter((text) => !text.startsWith('— '));
    expect(new Set(texts).size).toBe(texts.length);
    for (const { content } of textParagraphs(article)) {
      expect(content[0]?.text).not.toMatch(/^(?:It|They|This|These|Such|However|But|And)\b/u);
      expect(content.length).toBeLessThanOrEqual(4);
      for (const { text } of content) expect(text).not.toMatch(/\b(?:we|our|my)\b/iu);
    }
  });
});

it('stops before it starts when the run was aborted', async () => {
  const controller = new AbortController();
  controller.abort();
  const dossier = dossierOf('x', []);
  const template = await loadTemplate('guide', {
    templatesDirectory: join(root, 'templates/articles'),
    baseDirectory: root,
  });
  const item = { keyword: 'x', priority: 0, extra: {}, index: 0, slug: 'x' };
  await expect(
    createExtractiveWriter().write(
      { item, dossier, template, language: 'en' },
      { signal: controller.signal },
    ),
  ).rejects.toThrow(/abort/iu);
});
