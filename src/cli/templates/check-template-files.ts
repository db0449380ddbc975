import { closestName } from '../../config/closest-name.ts';
import { AppError } from '../../core/errors.ts';
import { checkTemplate } from '../../writing/parse-template.ts';
import { readTemplateFile, type TemplateFolders } from '../../writing/read-template-file.ts';
import type { TemplateProblem } from '../../writing/template-problem.ts';
import { TEMPLATE_FIELDS } from './template-fields.ts';
import { tryTemplate, type TrialOptions } from './try-template.ts';

interface TemplateFinding extends TemplateProblem {
  /** What to do about it. */
  remedy?: string | undefined;
}

/** What is to be said of one template file. */
export interface TemplateVerdict {
  /** As it was named. */
  path: string;
  usable: boolean;
  /** Its `name`, where it is usable. */
  name?: string;
  problems: TemplateFinding[];
  /** What does not keep it from being used, but is hardly meant. */
  warnings: TemplateFinding[];
}

/** Checks templates as a run would read them, and tries each on a keyword. No fault of one hides those of another. */
export async function checkTemplateFiles(
  paths: readonly string[],
  options: TemplateFolders & TrialOptions,
): Promise<TemplateVerdict[]> {
  return Promise.all([...new Set(paths)].map((path) => checkOne(path, options)));
}

async function checkOne(
  path: string,
  options: TemplateFolders & TrialOptions,
): Promise<TemplateVerdict> {
  try {
    const { text } = await readTemplateFile(path, options);
    const check = checkTemplate(text);
    if ('problems' in check) {
      const problems = check.problems.map((problem) => ({
        ...problem,
        remedy: remedyFor(problem),
      }));
      return { path, usable: false, problems, warnings: [] };
    }
    const { template, warnings } = check;
    tryTemplate(template, options);
    return { path, usable: true, name: template.name, problems: [], warnings };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = { message: error.message.replace(/\.$/u, ''), remedy: error.suggestions[0] };
    return { path, usable: false, problems: [problem], warnings: [] };
  }
}

function remedyFor({ field, message }: TemplateProblem): string | undefined {
  if (field === undefined) {
    return message.includes('YAML')
      ? 'Put texts with a colon, a brace or a quotation mark in quotation marks, and indent with spaces.'
      : 'Begin the file with the fields between two lines of ---; seo-content templates show guide names them.';
  }
  const [name = ''] = field.split('.');
  const known = TEMPLATE_FIELDS[name];
  if (known !== undefined) return `Put there: ${known.allowed}.`;
  const near = closestName(name, Object.keys(TEMPLATE_FIELDS));
  return near === undefined ? 'Remove it.' : `Remove it, or call it ${near}.`;
}
