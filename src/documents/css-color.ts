/** Names that pages use for text and backgrounds in a hurry. */
const NAMED: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  snow: 'fffafa',
  ivory: 'fffff0',
  whitesmoke: 'f5f5f5',
  ghostwhite: 'f8f8ff',
  red: 'ff0000',
  green: '008000',
  blue: '0000ff',
  yellow: 'ffff00',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
};

/** Colours that differ less than this in each channel are one to the eye. */
const LEAST_DIFFERENCE = 12;

/** Red, green and blue (0 to 255) of a colour, or of the first colour in a `background`; undefined when it has none. */
function readColor(value: string): readonly [number, number, number] | undefined {
  const name = /^[a-z]+/u.exec(value)?.[0] ?? '';
  const digits = NAMED[name] ?? /#([\da-f]{3,8})\b/u.exec(value)?.[1];
  if (digits !== undefined) {
    const long = digits.length < 6 ? digits.replace(/./gu, '$&$&') : digits;
    const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16);
    return [channel(0), channel(2), channel(4)];
  }
  const channels = /\brgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/u.exec(value);
  if (channels === null) return undefined;
  return [Number(channels[1]), Number(channels[2]), Number(channels[3])];
}

/** True when text of one colour cannot be told from a background of the other. */
export function isSameColor(text: string, background: string): boolean {
  const [left, right] = [readColor(text), readColor(background)];
  if (left === undefined || right === undefined) return false;
  return left.every((channel, at) => Math.abs(channel - (right[at] ?? 0)) < LEAST_DIFFERENCE);
}
