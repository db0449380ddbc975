import type { ArticleTemplate } from '../core/article-template.ts';
import { parseTemplate } from './parse-template.ts';
import { readTemplateFile, type TemplateFolders } from './read-template-file.ts';

/**
 * Reads an article template by name (`guide`) or by path (`./my-template.md`; whatever has a folder or an ending).
 * @throws AppError `CONFIG_INVALID` for an unknown name, a file that cannot be read, or a template with faults, all of
 * them named at once.
 */
export async function loadTemplate(
  nameOrPath: string,
  folders: TemplateFolders,
): Promise<ArticleTemplate> {
  const { path, text } = await readTemplateFile(nameOrPath, folders);
  return parseTemplate(text, path);
}
