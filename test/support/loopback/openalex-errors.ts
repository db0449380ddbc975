import type { RouteAnswer } from './loopback-types.ts';

const CLASSES: Readonly<Record<number, string>> = {
  400: 'Invalid query parameters error.',
  401: 'Invalid API key',
  403: 'Invalid query parameters error.',
  404: 'Not Found',
  429: 'Rate limit exceeded',
  500: 'Internal Server Error',
  503: 'Service temporarily unavailable',
};
const WORDS: Readonly<Record<number, string>> = {
  400: 'The parameters of the request are not valid.',
  401: 'The API key is not known.',
  403: 'The parameters of the request are not valid.',
  404: 'There is nothing at this address.',
  429: 'Too many requests: wait before the next one.',
  500: 'The server met a problem.',
  503: 'The search cluster is overloaded, come back later.',
};

/** An error as OpenAlex words it; 429 and 503 say when to come back. */
export function openalexError(status: number, message?: string, name?: string): RouteAnswer {
  const body = {
    error: name ?? CLASSES[status] ?? 'Error',
    message: message ?? WORDS[status] ?? 'Error',
  };
  const isWait = status === 429 || status === 503;
  return { status, body, ...(isWait ? { headers: { 'retry-after': '1' } } : {}) };
}

/** Thrown where a request is read; its answer is what the client gets. */
export class OpenAlexRefusal extends Error {
  readonly answer: RouteAnswer;

  constructor(message: string, name?: string) {
    super(message);
    this.answer = openalexError(400, message, name);
  }
}

/** What a proxy in front of the service says to an address that is too long. */
export function addressTooLong(): RouteAnswer {
  const title = '414 Request-URI Too Large';
  return {
    status: 414,
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
    headers: { 'content-type': 'text/html' },
  };
}
