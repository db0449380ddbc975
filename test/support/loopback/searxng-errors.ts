import type { RouteAnswer } from './loopback-types.ts';

/** A web page, as SearXNG sends for what the framework below it refuses. */
export function searxngError(status: number, message?: string): RouteAnswer {
  if (status === 400 || status === 500) {
    return { status, body: { error: message ?? 'search error' } };
  }
  const body = `<!doctype html><title>${status}</title><h1>${message ?? 'Forbidden'}</h1>`;
  return { status, body, headers: { 'content-type': 'text/html; charset=utf-8' } };
}
