import { isPrivateHost } from '../core/is-private-host.ts';

/** Whether Tavily reads a web page: where there is a key for it, and never one of a private place, which is nobody's business. */
export function isReadByTavily(url: string, hasTavily: boolean): boolean {
  return hasTavily && !isPrivateHost(url);
}
