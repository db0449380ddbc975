import type { Article } from '../../core/article.ts';
import { wordShares } from '../../core/writing-plan.ts';
import type { CallScope } from '../../providers/call.ts';
import { articleTitle } from '../article-title.ts';
import type { WriteRequest } from '../article-writer.ts';
import { closingSchema, jsonSchema } from './answer-schemas.ts';
import { askModel } from '../../asking/ask-model.ts';
import { readClosing, type Closing } from './read-closing.ts';
import type { HeadRules } from './read-head.ts';
import { answerRoom, textRules, type WriterTools } from './writer-tools.ts';

const SCHEMA = jsonSchema(closingSchema);
/** Of title and description. */
const HEAD_WORDS = 40;

/** Writes title, description, introduction and conclusion out of the finished sections, citing what they cite. */
export function writeClosing(
  request: WriteRequest,
  sections: Article['sections'],
  tools: WriterTools,
  scope: CallScope,
): Promise<Closing> {
  const cited = new Set(
    sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ content }) =>
        content.flatMap(({ citations }) => citations.map(({ passageId = '' }) => passageId)),
      ),
    ),
  );
  const sources = request.dossier.sources.map((source) => ({
    ...source,
    passages: source.passages.filter(({ id }) => cited.has(id)),
  }));
  const rules = {
    ...textRules(sources, request.language, tools),
    ...headRules(request, sections.length),
  };
  const { introduction, conclusion } = wordShares(request.template, sections.length);
  return askModel(
    {
      part: 'closing',
      messages: tools.prompts.closing(request, sections),
      schemaName: 'closing',
      schema: SCHEMA,
      outputTokens: answerRoom(introduction + conclusion + HEAD_WORDS),
      read: (data) => readClosing(data, rules),
      repair: (problems) => tools.prompts.repair(problems, cited),
    },
    tools,
    scope,
  );
}

/** How title and description have to be. */
export function headRules(
  { item, dossier, template, language }: WriteRequest,
  sections: number,
): HeadRules {
  const { keyword, title } = item;
  const year = new Date(dossier.createdAt).getUTCFullYear();
  const spareTitle = articleTitle({ keyword, template, language, count: sections, year });
  return { keyword, language, spareTitle, wantedTitle: title };
}
