import { join } from 'node:path';
import { packageRoot } from '../../../src/config/package-root.ts';
import { writingCalls } from '../../../src/core/writing-plan.ts';
import { deriveQuestions } from '../../../src/research/derive-questions.ts';
import { loadTemplate } from '../../../src/writing/load-template.ts';

/** How many calls articles of a shipped template take together when nothing has to be asked twice. */
export async function callsOfArticles(keywords: readonly string[], name = 'guide') {
  const template = await loadTemplate(name, {
    templatesDirectory: join(packageRoot(), 'templates', 'articles'),
    baseDirectory: packageRoot(),
  });
  const search = keywords.reduce(
    (sum, keyword) => sum + 1 + deriveQuestions(keyword, template).length,
    0,
  );
  const chat = keywords.length * writingCalls(template);
  return { search, chat, all: search + chat };
}
