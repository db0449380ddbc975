import { hash } from 'node:crypto';
import type { Settings } from '../config/settings.ts';
import type { ArticleTemplate } from '../core/article-template.ts';
import type { PlannedItem } from '../core/keyword.ts';
import { keywordKey } from '../core/normalise-keyword.ts';
import type { Outline } from '../core/outline.ts';
import type { StepInput } from '../pipeline/step-memory.ts';
import { isWebPage } from '../research/list-given-sources.ts';
import type { ArticleWriter, WriteRequest } from '../writing/article-writer.ts';

/** Goes up when research makes another dossier of the same answers. */
const RESEARCH_VERSION = 3;
/** Goes up when what surrounds the writers makes another article of the same dossier. */
const WRITE_VERSION = 2;

/** All that decides a dossier: what is asked, where, and how much of it is kept. */
export function researchInput(
  item: PlannedItem,
  template: ArticleTemplate,
  options: {
    settings: Settings;
    language: string;
    places: unknown;
    /** What decides, beside their addresses, what the named sources read as. */
    decidesOnGiven: unknown;
  },
): StepInput {
  const { depth, sites, maxSources, maxSourceTokens } = options.settings;
  const { places, decidesOnGiven, language } = options;
  const given = item.sources ?? [];
  return {
    version: RESEARCH_VERSION,
    settings: {
      questions: template.questions,
      pool: item.pool,
      alsoFor: item.alsoFor,
      given,
      decidesOnGiven,
      language,
      places,
      depth,
      sites,
      maxSources,
      maxSourceTokens,
    },
    subject: keywordKey(item.keyword),
    language,
    // A file may have another content in another run.
    isShared: given.every(isWebPage),
  };
}

/** All that decides the plan of an article: the dossier's content, the template, the wishes of the row, and the writer. */
export function outlineInput(request: WriteRequest, writer: ArticleWriter): StepInput {
  const { item, dossier, template, language } = request;
  const { title, tone, audience, instructions, keyword } = item;
  const { questions, sources, contradictions = [] } = dossier;
  return {
    version: WRITE_VERSION,
    settings: {
      writer: writer.name,
      ...Object(writer.settings),
      template,
      language,
      title,
      tone,
      audience,
      wishes: instructions,
    },
    subject: hash('sha256', JSON.stringify([keyword, questions, sources, ...contradictions])),
    isShared: true,
  };
}

/** All that decides an article: what decides its plan, and the plan. */
export function writeInput(
  request: WriteRequest & { outline?: Outline },
  writer: ArticleWriter,
): StepInput {
  const { subject, ...input } = outlineInput(request, writer);
  return { ...input, subject: hash('sha256', JSON.stringify([subject, request.outline])) };
}
