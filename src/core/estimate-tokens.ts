/**
 * About how many tokens a text has: four ASCII characters a token, one token for every other character.
 * Rather high than low, because limits and budgets are kept by it; no tokenizer has to be loaded.
 */
export function estimateTokens(text: string): number {
  let ascii = 0;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) < 128) ascii++;
  }
  return Math.ceil(ascii / 4) + (text.length - ascii);
}
