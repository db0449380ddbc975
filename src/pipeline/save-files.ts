import { join } from 'node:path';
import type { Article } from '../core/article.ts';
import { countArticleWords } from '../core/count-article-words.ts';
import type { Dossier } from '../core/dossier.ts';
import { FILE_ENDINGS, type Format } from '../output/format.ts';
import type { RenderContext, Renderer } from '../output/render-context.ts';
import { shownPath } from '../output/shown-path.ts';
import { writeFileAtomically } from '../output/write-file-atomically.ts';

export interface Target {
  directory: string;
  /** On whose behalf files are written: the name of the run. */
  owner: string;
  /** Paths below it are told relative to it. */
  cwd: string;
}

/** Writes `research/<slug>.json` and gives its path. */
export async function saveDossier(dossier: Dossier, target: Target): Promise<string> {
  const path = join(target.directory, 'research', `${dossier.slug}.json`);
  await writeFileAtomically(path, `${JSON.stringify(dossier, undefined, 2)}\n`, target.owner);
  return shownPath(path, target.cwd);
}

/** Writes `<slug>` with the ending of every format and gives the paths. All are rendered before the first is written. */
export async function saveArticle(
  article: Article,
  options: Target & RenderContext & { renderers: ReadonlyMap<Format, Renderer> },
): Promise<{ files: string[]; words: number }> {
  const { slug } = options.item;
  const rendered = await Promise.all(
    [...options.renderers].map(async ([format, render]) => ({
      path: join(options.directory, slug + FILE_ENDINGS[format]),
      content: await render(article, options),
    })),
  );
  const { owner } = options;
  for (const { path, content } of rendered) await writeFileAtomically(path, content, owner);
  return {
    files: rendered.map(({ path }) => shownPath(path, options.cwd)),
    words: countArticleWords(article),
  };
}
