import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type Template } from 'liquidjs';
import type { Source } from '../../core/dossier.ts';
import { cleanText } from '../../core/text/clean-text.ts';
import type { WriteRequest } from '../article-writer.ts';

interface Prompts {
  system: string;
  user: string;
  /** The request to mend an answer. */
  repair: (problems: readonly string[], sourceIds: readonly string[]) => string;
}

export interface PromptTemplates {
  /** The templates as they stand in their files. */
  texts: readonly string[];
  promptsFor: (request: WriteRequest) => Prompts;
}

/** Compiles the prompt templates of a folder once. */
export function loadPrompts(promptsDirectory: string): PromptTemplates {
  const liquid = new Liquid({ cache: true, strictVariables: false });
  const read = (name: string) =>
    readFileSync(join(promptsDirectory, `write-article.${name}.liquid`), 'utf8');
  const texts = [read('system'), read('user'), read('repair')] as const;
  const [system, user, repair] = texts.map((text) => liquid.parse(text)) as [
    Template[],
    Template[],
    Template[],
  ];
  return {
    texts,
    promptsFor: (request) => {
      const scope = promptScope(request);
      return {
        system: liquid.renderSync(system, scope),
        user: liquid.renderSync(user, scope),
        repair: (problems, ids) =>
          liquid.renderSync(repair, { problems: problems.map(fence), ids: ids.join(', ') }),
      };
    },
  };
}

function promptScope({ item, dossier, template, language }: WriteRequest): Record<string, unknown> {
  const { words, sections, faq, instructions } = template;
  return {
    keyword: fence(item.keyword),
    title: item.title === undefined ? undefined : fence(item.title),
    tone: item.tone === undefined ? undefined : fence(item.tone),
    audience: item.audience === undefined ? undefined : fence(item.audience),
    language,
    instructions,
    words,
    sections,
    faq,
    questions: dossier.questions.slice(1).map(fence),
    sources: dossier.sources.map((source) => ({
      id: source.id,
      title: fenceAttribute(source.title),
      where: fenceAttribute(source.url ?? source.path ?? ''),
      published: source.publishedAt === undefined ? undefined : fenceAttribute(source.publishedAt),
      text: sourceText(source),
    })),
  };
}

/** Passages in the order of the source, each under its heading. */
function sourceText(source: Source): string {
  const inOrder = source.passages.toSorted((left, right) => left.start - right.start);
  return inOrder
    .map((passage) => fence(passage.heading ? `${passage.heading}\n${passage.text}` : passage.text))
    .join('\n\n');
}

/** Text from outside cannot close the tags that mark it as data: angle brackets are written as entities. */
function fence(text: string): string {
  return cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function fenceAttribute(text: string): string {
  return fence(text).replaceAll('"', '&quot;').replace(/\s+/g, ' ');
}
