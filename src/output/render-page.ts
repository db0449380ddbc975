import { Liquid } from 'liquidjs';

/** One engine for each folder of templates, because it keeps what it has parsed. */
const engines = new Map<string, Liquid>();

/** Renders a page template by name. All that it prints is escaped, but for what it marks as `raw`. */
export async function renderPage(
  pagesDirectory: string,
  name: string,
  scope: object,
): Promise<string> {
  const liquid = engines.get(pagesDirectory) ?? createEngine(pagesDirectory);
  engines.set(pagesDirectory, liquid);
  return String(await liquid.renderFile(name, scope));
}

function createEngine(pagesDirectory: string): Liquid {
  return new Liquid({
    root: pagesDirectory,
    extname: '.liquid',
    cache: true,
    outputEscape: 'escape',
    strictFilters: true,
  });
}
