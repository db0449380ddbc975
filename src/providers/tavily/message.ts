import { jsonField } from '../../core/json-field.ts';

/** Tavily's own words in the body of an error: `{"detail":{"error":"…"}}`, or `{"detail":"…"}`. */
export function tavilyMessage(body: unknown): string | undefined {
  const detail = jsonField(body, 'detail');
  const message = typeof detail === 'string' ? detail : jsonField(detail, 'error');
  return typeof message === 'string' ? message : undefined;
}
