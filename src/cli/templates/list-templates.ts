import { readdir } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { shownPath } from '../../output/shown-path.ts';
import { checkTemplate } from '../../writing/parse-template.ts';
import { readTemplateFile, type TemplateFolders } from '../../writing/read-template-file.ts';

/** The folder that is looked into for templates of the user's own. */
const OWN_TEMPLATES = 'templates';

/** More files than anybody keeps by hand: then the folder is something else. */
const MAX_OWN = 200;

/** A template that can be named, or a file that should be one. */
export interface TemplateEntry {
  /** What `--template` takes: a name of the shipped ones, else a path. */
  use: string;
  origin: 'shipped' | 'folder' | 'configuration';
  /** Whether runs use it where nothing else is said. */
  inForce: boolean;
  description: string;
  words?: { minimum: number; maximum: number };
  sections?: { minimum: number; maximum: number };
  headings?: string;
  faq?: number;
  /** Number of faults; a template with any cannot be used. */
  problems: number;
}

export interface TemplateListOptions extends TemplateFolders {
  /** The template in force: a name, or a path that may be absolute. */
  template: string;
}

/** The shipped templates, the `.md` files of `./templates` (a README is none) and the one that the configuration names, in that order. */
export async function listTemplates(options: TemplateListOptions): Promise<TemplateEntry[]> {
  const { templatesDirectory, baseDirectory, template } = options;
  const shipped = (await markdownFiles(templatesDirectory)).map((file) => file.slice(0, -3));
  const own = (await markdownFiles(join(baseDirectory, OWN_TEMPLATES)))
    .filter((file) => !/^readme\.md$/iu.test(file))
    .slice(0, MAX_OWN)
    .map((file) => `${OWN_TEMPLATES}/${file}`);
  const isListed = [...shipped, ...own].some((use) => isSame(use, template, baseDirectory));
  return Promise.all([
    ...shipped.map((use) => entryOf(use, 'shipped', options)),
    ...own.map((use) => entryOf(use, 'folder', options)),
    ...(isListed ? [] : [entryOf(nearPath(template, baseDirectory), 'configuration', options)]),
  ]);
}

async function markdownFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.md'))
    .map(({ name }) => name)
    .toSorted();
}

async function entryOf(
  use: string,
  origin: TemplateEntry['origin'],
  options: TemplateListOptions,
): Promise<TemplateEntry> {
  const head = { use, origin, inForce: isSame(use, options.template, options.baseDirectory) };
  try {
    const { text } = await readTemplateFile(use, options);
    const check = checkTemplate(text);
    if ('problems' in check) return { ...head, description: '', problems: check.problems.length };
    const { description, words, sections, headings, faq } = check.template;
    return { ...head, description, words, sections, headings, faq, problems: 0 };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...head, description: '', problems: 1 };
  }
}

/** Whether both mean one template; names and paths never do. */
function isSame(left: string, right: string, baseDirectory: string): boolean {
  if (left === right) return true;
  const arePaths = [left, right].every((text) => /[\\/]|\.md$/u.test(text));
  return arePaths && resolve(baseDirectory, left) === resolve(baseDirectory, right);
}

/** A path within the folder as one that counts from it: what a person would type. */
function nearPath(template: string, baseDirectory: string): string {
  return isAbsolute(template) ? shownPath(template, baseDirectory) : template;
}
