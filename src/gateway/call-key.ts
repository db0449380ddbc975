import { hash } from 'node:crypto';
import type { CallRequest } from '../providers/call.ts';

/** What equal calls share: SHA-256, as hex, of all that decides the answer, in the order in which the adapter names it. */
export function callKey<Body, T>(request: CallRequest<Body, T>): string {
  const { provider, operation, model, body } = request;
  return hash('sha256', JSON.stringify([provider, operation, model, body]));
}
