import { AppError } from '../../core/errors.ts';
import { isPublicAddress } from '../../core/is-public-address.ts';
import { attemptWithin } from '../attempt-within.ts';
import type { CallScope, Gateway } from '../call.ts';
import { scrubKeys } from '../scrub-keys.ts';
import type { FoundSource } from '../search-provider.ts';
import { attemptPage, type PageTools, type ParsePage } from './attempt-page.ts';
import { openWebClient, type WebClient, type WebClientOptions } from './open-web-client.ts';
import { addressProblem } from './page-address.ts';
import { pageFailure } from './page-failure.ts';
import { createRobotsGate } from './robots-gate.ts';

export interface WebReaderOptions {
  gateway: Gateway;
  parse: ParsePage;
  /** Whether pages of private networks and of this machine may be read. */
  allowPrivate: boolean;
  /** Limit of one attempt in milliseconds, 60,000 by default. */
  timeoutMs?: number | undefined;
  /** How long the next byte of a page may take once it has begun, in milliseconds, 30,000 by default. */
  idleTimeoutMs?: number | undefined;
  /** Tells when a page was read. */
  now?: (() => Date) | undefined;
  /** For tests: another way to resolve names, other addresses to connect to. */
  network?: Partial<WebClientOptions> | undefined;
}

/** Reads web pages without anybody's service. */
export interface WebReader {
  /**
   * Reads one page as its site sends it to anyone: no script is run, no cookie and no credential is sent. The source
   * has the address that the page was found at in the end.
   * @throws AppError `DOCUMENT_UNREADABLE`, with the address and a remedy, when it cannot or may not be read.
   */
  read(url: string, scope: CallScope): Promise<FoundSource>;
  /** Ends its connections. */
  close(): void;
}

/** Goes up when the reader makes another text of the same page. */
export const WEB_READER_VERSION = 1;

/** A reader of web pages that honours robots.txt and goes to no address it should not. Nothing is loaded before the first page. */
export function createWebReader(options: WebReaderOptions): WebReader {
  const { gateway, parse, allowPrivate, network } = options;
  const { timeoutMs = 60_000, idleTimeoutMs: idleMs = 30_000, now = () => new Date() } = options;
  const isAllowed = allowPrivate ? () => true : isPublicAddress;
  let opened: Promise<{ client: WebClient; tools: PageTools }> | undefined;

  async function open(): Promise<{ client: WebClient; tools: PageTools }> {
    const client = await openWebClient({ isAllowed, ...network });
    const robots = createRobotsGate(client, { idleMs });
    return { client, tools: { client, robots, parse, idleMs, now } };
  }

  return {
    async read(url, scope) {
      const problem = addressProblem(url);
      if (problem !== undefined) throw problem;
      const address = new URL(url);
      address.hash = '';
      return gateway.call(
        {
          provider: 'web',
          operation: 'read',
          body: { url: address.href, allowPrivate, version: WEB_READER_VERSION },
          detail: scrubKeys(address.href),
          keep: 'research',
          attempt: async (sent, signal) => {
            opened ??= open();
            const { tools } = await opened;
            return attemptWithin(
              identityOf(sent.url),
              { signal, timeoutMs },
              (deadline) => attemptPage(tools, sent.url, deadline),
              () => undefined,
            ).catch((error: unknown) => {
              throw isTimeout(error) ? tooSlow(sent.url, timeoutMs) : error;
            });
          },
        },
        scope,
      );
    },

    close() {
      void opened?.then(({ client }) => client.close());
    },
  };
}

function identityOf(url: string) {
  return { label: 'The page', baseUrl: url, keyVariable: '', baseUrlVariable: '', keys: [] };
}

function isTimeout(error: unknown): boolean {
  return error instanceof AppError && error.code === 'TIMEOUT';
}

function tooSlow(url: string, timeoutMs: number): AppError {
  return pageFailure(url, `did not come within ${timeoutMs / 1000} s`, {
    retryable: true,
    suggestions: [
      'Try again later, or take it out of the sources.',
      'Or allow more time with timeouts.attemptMs in the configuration.',
    ],
  });
}
