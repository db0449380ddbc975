import type { PlannedItem } from '../core/keyword.ts';
import type { PageReader } from '../research/given-sources.ts';
import { isWebPage, listGivenSources } from '../research/list-given-sources.ts';
import { isReadByTavily } from './is-read-by-tavily.ts';
import { connectTavily } from './open-tavily.ts';
import type { ToolOptions } from './open-tools.ts';

/** Reads the web pages of a run. */
export interface RunPageReader extends PageReader {
  /** Our own reader, which costs nothing. */
  own: PageReader;
  /** All that decides what the pages of an item read as; undefined where Tavily reads them. Plain JSON. */
  decidesOn: (item: PlannedItem) => unknown;
  close(): void;
}

/** Opens what reads web pages: Tavily with its key, else our own reader. */
export async function openPageReader(
  options: Pick<ToolOptions, 'loaded' | 'gateway' | 'today'>,
): Promise<RunPageReader> {
  const { settings, secrets } = options.loaded;
  const { allowPrivate, timeouts } = settings;
  const { createWebReader, WEB_READER_VERSION } =
    await import('../providers/web/create-web-reader.ts');
  const tavily = secrets.tavilyApiKey === undefined ? undefined : await connectTavily(options);
  const own = createWebReader({
    gateway: options.gateway,
    parse: async (bytes, page, signal) => {
      const { readWebPage } = await import('../documents/read-web-page.ts');
      return readWebPage(bytes, page, signal);
    },
    allowPrivate,
    timeoutMs: timeouts.attemptMs,
    idleTimeoutMs: timeouts.idleMs,
    now: options.today,
  });
  const isOurs = (url: string): boolean => !isReadByTavily(url, tavily !== undefined);
  return {
    own,
    read: (url, scope) => (isOurs(url) ? own : (tavily ?? own)).read(url, scope),
    decidesOn: (item) =>
      listGivenSources(item).some((source) => isWebPage(source) && isOurs(source))
        ? { reader: WEB_READER_VERSION, allowPrivate }
        : undefined,
    close: () => own.close(),
  };
}
