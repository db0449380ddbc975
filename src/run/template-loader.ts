import { articleTemplatesDirectory } from '../config/article-templates-directory.ts';
import type { ArticleTemplate } from '../core/article-template.ts';
import { loadTemplate } from '../writing/load-template.ts';

/** Loads article templates by name from the package, and by path from the user's folder; each once. */
export function templateLoader(
  baseDirectory: string,
): (nameOrPath: string) => Promise<ArticleTemplate> {
  const templatesDirectory = articleTemplatesDirectory();
  const loaded = new Map<string, Promise<ArticleTemplate>>();
  return (nameOrPath) => {
    const template =
      loaded.get(nameOrPath) ?? loadTemplate(nameOrPath, { templatesDirectory, baseDirectory });
    loaded.set(nameOrPath, template);
    return template;
  };
}
