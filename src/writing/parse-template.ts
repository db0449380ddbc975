import { Liquid } from 'liquidjs';
import { z } from 'zod';
import { PAGE_TYPES, type ArticleTemplate } from '../core/article-template.ts';
import { AppError } from '../core/errors.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { phraseIssue } from './phrase-issue.ts';
import { describeTemplateProblem, type TemplateProblem } from './template-problem.ts';
import { unknownVariables } from './unknown-variables.ts';

const liquid = new Liquid({ strictFilters: true });

const liquidText = z
  .string()
  .min(1)
  .max(300)
  .superRefine((text, context) => {
    try {
      liquid.parse(text);
    } catch (error) {
      // The place that Liquid names counts within the field.
      const reason = String(error instanceof Error ? error.message : error)
        .split('\n', 1)[0]
        ?.replace(/, line:\d+, col:\d+$/u, '');
      context.addIssue({ code: 'custom', message: `not valid Liquid: ${reason}` });
    }
  });

/** A range of whole numbers from `least` to `most`. */
function range(least: number, most: number) {
  const bound = z.int().min(least).max(most);
  return z
    .strictObject({ minimum: bound, maximum: bound })
    .refine(({ minimum, maximum }) => minimum <= maximum, 'minimum is larger than maximum');
}

const Template = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'must be lower-case words joined by hyphens'),
  description: z.string().min(1).max(300),
  title: liquidText,
  sections: range(1, 30),
  words: range(50, 20_000),
  questions: z.array(liquidText).min(3).max(5),
  headings: z.enum(['question', 'topic', 'item', 'step']),
  faq: z.int().min(0).max(20),
  schema: z.enum(PAGE_TYPES).default('Article'),
  instructions: z.string().min(1, 'the text below the front matter is empty'),
});

/** What a template file holds: the template with what is odd about it, or everything that is wrong. */
export type TemplateCheck =
  | { template: ArticleTemplate; warnings: TemplateProblem[] }
  | { problems: TemplateProblem[] };

/** Checks the front matter and body of a template file; every problem is told with its field, and its line where it has one. */
export function checkTemplate(text: string): TemplateCheck {
  const matter = readFrontMatter(text);
  if (Array.isArray(matter)) return { problems: matter };
  const { fields, body, lineOf } = matter;
  const checked = Template.safeParse(
    { ...fields, instructions: body.trim() },
    { error: phraseIssue },
  );
  if (checked.success)
    return { template: checked.data, warnings: unknownVariables(checked.data, lineOf) };
  const problems = checked.error.issues.flatMap((issue): TemplateProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return { line: lineOf(path), field: path.join('.'), message: 'is no field of a template' };
      });
    }
    const { path, message } = issue;
    return [{ line: lineOf(path), field: path.join('.'), message }];
  });
  return { problems: problems.toSorted((left, right) => (left.line ?? 0) - (right.line ?? 0)) };
}

/**
 * Reads the front matter and body of a template file.
 * @throws AppError `CONFIG_INVALID` that names every fault with its line and field.
 */
export function parseTemplate(text: string, path: string): ArticleTemplate {
  const check = checkTemplate(text);
  if ('template' in check) return check.template;
  const problems = check.problems.map(describeTemplateProblem).join('; ');
  throw new AppError('CONFIG_INVALID', `The article template ${path} is not usable: ${problems}.`, {
    suggestions: ['Compare it with a shipped one: seo-content templates show guide.'],
  });
}
