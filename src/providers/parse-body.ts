import type { HttpFailure } from './http-error.ts';

/** A body as JSON, or as the failure that it is none: a proxy's web page, say, or half an answer. */
export function parseBody(
  text: string,
  status: number,
): { ok: true; value: unknown } | { ok: false; failure: HttpFailure } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const failure: HttpFailure = {
      kind: 'answer',
      problem: unparsable(text),
      status,
      retryable: true,
    };
    return { ok: false, failure };
  }
}

function unparsable(text: string): string {
  if (text.trim() === '') return 'it is empty';
  return /^\s*</.test(text) ? 'it is a web page and no JSON' : 'it is no valid JSON';
}
