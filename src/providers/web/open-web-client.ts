import { isIP } from 'node:net';
import type { buildConnector, Response } from 'undici';
import { AddressRefused, guardedLookup, type ResolveHost } from './guarded-lookup.ts';

export interface WebClientOptions {
  /** Whether this IP address may be connected to. */
  isAllowed: (address: string) => boolean;
  /** The system's unless said. */
  resolve?: ResolveHost | undefined;
}

/** Sends requests to places on the web that nobody vouches for. */
export interface WebClient {
  /**
   * One request, without cookies and credentials. Redirects are given back, not followed; the body is decompressed as
   * it is read.
   * @throws what `fetch` of undici throws; the deepest cause is an `AddressRefused` where the address is not allowed.
   */
  get(url: string, signal: AbortSignal): Promise<Response>;
  close(): void;
}

/** Connections to one server at a time. */
const CONNECTIONS = 4;
const HEADERS = {
  // The name of robots.txt, too.
  'user-agent': 'seo-content',
  accept:
    'text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain;q=0.9,*/*;q=0.1',
};

/** Opens a client whose every connection goes to an address that was checked. Proxies are not used: they would resolve names themselves. */
export async function openWebClient(options: WebClientOptions): Promise<WebClient> {
  const { Agent, buildConnector, fetch } = await import('undici');
  const agent = new Agent({
    connect: guardedConnect(buildConnector, options),
    connections: CONNECTIONS,
    // Every attempt has limits of its own.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    get: (url, signal) =>
      fetch(url, { dispatcher: agent, redirect: 'manual', headers: HEADERS, signal }),
    close: () => void agent.destroy(),
  };
}

/** No name is looked up for an address that stands in the URL itself, so that it is checked here. */
function guardedConnect(
  build: (options: buildConnector.BuildOptions) => buildConnector.connector,
  { isAllowed, resolve }: WebClientOptions,
): buildConnector.connector {
  const connect = build({ allowH2: false, lookup: guardedLookup(isAllowed, resolve) });
  return (target, callback) => {
    const { hostname } = target;
    if (isIP(hostname) !== 0 && !isAllowed(hostname)) callback(new AddressRefused(hostname), null);
    else connect(target, callback);
  };
}
