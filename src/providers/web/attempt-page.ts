import type { CallAnswer } from '../call.ts';
import { readLimitedBytes } from '../read-limited-bytes.ts';
import type { FoundSource } from '../search-provider.ts';
import { discardBody } from './discard-body.ts';
import { followRedirects } from './follow-redirects.ts';
import type { WebClient } from './open-web-client.ts';
import { addressProblem } from './page-address.ts';
import { bodyError, connectionError, pageFailure, statusFailure } from './page-failure.ts';
import type { RobotsGate } from './robots-gate.ts';
import { consumedCredits } from '../consumed-credits.ts';

/** What is made of the bytes of a page. */
interface ParsedPage {
  /** Absent where the page has none. */
  title?: string;
  author?: string;
  publishedAt?: string;
  /** Plain text in blocks. */
  text: string;
}

/**
 * Makes text of the bytes of a page; its content decides what it is, and the type that the server names where that
 * leaves it open.
 * @throws AppError `DOCUMENT_UNREADABLE` for what is no page.
 */
export type ParsePage = (
  bytes: Uint8Array<ArrayBuffer>,
  page: { url: string; contentType: string },
  signal: AbortSignal,
) => Promise<ParsedPage>;

export interface PageTools {
  client: WebClient;
  robots: RobotsGate;
  parse: ParsePage;
  /** How long the next byte of a page may take once it has begun, in milliseconds. */
  idleMs: number;
  now: () => Date;
}

/** Pages are shorter, and so are nearly all PDFs; a body without end does not fill the memory. */
const MAX_BYTES = 10_000_000;
/** No source gives more text. */
const LONGEST_TEXT = 200_000;
const NOTHING = consumedCredits(0);

/**
 * One attempt at reading a page: robots.txt, the page, its redirects with the same checks, and its text.
 * @throws AppError `DOCUMENT_UNREADABLE`.
 */
export async function attemptPage(
  { client, robots, parse, idleMs, now }: PageTools,
  start: string,
  signal: AbortSignal,
): Promise<CallAnswer<FoundSource>> {
  const { url, response } = await followRedirects(start, async (address) => {
    const problem = addressProblem(address);
    if (problem !== undefined) throw problem;
    await robots.requireAllowed(address, signal);
    return client.get(address, signal).catch((error: unknown) => {
      throw connectionError(address, error);
    });
  });
  if (response === undefined) {
    const suggestions = ['Name the address that the page is really at.'];
    throw pageFailure(start, 'leads on to other addresses without end', { suggestions });
  }
  const { status, headers, body } = response;
  if (!response.ok) {
    await discardBody(response);
    throw statusFailure(url, status, (name) => headers.get(name) ?? undefined);
  }
  const limits = { maxBytes: MAX_BYTES, idleMs };
  const bytes = await readLimitedBytes(body, limits).catch((error: unknown) => {
    throw bodyError(url, error);
  });
  const contentType = headers.get('content-type') ?? '';
  const { title, author, publishedAt, text } = await parse(bytes, { url, contentType }, signal);
  const value: FoundSource = {
    title: title ?? url,
    url,
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    retrievedAt: now().toISOString(),
    text: text.slice(0, LONGEST_TEXT).toWellFormed(),
    isPlainText: true,
    score: 1,
  };
  return { value, consumed: NOTHING, status };
}
