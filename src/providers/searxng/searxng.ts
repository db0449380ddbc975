import { foldText } from '../../core/fold-text.ts';
import type { CallAnswer, Gateway } from '../call.ts';
import { consumedCredits } from '../consumed-credits.ts';
import { getJson } from '../get-json.ts';
import { httpError, type HttpVerdict } from '../http-error.ts';
import { jsonField } from '../../core/json-field.ts';
import { readBaseUrl } from '../provider-identity.ts';
import { filterBody, type SearchFilters } from '../search-filters.ts';
import type { FoundSource, SearchProvider } from '../search-provider.ts';
import { readToldPages } from '../told-pages.ts';
import { searchParameters } from './search-parameters.ts';

export interface SearxngOptions {
  baseUrl: string | undefined;
  gateway: Gateway;
  filters: SearchFilters;
  /** Of the pages: `de`, `pt-BR`, or `auto` for that of the query. */
  language: string;
  timeoutMs: number;
  idleTimeoutMs: number;
  now: () => Date;
}

/**
 * Research on the web with a SearXNG of one's own, which tells a few lines of each page.
 * @throws AppError `CONFIG_INVALID` when the base URL is no HTTP address.
 */
export function createSearxng(options: SearxngOptions): SearchProvider {
  const { gateway, filters, language, timeoutMs, idleTimeoutMs, now } = options;
  const name = 'SEARXNG_BASE_URL';
  const baseUrl = readBaseUrl(options.baseUrl ?? '', name);
  const place = { label: 'SearXNG', keyVariable: name, baseUrlVariable: name, baseUrl, keys: [] };
  const readError = (body: unknown) => {
    const message = jsonField(body, 'error');
    return typeof message === 'string' ? { message } : {};
  };
  const service = { identity: place, idleTimeoutMs, readError, judge };
  return {
    name: 'searxng',
    search(query, { maxResults }, scope) {
      const parameters = searchParameters(query, filters, language);
      const url = `${baseUrl}/search?${new URLSearchParams(parameters).toString()}`;
      const attempt = async (
        _: unknown,
        signal: AbortSignal,
      ): Promise<CallAnswer<FoundSource[]>> => {
        const { value, status } = await getJson(service, url, { signal, timeoutMs });
        const results = jsonField(value, 'results');
        const problem = Array.isArray(results)
          ? blindness(value, filters)
          : 'it has no list of results';
        if (problem !== undefined)
          throw httpError({ kind: 'answer', problem, status, retryable: true }, place);
        const reading = { maxResults, retrievedAt: now().toISOString(), filters };
        const found = readToldPages(pagesOf([results].flat()), reading);
        return { value: found, consumed: consumedCredits(0), status };
      };
      const body = { baseUrl, parameters, maxResults, ...filterBody(filters) };
      const call = { provider: 'searxng', operation: 'search', body, detail: url, attempt };
      return gateway.call({ ...call, keep: 'research' }, scope);
    },
  };
}

/** Its scores have no upper end, so the places count. */
function pagesOf(results: readonly unknown[]) {
  const score = (result: unknown) => Number(jsonField(result, 'score')) || 0;
  const sorted = results.toSorted((left, right) => score(right) - score(left));
  return sorted.map((result, index) => ({
    title: jsonField(result, 'title'),
    url: jsonField(result, 'url'),
    snippet: jsonField(result, 'content'),
    publishedAt: jsonField(result, 'publishedDate'),
    score: Math.max(0.1, 0.9 - index / 50),
  }));
}

/** Without results and without the engines that should have had some, it does not know whether there is anything; a narrow search may well have none. */
function blindness(answer: unknown, filters: SearchFilters): string | undefined {
  if (filters.includeDomains.length > 0 || filters.timeRange !== undefined) return undefined;
  const silent = [jsonField(answer, 'unresponsive_engines')].flat().map((one) => [one].flat()[0]);
  const names = silent.filter((engine) => typeof engine === 'string');
  if (names.length === 0 || [jsonField(answer, 'results')].flat().length > 0) return undefined;
  const told = foldText(names.slice(0, 5).join(', ')).slice(0, 100);
  return `it has no results, and these engines did not answer it: ${told}`;
}

function judge(status: number): HttpVerdict | undefined {
  const code = 'REQUEST_REJECTED';
  const json = 'Add json to search.formats in the settings.yml of the SearXNG, and restart it.';
  const open = 'Set SEARXNG_BASE_URL to a SearXNG that lets this machine in without a login.';
  if (status === 403) return { code, says: 'gives no results as JSON', suggestions: [json] };
  return status === 401 ? { code, says: 'asks for a login', suggestions: [open] } : undefined;
}
