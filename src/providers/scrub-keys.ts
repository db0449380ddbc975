/** Shapes that keys have wherever they come from: OpenAI's, Tavily's, bearer and basic credentials, signed tokens, parts of addresses; not what was masked. */
const KEY_SHAPES: readonly RegExp[] = [
  /\b(?:sk|tvly)-[\w*.-]{6,}/g,
  /\b(?:bearer|basic)\s+[\w.~+/*-]{6,}=*/gi,
  /\beyJ[\w.-]{20,}/g,
  /\b(?:api[_-]?key|access[_-]?token)["']?\s*[=:]\s*["']?(?!\[key removed\])[^\s"'&,}]{4,}/gi,
  /(?<=[?&#](?:key|token|secret|password|sig|signature|auth)=)(?!\[key removed\])[^\s"'&#]+/gi,
  /(?<=:\/\/)[^\s/?#@"']+(?=@)/g,
];

/** Shorter values are no secrets, and replacing them would tear ordinary words apart. */
const SHORTEST_KEY = 4;

const MASK = '[key removed]';

/** The text without the given keys and without anything that looks like a key. */
export function scrubKeys(text: string, keys: readonly string[] = []): string {
  let scrubbed = text;
  // The longest first: a key may be the beginning of another.
  for (const key of [...keys].toSorted((left, right) => right.length - left.length)) {
    if (key.length < SHORTEST_KEY) continue;
    // As it is, as a part of an address, and as a part of JSON.
    for (const form of [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]) {
      scrubbed = scrubbed.replaceAll(form, MASK);
    }
  }
  for (const shape of KEY_SHAPES) scrubbed = scrubbed.replaceAll(shape, MASK);
  return scrubbed;
}
