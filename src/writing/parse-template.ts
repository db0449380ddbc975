import { Liquid } from 'liquidjs';
import { parse } from 'yaml';
import { z } from 'zod';
import { PAGE_TYPES, type ArticleTemplate } from '../core/article-template.ts';
import { AppError } from '../core/errors.ts';

const liquid = new Liquid({ strictFilters: true });

const liquidText = z
  .string()
  .min(1)
  .max(300)
  .superRefine((text, context) => {
    try {
      liquid.parse(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
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

/**
 * Reads the front matter and body of a template file.
 * @throws AppError `CONFIG_INVALID` that names every fault with its field.
 */
export function parseTemplate(text: string, path: string): ArticleTemplate {
  const parts = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/u.exec(text);
  if (parts === null)
    throw invalid(path, ['it does not begin with front matter between two lines of ---']);
  let fields: unknown;
  try {
    fields = parse(parts[1] ?? '', { maxAliasCount: 0 });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    throw invalid(path, [`its front matter is not valid YAML: ${reason}`]);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw invalid(path, ['its front matter holds no fields']);
  const checked = Template.safeParse({ ...fields, instructions: (parts[2] ?? '').trim() });
  if (checked.success) return checked.data;
  throw invalid(
    path,
    checked.error.issues.map(({ path: field, message }) =>
      field.length === 0 ? message : `${field.join('.')}: ${message}`,
    ),
  );
}

function invalid(path: string, problems: readonly string[]): AppError {
  return new AppError(
    'CONFIG_INVALID',
    `The article template ${path} is not usable: ${problems.join('; ')}.`,
    {
      suggestions: ['Compare it with a shipped one in templates/articles, for example guide.md.'],
    },
  );
}
