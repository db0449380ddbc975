import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { ArticleTemplate } from '../core/article-template.ts';
import { loadTemplate } from '../writing/load-template.ts';

/** Loads article templates by name from the package, and by path from the user's folder; each once. */
export function templateLoader(
  baseDirectory: string,
): (nameOrPath: string) => Promise<ArticleTemplate> {
  const templatesDirectory = join(packageRoot(), 'templates', 'articles');
  const loaded = new Map<string, Promise<ArticleTemplate>>();
  return (nameOrPath) => {
    const template =
      loaded.get(nameOrPath) ?? loadTemplate(nameOrPath, { templatesDirectory, baseDirectory });
    loaded.set(nameOrPath, template);
    return template;
  };
}
