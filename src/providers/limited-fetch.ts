import { patientDispatcher } from './patient-dispatcher.ts';
import { readLimitedText } from './read-limited-text.ts';

/** Errors are short; what is longer is none of the provider's. */
const LONGEST_ERROR = 1_000_000;
/** No `Response` can be made with a greater one, but servers can send them. */
const GREATEST_STATUS = 599;

/**
 * A `fetch` for SDKs: it follows no redirect (a key must not travel), and reads the bodies of failures itself, within
 * limits, because SDKs read them without. One that cannot be read is passed on as empty: the status tells enough.
 * Good answers are passed on as they come, for `readJsonBody`.
 */
export function limitedFetch(idleMs: number): typeof fetch {
  return async (input, request) => {
    const response = await fetch(input, { ...request, ...patientDispatcher(), redirect: 'manual' });
    if (response.ok) return response;
    const limits = { maxBytes: LONGEST_ERROR, idleMs };
    const text = await readLimitedText(response.body, limits).catch(() => '');
    const { status, statusText, headers } = response;
    const init = { status: Math.min(status, GREATEST_STATUS), statusText, headers };
    const complete = new Response(text === '' ? null : text, init);
    return Object.defineProperty(complete, 'status', { value: status });
  };
}
