/** `de` of `de-CH`; `en` for an empty tag. */
export function baseLanguage(language: string): string {
  return language.toLowerCase().split(/[-_]/u, 1)[0] || 'en';
}
