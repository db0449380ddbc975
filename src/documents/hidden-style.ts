/** The declarations of a `style` attribute that decide whether its text is seen; the last of a name counts. */
export type InlineStyle = ReadonlyMap<string, string>;

/** No honest attribute is longer; what stands behind is not looked at. */
const MAX_STYLE = 10_000;

/** What puts text so far aside that nobody sees it, in CSS pixels. Menus slide in from one width aside. */
const FAR_INDENT = 100;
const OFF_SCREEN = 500;
const FAR_MOVE = 3000;
/** Smaller letters are meant for machines. */
const LEAST_FONT_SIZE = 2;

const PIXELS_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 1.33,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  cm: 38,
  mm: 3.8,
  in: 96,
  vw: 10,
  vh: 10,
  '%': 10,
};

/** Reads a `style` attribute: names and values in lower case, comments and `!important` taken out. */
export function readInlineStyle(style: string): InlineStyle {
  const declarations = new Map<string, string>();
  const plain = style.slice(0, MAX_STYLE).replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//gu, '');
  for (const declaration of plain.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace('!important', '');
    declarations.set(declaration.slice(0, colon).trim(), value.trim().replace(/\s+/gu, ' '));
  }
  return declarations;
}

/** True when an element with this style shows nothing, whatever is around it. */
export function isHiddenStyle(style: InlineStyle): boolean {
  const value = (name: string): string => style.get(name) ?? '';
  return (
    value('display') === 'none' ||
    /^(?:hidden|collapse)$/u.test(value('visibility')) ||
    value('content-visibility') === 'hidden' ||
    isZero(value('opacity')) ||
    /^opacity\(0(?:\.0*)?%?\)/u.test(value('filter')) ||
    isZero(value('zoom')) ||
    isTiny(value('font-size')) ||
    isTiny(/(?:^| )(\d[\d.]*[a-z%]*)(?:\/| )/u.exec(value('font'))?.[1] ?? '') ||
    isOffScreen(style) ||
    isClipped(style) ||
    isTransparent(style)
  );
}

function isZero(value: string): boolean {
  return /^0*(?:\.0*)?%?$/u.test(value) && value !== '';
}

function isTiny(size: string): boolean {
  const pixels = pixelsOf(size);
  // Shares of the font around it: a tenth of it is tiny.
  const scale = size.endsWith('%') ? 0.016 : 1;
  return pixels !== undefined && pixels * scale < LEAST_FONT_SIZE;
}

function isOffScreen(style: InlineStyle): boolean {
  const moves = style.get('transform') ?? '';
  return (
    isFarBack(style.get('text-indent'), FAR_INDENT) ||
    ['left', 'right', 'top', 'bottom', 'inset', 'margin', 'margin-left', 'margin-top'].some(
      (name) => isFarBack(style.get(name), OFF_SCREEN),
    ) ||
    /scale(?:[xy]|3d)?\(\s*0(?:\.0*)?\s*[,)]/u.test(moves) ||
    [...moves.matchAll(/-[\d.]+[a-z%]*/gu)].some(([length]) => isFarBack(length, FAR_MOVE))
  );
}

/** The first of the lengths decides. */
function isFarBack(lengths: string | undefined, limit: number): boolean {
  const pixels = pixelsOf(lengths?.split(' ', 1)[0] ?? '');
  return pixels !== undefined && pixels <= -limit;
}

/** Boxes of no size whose text may not flow over, and boxes that are cut away. */
function isClipped(style: InlineStyle): boolean {
  const clip = `${style.get('clip') ?? ''} ${style.get('clip-path') ?? ''}`;
  if (/rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)/u.test(clip))
    return true;
  if (/inset\(\s*(?:50|100)%|circle\(\s*0/u.test(clip)) return true;
  if (!/hidden|clip/u.test(`${style.get('overflow') ?? ''} ${style.get('overflow-y') ?? ''}`))
    return false;
  return ['width', 'height', 'max-width', 'max-height'].some((name) => {
    const pixels = pixelsOf(style.get(name) ?? '');
    return pixels !== undefined && pixels <= 1;
  });
}

/** See-through letters show nothing, except where the background is cut to their shape. */
function isTransparent(style: InlineStyle): boolean {
  const clip = `${style.get('background-clip') ?? ''} ${style.get('-webkit-background-clip') ?? ''}`;
  if (clip.includes('text')) return false;
  const color = style.get('-webkit-text-fill-color') ?? style.get('color') ?? '';
  return color === 'transparent' || /^(?:rgb|hsl)a?\([^)]*[,/]\s*0(?:\.0*)?%?\s*\)$/u.test(color);
}

function pixelsOf(length: string): number | undefined {
  const match = /^(-?(?:\d+\.?\d*|\.\d+))([a-z%]*)$/u.exec(length);
  const scale = PIXELS_PER_UNIT[match?.[2] ?? ''];
  return match === null || scale === undefined ? undefined : Number(match[1]) * scale;
}
