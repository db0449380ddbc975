import { finishStarted } from '../../batch/finish-started.ts';
import { SOURCE_TOKENS } from '../../core/expected-writing.ts';
import type { Outline } from '../../core/outline.ts';
import { isShortArticle } from '../../core/writing-plan.ts';
import type { CallScope } from '../../providers/call.ts';
import type { WriteRequest } from '../article-writer.ts';
import { jsonSchema, partsSchema } from './answer-schemas.ts';
import type { PartsRequest } from './article-prompts.ts';
import { askModel } from '../../asking/ask-model.ts';
import { partGroups, plannedParts, type PlannedPart } from './plan-parts.ts';
import { readParts, type WrittenParts } from './read-parts.ts';
import { selectPassages } from './select-passages.ts';
import { withBothSides } from './with-both-sides.ts';
import { answerRoom, textRules, type WriterTools } from './writer-tools.ts';

const SCHEMA = jsonSchema(partsSchema);

/**
 * Writes all parts of an outline, as many calls at a time as the fan-out allows. Each call gets the passages of its own
 * sources alone: calls that run at the same time find nothing in a provider's prompt cache, so the passages of all
 * sources in every call would be paid for in full every time.
 */
export async function writeParts(
  request: WriteRequest,
  outline: Outline,
  tools: WriterTools,
  scope: CallScope,
  onDone: () => void,
): Promise<WrittenParts> {
  const jobs = partGroups(outline, request.template).map((group) => async (signal: AbortSignal) => {
    const asked = partsRequest(request, outline, group);
    const written = await askForParts(request, asked, tools, { ...scope, signal });
    onDone();
    return written;
  });
  const written = await finishStarted(jobs, { concurrency: tools.fanOut, signal: scope.signal });
  return new Map(written.flatMap((parts) => [...parts]));
}

/** What one call is asked: the whole plan, its own parts, and the passages that say most about them. */
export function partsRequest(
  { dossier, template, language }: WriteRequest,
  outline: Outline,
  group: readonly PlannedPart[],
): PartsRequest {
  const ids = new Set(group.flatMap(({ sourceIds }) => sourceIds));
  const assigned = dossier.sources.filter(({ id }) => ids.has(id));
  const about = group.flatMap(({ heading, points }) => [heading, ...points]).join(' ');
  const budget = isShortArticle(template) ? SOURCE_TOKENS.short : SOURCE_TOKENS.part;
  return {
    plan: plannedParts(outline, template),
    asked: group,
    ...withBothSides(selectPassages(assigned, { about, language, budget }), dossier),
  };
}

/** One call for one or more parts. */
export function askForParts(
  request: WriteRequest,
  asked: PartsRequest,
  tools: WriterTools,
  scope: CallScope,
): Promise<WrittenParts> {
  const names = asked.asked.map(({ part }) => part);
  const rules = textRules(asked.sources, request.language, tools);
  const words = asked.asked.reduce((sum, part) => sum + part.words, 0);
  return askModel(
    {
      part: names.join(' '),
      messages: tools.prompts.parts(request, asked),
      schemaName: 'parts',
      schema: SCHEMA,
      outputTokens: answerRoom(words),
      read: (data) => readParts(data, names, rules),
      repair: (problems) => tools.prompts.repair(problems, rules.passages.keys()),
    },
    tools,
    scope,
  );
}
