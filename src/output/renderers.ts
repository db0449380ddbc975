import type { Format } from './format.ts';
import type { Renderer } from './render-context.ts';

/** Loads the renderer of each format; a run loads those that it needs before it starts. */
export const rendererLoaders = {
  md: async () => (await import('./render-markdown.ts')).renderMarkdown,
  html: async () => (await import('./render-html.ts')).renderHtml,
  json: async () => (await import('./render-json.ts')).renderJson,
  wordpress: async () => (await import('./render-wordpress.ts')).renderWordpress,
} satisfies Record<Format, () => Promise<Renderer>>;
