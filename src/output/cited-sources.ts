import { type Article, type CitedText, citedTexts } from '../core/article.ts';
import type { Dossier, Source } from '../core/dossier.ts';
import { AppError } from '../core/errors.ts';
import { foldText } from '../core/fold-text.ts';
import { webAddress } from './web-address.ts';

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
}

/** The sources that an article cites, in order of first citation. Sources that it does not cite have no number. */
export class CitedSources {
  readonly list: readonly CitedSource[];
  readonly #numbers = new Map<string, number>();

  constructor(article: Article, dossier: Dossier) {
    const byId = new Map(dossier.sources.map((source) => [source.id, source]));
    const list: CitedSource[] = [];
    for (const { sourceId } of citedTexts(article).flatMap((run) => run.citations)) {
      if (this.#numbers.has(sourceId)) continue;
      const source = byId.get(sourceId);
      if (source === undefined) throw unknownSource(sourceId, dossier);
      this.#numbers.set(sourceId, list.length + 1);
      list.push(describeSource(source, list.length + 1));
    }
    this.list = list;
  }

  /** The numbers that stand behind a run of text, each once, ascending. */
  numbersOf(run: CitedText): number[] {
    const numbers = run.citations.map(({ sourceId }) => this.#numbers.get(sourceId) ?? 0);
    return [...new Set(numbers)].toSorted((left, right) => left - right);
  }
}

function describeSource(source: Source, number: number): CitedSource {
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
  };
}

function unknownSource(sourceId: string, dossier: Dossier): AppError {
  return new AppError(
    'INTERNAL',
    `The article on "${dossier.keyword}" cites the source "${sourceId}", which its dossier does not hold.`,
    { suggestions: ['Write the article again; if it happens twice, report it.'] },
  );
}
