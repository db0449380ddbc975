import { BodyTooLarge } from './read-limited-text.ts';

/**
 * A `fetch` for SDKs: it follows no redirect (a key must not travel), and ends failures longer than `maxBytes`, whose
 * bodies the SDK reads by itself. Good answers are passed on as they come, for `readJsonBody` to read within a limit.
 */
export function limitedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    if (response.ok || response.body === null) return response;
    let bytes = 0;
    const limit = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) controller.error(new BodyTooLarge(maxBytes));
        else controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
  };
}
