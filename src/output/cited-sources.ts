import { type Article, type Citation, type CitedText, citedTexts } from '../core/article.ts';
import type { Dossier, Passage, Source } from '../core/dossier.ts';
import { AppError } from '../core/errors.ts';
import { foldText } from '../core/fold-text.ts';
import type { CitationStyle } from '../core/references/citation-style.ts';
import { formatReference } from '../core/references/format-reference.ts';
import type { RichPiece } from '../core/references/rich-piece.ts';
import { textFragmentAddress } from './text-fragment.ts';
import { webAddress } from '../core/web-address.ts';

/** Words of a source that the article rests on. */
export interface Quote {
  /** On one line, whole. */
  text: string;
  /** Leads to the very words; absent where the source is no web page. */
  href?: string;
}

/** A source that the article cites, ready to be listed: one line of plain text each. */
export interface CitedSource {
  /** From 1, in order of first citation. */
  number: number;
  source: Source;
  title: string;
  /** Where a link may lead; absent for local documents and for addresses that are not http(s). */
  url?: string;
  /** For people: the host of a web page, the path of a document. */
  place: string;
  author?: string;
  /** `YYYY-MM-DD`. */
  published?: string;
  /** The whole reference: in the style of a manual, or to a work of scholarship. Without it, title and the rest are told. */
  reference?: readonly RichPiece[];
  /** What the article rests on, each once, in the order of the article; empty where its writer could not tell. */
  quotes: readonly Quote[];
}

/** What stands behind a run of text in one source. */
export interface Reference {
  number: number;
  /** The words, on one line each; empty where they are not known. */
  quotes: readonly string[];
  /** To the words in the web page, or to the page; absent where the source is none. */
  href?: string;
}

/** The sources that an article cites, in order of first citation. Sources that it does not cite have no number. */
export class CitedSources {
  readonly list: readonly CitedSource[];
  readonly #byId = new Map<string, CitedSource & { quotes: Quote[] }>();
  readonly #passages: ReadonlyMap<string, Passage>;

  constructor(article: Article, dossier: Dossier, style: CitationStyle) {
    const sources = new Map(dossier.sources.map((source) => [source.id, source]));
    this.#passages = new Map(
      dossier.sources.flatMap(({ id, passages }) =>
        passages.map((passage) => [passageKey(id, passage.id), passage] as const),
      ),
    );
    for (const citation of citedTexts(article).flatMap((run) => run.citations)) {
      const { sourceId } = citation;
      const source = sources.get(sourceId);
      if (source === undefined) throw unknownSource(sourceId, dossier);
      const known = this.#byId.get(sourceId);
      const cited = known ?? {
        ...describeSource(source, this.#byId.size + 1),
        ...referenceTo(source, style, article.language),
      };
      this.#byId.set(sourceId, cited);
      addQuote(cited, this.#words(citation));
    }
    this.list = [...this.#byId.values()];
  }

  /** The sources behind a run of text, each once, by number. */
  referencesOf({ citations }: Pick<CitedText, 'citations'>): Reference[] {
    const ids = [...new Set(citations.map(({ sourceId }) => sourceId))];
    const references = ids.flatMap((id): Reference[] => {
      const cited = this.#byId.get(id);
      if (cited === undefined) return [];
      const words = citations
        .filter(({ sourceId }) => sourceId === id)
        .map((citation) => this.#words(citation))
        .filter((text) => text !== undefined);
      const { number, url } = cited;
      return [
        {
          number,
          quotes: [...new Set(words.map(foldText))],
          ...(url !== undefined && { href: textFragmentAddress(url, [...new Set(words)]) }),
        },
      ];
    });
    return references.toSorted((left, right) => left.number - right.number);
  }

  /** The words that a citation points at, on one line; undefined where it does not say, or says what is not there. */
  quoteOf(citation: Citation): string | undefined {
    const words = this.#words(citation);
    return words === undefined ? undefined : foldText(words);
  }

  /** As they stand in the passage, line breaks kept. */
  #words({ sourceId, passageId, start, end }: Citation): string | undefined {
    if (passageId === undefined || start === undefined || end === undefined) return undefined;
    const passage = this.#passages.get(passageKey(sourceId, passageId));
    if (passage === undefined || start < passage.start || end > passage.end) return undefined;
    const words = passage.text.slice(start - passage.start, end - passage.start);
    return foldText(words) === '' ? undefined : words;
  }
}

function passageKey(sourceId: string, passageId: string): string {
  return JSON.stringify([sourceId, passageId]);
}

function addQuote({ url, quotes }: CitedSource & { quotes: Quote[] }, words?: string): void {
  if (words === undefined) return;
  const text = foldText(words);
  if (quotes.some((quote) => withoutEnd(quote.text) === withoutEnd(text))) return;
  quotes.push({ text, ...(url !== undefined && { href: textFragmentAddress(url, [words]) }) });
}

/** A sentence may be cited with its full stop by one run and without it by another. */
function withoutEnd(text: string): string {
  return text.replace(/[\s.!?;:,…。！？]+$/u, '');
}

function describeSource(source: Source, number: number): CitedSource & { quotes: Quote[] } {
  const url = source.url === undefined ? undefined : webAddress(source.url);
  const place = foldText(url?.host ?? source.path ?? source.url ?? '');
  const author = foldText(source.author ?? '');
  const published = /^\d{4}-\d{2}-\d{2}/u.exec(source.publishedAt ?? '')?.[0];
  return {
    number,
    source,
    title: foldText(source.title) || place,
    ...(url !== undefined && { url: url.href }),
    place,
    ...(author !== '' && { author }),
    ...(published !== undefined && { published }),
    quotes: [],
  };
}

function referenceTo(
  source: Source,
  style: CitationStyle,
  language: string,
): Pick<CitedSource, 'reference'> {
  if (style === 'numbered' && source.work === undefined) return {};
  return { reference: formatReference(source, style, language) };
}

function unknownSource(sourceId: string, dossier: Dossier): AppError {
  return new AppError(
    'INTERNAL',
    `The article on "${dossier.keyword}" cites the source "${sourceId}", which its dossier does not hold.`,
    { suggestions: ['Write the article again; if it happens twice, report it.'] },
  );
}
