/** Keys of providers; present only when they could be keys. */
export interface Secrets {
  tavilyApiKey?: string;
  openaiApiKey?: string;
  openalexApiKey?: string;
  /** Of the user that the settings name; without spaces. */
  wordpressPassword?: string;
  /** `id:secret`, as Ghost shows it for a custom integration. */
  ghostAdminKey?: string;
}

/** A key as it may be shown: a few characters of a long one, nothing of a short one. */
export function maskKey(key: string): string {
  return key.length < 16 ? '***' : `${key.slice(0, 3)}…${key.slice(-2)}`;
}
