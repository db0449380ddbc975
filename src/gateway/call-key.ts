import { hash } from 'node:crypto';
import { canonicalJson } from '../core/canonical-json.ts';
import type { CallRequest } from '../providers/call.ts';

/** What equal calls share: SHA-256, as hex, of all that decides the answer. */
export function callKey<Body, T>(request: CallRequest<Body, T>): string {
  const { provider, operation, model, body } = request;
  return hash('sha256', canonicalJson({ provider, operation, model, body }));
}
