import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Colours a text, or hands it back as it is. */
export type Paint = (style: Style, text: string) => string;

/** A painter that colours only when it may; the stream was looked at by whoever decided on `color`. */
export function createPaint(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}
