import type { Renderer } from './render-context.ts';

/** Formats of articles; the name is the file's ending too. */
export type Format = 'md' | 'html' | 'json';

/** Loads the renderer of each format; a run loads those that it needs before it starts. */
export const rendererLoaders = {
  md: async () => (await import('./render-markdown.ts')).renderMarkdown,
  html: async () => (await import('./render-html.ts')).renderHtml,
  json: async () => (await import('./render-json.ts')).renderJson,
} satisfies Record<Format, () => Promise<Renderer>>;
