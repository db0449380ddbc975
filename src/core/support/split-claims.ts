/** stub for now */
export function splitClaims(sentence: string, _language: string): string[] {
  return [sentence];
}
