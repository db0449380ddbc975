/** True for an address on the web with scheme and host. */
export function isAbsoluteUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]+/iu.test(text) && URL.canParse(text);
}
