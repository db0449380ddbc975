/** Formats of articles. */
export type Format = 'md' | 'html' | 'json' | 'wordpress';

/** What stands behind a slug in the name of a file. */
export const FILE_ENDINGS = {
  md: '.md',
  html: '.html',
  json: '.json',
  wordpress: '.wordpress.html',
} satisfies Record<Format, `.${string}`>;
