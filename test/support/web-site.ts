import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: an HTML page, an answer in full, or whatever a function does with the connection. */
export type SitePage =
  | string
  | { status?: number; headers?: OutgoingHttpHeaders; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A small web site on this machine, with the pages that a test gives it; closed with `await using`. */
export class WebSite implements AsyncDisposable {
  /** By path with query; what is not there answers 404. May be changed at any time. */
  readonly pages: Record<string, SitePage>;
  /** Paths that were asked for, in order. */
  readonly requests: string[] = [];
  /** Headers of the last request. */
  lastHeaders: IncomingMessage['headers'] = {};
  readonly #server: Server;

  private constructor(pages: Record<string, SitePage>) {
    this.pages = pages;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async open(pages: Record<string, SitePage>): Promise<WebSite> {
    const site = new WebSite(pages);
    site.#server.listen(0, '127.0.0.1');
    await once(site.#server, 'listening');
    return site;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** An address of this site, under whatever name of the machine. */
  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${this.port}${path}`;
  }

  /** How often a path was asked for. */
  count(path: string): number {
    return this.requests.filter((asked) => asked === path).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    this.requests.push(path);
    this.lastHeaders = request.headers;
    // A body that is cut off is what some of these pages are for.
    response.on('error', () => {});
    const page = this.pages[path] ?? { status: 404, body: 'Not found.' };
    if (typeof page === 'function') {
      page(request, response);
      return;
    }
    const {
      status = 200,
      headers = {},
      body = '',
    } = typeof page === 'string' ? { body: page } : page;
    const type = typeof page === 'string' ? { 'content-type': 'text/html; charset=utf-8' } : {};
    response.writeHead(status, { ...type, ...headers }).end(body);
  }
}

/** Answers with a redirect. */
export function leadsTo(location: string, status = 302): SitePage {
  return { status, headers: { location } };
}
