import type { ServerResponse } from 'node:http';
import type { Fault, RouteAnswer } from './loopback-types.ts';

const PAGE =
  '<!doctype html>\n<html><head><title>Welcome</title></head><body>Please log in.</body></html>';

/** Sends the answer, whole or broken as the fault says. `onEnd` is told just before the last bytes leave. */
export function sendAnswer(
  response: ServerResponse,
  answer: RouteAnswer,
  fault: Fault,
  onEnd: (outcome: 'answered' | 'broken') => void,
): void {
  const isPage = fault.break === 'html';
  const body = isPage ? PAGE : encode(answer.body, fault);
  response.writeHead(isPage ? 200 : answer.status, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(body),
    ...answer.headers,
    ...fault.headers,
  });
  if (fault.break === 'truncate' || fault.break === 'hang-body') {
    const half = Buffer.from(body).subarray(0, Math.ceil(Buffer.byteLength(body) / 2));
    const isCut = fault.break === 'truncate';
    response.write(half, () => {
      if (!isCut) return;
      onEnd('broken');
      response.destroy();
    });
    return;
  }
  onEnd(fault.break === undefined ? 'answered' : 'broken');
  response.end(body);
}

function encode(body: unknown, fault: Fault): string {
  if (fault.break === 'empty') return '';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fault.break === 'malformed' ? `${text.slice(0, -2)},` : text;
}
