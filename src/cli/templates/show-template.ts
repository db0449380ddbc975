import type { ArticleTemplate } from '../../core/article-template.ts';
import { parseTemplate } from '../../writing/parse-template.ts';
import { readTemplateFile, type TemplateFolders } from '../../writing/read-template-file.ts';
import { TEMPLATE_FIELDS } from './template-fields.ts';
import { tryTemplate, type TemplateTrial, type TrialOptions } from './try-template.ts';

/** A field with what stands in it, what it decides and what may stand in it. */
export interface ShownField {
  field: string;
  value: unknown;
  meaning: string;
  allowed: string;
}

/** A template for people to read: the one document of `templates show --json`. */
export interface TemplateReport {
  name: string;
  /** Absolute. */
  path: string;
  fields: ShownField[];
  /** The text below the front matter. */
  instructions: string;
  example: TemplateTrial;
}

/**
 * Reads a template and tries it on a keyword.
 * @throws AppError `CONFIG_INVALID` for one that is unknown, unreadable or faulty.
 */
export async function showTemplate(
  nameOrPath: string,
  options: TemplateFolders & TrialOptions,
): Promise<TemplateReport> {
  const { path, text } = await readTemplateFile(nameOrPath, options);
  const template = parseTemplate(text, path);
  const { name, instructions } = template;
  const example = tryTemplate(template, options);
  return { name, path, fields: fieldsOf(template), instructions, example };
}

/** Those of the front matter, in the order of the explanations. */
function fieldsOf(template: ArticleTemplate): ShownField[] {
  const order = Object.keys(TEMPLATE_FIELDS);
  return Object.entries(template)
    .filter(([field]) => field !== 'instructions')
    .map(([field, value]: [string, unknown]) => ({
      field,
      value,
      meaning: TEMPLATE_FIELDS[field]?.meaning ?? '',
      allowed: TEMPLATE_FIELDS[field]?.allowed ?? '',
    }))
    .toSorted((left, right) => order.indexOf(left.field) - order.indexOf(right.field));
}
