import type { Outline } from '../../core/outline.ts';
import { sectionCount } from '../../core/writing-plan.ts';
import type { CallScope } from '../../providers/call.ts';
import type { WriteRequest } from '../article-writer.ts';
import { jsonSchema, outlineSchema } from './answer-schemas.ts';
import { askModel } from '../../asking/ask-model.ts';
import { readOutline } from './read-outline.ts';
import { answerRoom, type WriterTools } from './writer-tools.ts';

const SCHEMA = jsonSchema(outlineSchema);
/** Of a section or a question in the answer. */
const WORDS = 45;

/** Asks for the plan of an article. */
export function writeOutline(
  request: WriteRequest,
  tools: WriterTools,
  scope: CallScope,
): Promise<Outline> {
  const { dossier, template, language } = request;
  const sourceIds = new Set(dossier.sources.map(({ id }) => id));
  return askModel(
    {
      part: 'outline',
      messages: tools.prompts.outline(request),
      schemaName: 'outline',
      schema: SCHEMA,
      outputTokens: answerRoom((sectionCount(template) + template.faq) * WORDS),
      read: (data) => readOutline(data, { template, sourceIds, language }),
      repair: (problems) => tools.prompts.repair(problems, sourceIds),
    },
    tools,
    scope,
  );
}
