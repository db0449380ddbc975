import type { PdfPage } from './open-pdf.ts';

/** Pages whose drawing is looked at for the names of their fonts; the later ones mostly have the same. */
const MOST_PAGES = 8;
const BOLD = /bold|black|heavy|semibold|demi|[-,+]b(?:d|x)?(?:\d|$)|cmbx|cmssbx/iu;

/**
 * Finds the bold fonts of a document. A reader of text is not told the names of fonts, only one that draws the page is;
 * so the first pages with new fonts are prepared for drawing.
 */
export class BoldFonts {
  readonly bold = new Set<string>();
  readonly #known = new Set<string>();
  #pages = 0;

  async look(page: PdfPage, fonts: readonly string[]): Promise<void> {
    const fresh = fonts.filter((font) => !this.#known.has(font));
    // One font cannot stand out from the others.
    if (fresh.length === 0 || this.#known.size + fresh.length < 2 || this.#pages >= MOST_PAGES)
      return;
    this.#pages += 1;
    for (const font of fonts) this.#known.add(font);
    try {
      await page.getOperatorList();
    } catch {
      return;
    }
    for (const font of fonts) {
      if (!page.commonObjs.has(font)) continue;
      const { name, black, bold }: { name?: unknown; black?: unknown; bold?: unknown } =
        page.commonObjs.get(font);
      if (bold === true || black === true || BOLD.test(String(name))) this.bold.add(font);
    }
  }
}
