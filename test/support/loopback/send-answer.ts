import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Fault, RouteAnswer } from './loopback-types.ts';

const PAGE =
  '<!doctype html>\n<html><head><title>Welcome</title></head><body>Please log in.</body></html>';
/** Beyond any limit of an answer once it is unpacked. */
const BOMB_BYTES = 60_000_000;
/** Prime, so that it tears characters apart at all their places. */
const PIECE_BYTES = 7;
const DRIP_MS = 200;

type OnEnd = (outcome: 'answered' | 'broken') => void;

interface Sending {
  response: ServerResponse;
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  onEnd: OnEnd;
}

let bomb: Buffer | undefined;

/** Sends the answer, whole or broken as the fault says. `onEnd` is told just before the last bytes leave. */
export function sendAnswer(
  response: ServerResponse,
  answer: RouteAnswer,
  fault: Fault,
  onEnd: OnEnd,
): void {
  const isPage = fault.break === 'html';
  const sending: Sending = {
    response,
    status: isPage ? 200 : answer.status,
    headers: {
      'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
      ...answer.headers,
      ...fault.headers,
    },
    body: Buffer.from(isPage ? PAGE : encode(answer.body, fault)),
    onEnd,
  };
  switch (fault.break) {
    case 'hang-headers':
      writeHead(sending).flushHeaders();
      return;
    case 'hang-body':
      writeHead(sending).write(half(sending.body));
      return;
    case 'drip':
      return drip(sending);
    case 'truncate':
    case 'truncate-chunked':
      return breakOff(sending, fault.break === 'truncate', () => response.destroy());
    case 'reset-body':
      return breakOff(sending, true, () => response.socket?.resetAndDestroy());
    case 'no-http':
      onEnd('broken');
      response.socket?.end('What is this?\r\n\r\n');
      return;
    case 'pieces':
      return sendPieces(sending);
    case 'early-hints':
      response.writeProcessing();
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      return sendWhole(sending, 'answered');
    case 'gzip':
      return sendZipped(sending, gzipSync(sending.body), 'answered');
    case 'gzip-garbage':
      return sendZipped(sending, sending.body, 'broken');
    case 'gzip-cut':
      return sendZipped(sending, half(gzipSync(sending.body)), 'broken');
    case 'gzip-bomb':
      return sendZipped(sending, (bomb ??= gzipSync(Buffer.alloc(BOMB_BYTES, ' '))), 'broken');
    default:
      return sendWhole(sending, fault.break === undefined ? 'answered' : 'broken');
  }
}

function encode(body: unknown, fault: Fault): string {
  if (fault.break === 'empty') return '';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fault.break === 'malformed' ? `${text.slice(0, -2)},` : text;
}

function writeHead({ response, status, headers, body }: Sending, hasLength = true): ServerResponse {
  const length = hasLength ? { 'content-length': String(body.byteLength) } : {};
  return response.writeHead(status, { ...length, ...headers });
}

function sendWhole(sending: Sending, outcome: 'answered' | 'broken'): void {
  writeHead(sending);
  sending.onEnd(outcome);
  sending.response.end(sending.body);
}

function sendZipped(sending: Sending, body: Buffer, outcome: 'answered' | 'broken'): void {
  const headers = { ...sending.headers, 'content-encoding': 'gzip' };
  sendWhole({ ...sending, headers, body }, outcome);
}

/** Half of the body, then the end of the connection. */
function breakOff(sending: Sending, hasLength: boolean, end: () => void): void {
  writeHead(sending, hasLength).write(half(sending.body), () => {
    sending.onEnd('broken');
    end();
  });
}

/** Every piece is a chunk of its own on the wire. */
function sendPieces(sending: Sending): void {
  const { response, body, onEnd } = sending;
  writeHead(sending, false);
  for (let at = 0; at < body.byteLength; at += PIECE_BYTES) {
    response.write(body.subarray(at, at + PIECE_BYTES));
  }
  onEnd('answered');
  response.end();
}

/** A byte at a time, for ever as good as. */
function drip(sending: Sending): void {
  const { response, body } = sending;
  let at = 0;
  writeHead(sending).flushHeaders();
  const timer = setInterval(() => response.write(body.subarray(at, (at += 1))), DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

function half(body: Buffer): Buffer {
  return body.subarray(0, Math.ceil(body.byteLength / 2));
}
