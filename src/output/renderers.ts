import type { Renderer } from './render-context.ts';

/** Formats of articles; the name is the file's ending too. */
export type Format = 'md' | 'html' | 'json';

/** The renderer of each format, loaded when it is first used. */
export const renderers = {
  md: async (article, context) =>
    (await import('./render-markdown.ts')).renderMarkdown(article, context),
  html: async (article, context) => (await import('./render-html.ts')).renderHtml(article, context),
  json: async (article, context) => (await import('./render-json.ts')).renderJson(article, context),
} satisfies Record<Format, Renderer>;
