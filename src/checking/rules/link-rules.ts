import { ARTICLES, HTML_ONLY, type Rule } from '../rule.ts';
import { showText } from '../text/show-text.ts';

export const linkUnsafe: Rule = {
  id: 'link-unsafe',
  severity: 'error',
  appliesTo: ARTICLES,
  wants: 'No link, form or frame that leads to `javascript:`, `data:` or `vbscript:`.',
  remedy: 'Take the link out, or let it lead to a page.',
  check: ({ links, images }) => [
    ...links
      .filter(({ kind }) => kind === 'unsafe')
      .map(({ target, line }) => ({
        message: `A link leads to ${showText(target, 60)}, which can run code.`,
        line,
      })),
    ...images
      .filter(({ source }) => /^\s*(?:javascript|vbscript):/iu.test(source))
      .map(({ source, line }) => ({
        message: `A picture is loaded from ${showText(source, 60)}, which can run code.`,
        line,
      })),
  ],
};

export const linkBroken: Rule = {
  id: 'link-broken',
  severity: 'error',
  appliesTo: ARTICLES,
  wants: 'Files where relative links and pictures lead; looked for when files on disk are checked.',
  remedy: 'Correct the address, or take the link out.',
  check: ({ links, images }, { fileExists }) => {
    if (fileExists === undefined) return [];
    const targets = [
      ...links
        .filter(({ kind }) => kind === 'internal')
        .map(({ target, line }) => ({ target, line })),
      ...images.map(({ source, line }) => ({ target: source, line })),
    ];
    return targets.flatMap(({ target, line }) => {
      const path = relativePath(target);
      if (path === undefined || fileExists(path)) return [];
      return [{ message: `There is no file where the link ${showText(target)} leads.`, line }];
    });
  },
};

/** The file that an address names, relative to the page; undefined for those that only a server can resolve. */
function relativePath(target: string): string | undefined {
  const path = target.trim().replace(/[?#].*$/su, '');
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^\/|^\{|[\0]/iu.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export const linkAnchor: Rule = {
  id: 'link-anchor',
  severity: 'warning',
  appliesTo: HTML_ONLY,
  wants: 'An element with that `id` where a link leads to a place of the same page.',
  remedy: 'Correct the name behind the number sign, or give the element an `id`.',
  check: ({ links, anchors }) =>
    links.flatMap(({ kind, target, line }) => {
      const name = target.trim().slice(1);
      // A text fragment points at words and not at an element; `#top` is the top of every page.
      if (kind !== 'anchor' || name === '' || name === 'top' || name.startsWith(':~:')) return [];
      if (anchors.has(name) || anchors.has(decoded(name))) return [];
      return [{ message: `The page has no place that ${showText(target)} leads to.`, line }];
    }),
};

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export const linkText: Rule = {
  id: 'link-text',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'A text, or a picture with alternative text, in every link.',
  remedy: 'Say in the link where it leads.',
  check: ({ links }) =>
    links
      .filter(({ text, isContent }) => isContent && text.trim() === '')
      .map(({ target, line }) => ({
        message: `The link to ${showText(target)} has no text.`,
        line,
      })),
};

export const linksInternal: Rule = {
  id: 'links-internal',
  severity: 'note',
  appliesTo: ARTICLES,
  wants: 'A link to another page of the site.',
  remedy: 'Link to a page that goes on where this one ends.',
  check: ({ links, blocks }) =>
    blocks.length === 0 || links.some(({ kind, isContent }) => isContent && kind === 'internal')
      ? []
      : [{ message: 'No link in the text leads to another page of the site.' }],
};

export const linksExternal: Rule = {
  id: 'links-external',
  severity: 'note',
  appliesTo: ARTICLES,
  wants: 'A link to another site, such as a source.',
  remedy: 'Link to the source of a figure or statement.',
  check: ({ links, blocks }) =>
    blocks.length === 0 || links.some(({ kind, isContent }) => isContent && kind === 'external')
      ? []
      : [{ message: 'No link in the text leads to another site.' }],
};

export const imageAlt: Rule = {
  id: 'image-alt',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'Alternative text for every picture; in HTML an empty one marks decoration.',
  remedy: 'Say in a few words what the picture shows.',
  check: ({ images, format }) =>
    images
      .filter(({ alt }) => alt === undefined || (format === 'markdown' && alt.trim() === ''))
      .map(({ source, line }) => ({
        message: `The picture ${showText(source)} has no alternative text.`,
        line,
      })),
};
