import type { OpenAlexCorpus } from './openalex-corpus.ts';
import { OpenAlexRefusal } from './openalex-errors.ts';

const MOST_VALUES = 100;

export interface OpenAlexFilter {
  passes: (work: number) => boolean;
  /** Where it names things: all works that pass. */
  works?: () => number[];
}

type Make = (values: readonly string[], corpus: OpenAlexCorpus, key: string) => OpenAlexFilter;

const authors: Make = (values, corpus, key) => {
  const wanted = new Set(values.map((value) => readId(value, 'A', key)));
  return {
    passes: (work) => corpus.authorsOf(work).some((author) => wanted.has(author)),
    works: () => [...wanted].flatMap((author) => corpus.worksOf(author)),
  };
};

const institutions: Make = (values, corpus, key) => {
  const wanted = new Set(values.map((value) => readId(value, 'I', key)));
  return {
    passes: (work) =>
      corpus.authorsOf(work).some((author) => wanted.has(corpus.institutionOf(author))),
    works: () => [...wanted].flatMap((institution) => corpus.worksOfInstitution(institution)),
  };
};

const works: Make = (values, corpus, key) => {
  const wanted = new Set(values.map((value) => readId(value, 'W', key)));
  return {
    passes: (work) => wanted.has(work),
    works: () => [...wanted].filter((work) => corpus.isThere(work)),
  };
};

const dois: Make = (values, corpus, key) => {
  const wanted = new Set(
    values.map((value) => {
      const doi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,9}\/\S+)$/i.exec(value)?.[1];
      if (doi === undefined) throw new OpenAlexRefusal(`'${value}' is not a valid DOI for ${key}.`);
      const number = /^10\.5555\/works\.(\d{1,16})$/i.exec(doi)?.[1];
      return number === undefined ? 0 : Number(number);
    }),
  );
  return {
    passes: (work) => wanted.has(work) && corpus.hasDoi(work),
    works: () => [...wanted].filter((work) => corpus.isThere(work) && corpus.hasDoi(work)),
  };
};

const topics =
  (isPrimary: boolean): Make =>
  (values, corpus, key) => {
    const wanted = new Set(values.map((value) => readId(value, 'T', key)));
    const seen = (work: number): number[] => corpus.topicsOf(work).slice(0, isPrimary ? 1 : 9);
    return { passes: (work) => seen(work).some((topic) => wanted.has(topic)) };
  };

const words =
  (read: (corpus: OpenAlexCorpus, work: number) => string): Make =>
  (values, corpus) => {
    const wanted = new Set(values.map((value) => value.toLowerCase()));
    return { passes: (work) => wanted.has(read(corpus, work)) };
  };

const numbers =
  (read: (corpus: OpenAlexCorpus, work: number) => number): Make =>
  (values, corpus, key) => {
    const ranges = values.map((value) => readRange(value, key));
    return {
      passes: (work) => {
        const number = read(corpus, work);
        return ranges.some(([least, most]) => number >= least && number <= most);
      },
    };
  };

const truths =
  (read: (corpus: OpenAlexCorpus, work: number) => boolean): Make =>
  (values, corpus, key) => {
    const wrong = values.find((value) => !/^(?:true|false)$/i.test(value));
    if (wrong !== undefined) throw new OpenAlexRefusal(`${key} must be true or false.`);
    return { passes: (work) => values.includes(String(read(corpus, work))) };
  };

const dates =
  (isFrom: boolean): Make =>
  ([value = ''], corpus, key) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) {
      throw new OpenAlexRefusal(`The date of ${key} must be written as yyyy-mm-dd.`);
    }
    return {
      passes: (work) => (isFrom ? corpus.dateOf(work) >= value : corpus.dateOf(work) <= value),
    };
  };

const isOpen = truths((corpus, work) => corpus.accessOf(work) !== 'closed');
const KEYS: Readonly<Record<string, Make>> = {
  openalex: works,
  openalex_id: works,
  'ids.openalex': works,
  doi: dois,
  'author.id': authors,
  'authorships.author.id': authors,
  'institutions.id': institutions,
  'authorships.institutions.id': institutions,
  'topics.id': topics(false),
  'primary_topic.id': topics(true),
  publication_year: numbers((corpus, work) => corpus.yearOf(work)),
  cited_by_count: numbers((corpus, work) => corpus.citedBy(work)),
  from_publication_date: dates(true),
  to_publication_date: dates(false),
  type: words((corpus, work) => corpus.typeOf(work)),
  language: words((corpus, work) => corpus.languageOf(work)),
  is_retracted: truths((corpus, work) => corpus.isRetracted(work)),
  has_abstract: truths((corpus, work) => corpus.hasAbstract(work)),
  has_doi: truths((corpus, work) => corpus.hasDoi(work)),
  is_oa: isOpen,
  'open_access.is_oa': isOpen,
};

/**
 * Reads `key:v1|v2,key:!v`; all filters have to pass.
 * @throws OpenAlexRefusal for what the service would not take.
 */
export function readFilters(text: string, corpus: OpenAlexCorpus): OpenAlexFilter[] {
  if (text === '') return [];
  return text.split(',').map((part) => {
    const at = part.indexOf(':');
    const key = part.slice(0, Math.max(at, 0)).trim();
    const make = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (make === undefined) {
      const known = Object.keys(KEYS).join(', ');
      throw new OpenAlexRefusal(`'${key || part}' is not a valid filter. Valid filters: ${known}.`);
    }
    const given = part.slice(at + 1).trim();
    const isNegated = given.startsWith('!');
    const values = (isNegated ? given.slice(1) : given).split('|').map((value) => value.trim());
    if (values.length > MOST_VALUES) {
      throw new OpenAlexRefusal(
        `Too many values for ${key}: at most ${MOST_VALUES} can be joined with |.`,
      );
    }
    if (values.includes('')) throw new OpenAlexRefusal(`A value of ${key} is empty.`);
    const filter = make(values, corpus, key);
    return isNegated ? { passes: (work) => !filter.passes(work) } : filter;
  });
}

function readId(value: string, letter: string, key: string): number {
  const pattern = new RegExp(
    `^(?:https?://openalex\\.org/)?(?:[a-z]+/)?${letter}(\\d{1,16})$`,
    'i',
  );
  const number = Number(pattern.exec(value)?.[1]);
  if (Number.isSafeInteger(number)) return number;
  throw new OpenAlexRefusal(`'${value}' is not a valid OpenAlex ID for ${key}.`);
}

function readRange(value: string, key: string): readonly [number, number] {
  const [, sign, single] = /^([<>]?)(\d{1,9})$/.exec(value) ?? [];
  if (single !== undefined) {
    const number = Number(single);
    if (sign === '>') return [number + 1, Infinity];
    return sign === '<' ? [-Infinity, number - 1] : [number, number];
  }
  const [, least, most] = /^(\d{0,9})-(\d{0,9})$/.exec(value) ?? [];
  if (least === undefined || most === undefined || least + most === '') {
    throw new OpenAlexRefusal(`'${value}' is not a valid range for ${key}.`);
  }
  return [least === '' ? -Infinity : Number(least), most === '' ? Infinity : Number(most)];
}
