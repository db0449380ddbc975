import type { DatabaseSync } from 'node:sqlite';
import { loadPrices } from '../../config/load-prices.ts';
import type { LoadedSettings } from '../../config/load-settings.ts';
import { AppError } from '../../core/errors.ts';
import { createGateway } from '../../gateway/create-gateway.ts';
import type { ChunkHit, SearchBy } from '../../library/chunk-hit.ts';
import { createChunkSearch } from '../../library/chunk-search.ts';
import type { DocumentFilters } from '../../library/document-filter.ts';
import { keptDocuments } from '../../library/known-documents.ts';
import { listModels } from '../../library/passage-counts.ts';
import type { Gateway } from '../../providers/call.ts';
import type { Embedder } from '../../providers/embedder.ts';
import { createEmbedder } from '../../run/create-embedder.ts';
import { listenForSignals } from '../listen-for-signals.ts';
import { nothingAdded, withLibrary } from './with-library.ts';

export interface SearchRequest {
  query: string;
  limit: number;
  by: SearchBy;
  filters: DocumentFilters;
  embeddings?: string | undefined;
  note: (text: string) => void;
}

export interface SearchResult {
  query: string;
  /** What was searched by in the end. */
  by: SearchBy;
  /** The embedder, where meaning counted. */
  model?: string;
  hits: readonly ChunkHit[];
}

/**
 * Searches the library of the current folder. Without vectors of the embedder in force it is searched by words, and a
 * note says so.
 * @throws AppError `INPUT_INVALID` for an empty library or one without vectors where meaning was asked for.
 */
export function searchCommand(request: SearchRequest): Promise<SearchResult> {
  const { query, limit, filters, embeddings } = request;
  return withLibrary({ embeddings }, async (database, loaded) => {
    if (keptDocuments(database).length === 0) throw nothingAdded();
    const embedder = await openEmbedder(database, loaded, request);
    try {
      const vector = await embedQuery(embedder, query);
      const by = vector === undefined ? 'words' : request.by;
      const search = createChunkSearch(database, embedder?.name);
      const hits = search.search(query, { limit, by, vector, filters });
      const model = vector === undefined ? undefined : embedder?.name;
      return { query, by, ...(model === undefined ? {} : { model }), hits };
    } finally {
      await embedder?.close();
    }
  });
}

/** Undefined where meaning is not asked for or cannot be told. */
async function openEmbedder(
  database: DatabaseSync,
  loaded: LoadedSettings,
  { by, note }: SearchRequest,
): Promise<Embedder | undefined> {
  if (by === 'words') return undefined;
  const { settings, secrets } = loaded;
  const models = listModels(database).map(({ name }) => name);
  let lack = 'The library has no vectors';
  if (models.length > 0) {
    const embedder = await createEmbedder(settings, secrets, plainGateway(loaded));
    if (embedder !== undefined && models.includes(embedder.name)) return embedder;
    lack =
      embedder === undefined
        ? 'Embeddings are switched off'
        : `The library has no vectors of ${embedder.name}, but of ${models.join(', ')}`;
  }
  if (by === 'meaning')
    throw new AppError('INPUT_INVALID', `${lack}: it cannot be searched by meaning.`, {
      suggestions: [
        'Add its documents again, which embeds what is missing: seo-content library add PATH...',
        'Or name who made them: --embeddings offline|openai',
      ],
    });
  note(`${lack}: searching by words only.`);
  return undefined;
}

async function embedQuery(
  embedder: Embedder | undefined,
  query: string,
): Promise<Float32Array | undefined> {
  if (embedder === undefined || query.trim() === '') return undefined;
  const signals = listenForSignals({ onFirst: () => {}, onSecond: () => {} });
  try {
    const signal = AbortSignal.any([signals.signal, signals.drain]);
    const [vector] = await embedder.embed([query], { signal });
    return vector instanceof Float32Array ? vector : undefined;
  } finally {
    signals.dispose();
  }
}

/** One call, which no run keeps: a query costs next to nothing. */
function plainGateway({ settings }: LoadedSettings): Gateway {
  return createGateway({
    limits: settings.limits,
    prices: loadPrices(settings.prices),
    retries: settings.retries,
    drain: new AbortController().signal,
    emit: () => {},
  });
}
