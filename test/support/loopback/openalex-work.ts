import { invertedAbstract } from './openalex-abstract.ts';
import type { OpenAlexCorpus } from './openalex-corpus.ts';

const SITE = 'https://openalex.org';
const TITLES: readonly string[] = [
  'Long-term effects of @: a study of # sites',
  '@ in practice: results from # projects',
  'What determines the success of @?',
  'A review of # studies on @',
  'Costs and benefits of @ in small communities',
  'Measuring @ with simple instruments',
  'Barriers to @: a survey',
  'Towards better standards for @',
];
const GIVEN = [
  'Ana',
  'Björn',
  'Chidi',
  'Dagmar',
  'Elif',
  'Femi',
  'Grace',
  'Hiroshi',
  'Inés',
  'Jan',
];
const FAMILY = ['Abe', 'Brandt', 'Costa', 'Duarte', 'Eriksen', 'Fofana', 'García', 'Hughes', 'Ito'];
const SOURCES = [
  'Journal of Applied Habits',
  'Annals of Everyday Engineering',
  'Open Field Reports',
];
const PUBLISHERS = ['Example University Press', 'Meadow Publishing', 'Open Shelf'];
/** Of the abstracts on a topic there are so many; a page of works must be made quickly. */
const ABSTRACTS_OF_A_TOPIC = 128;

type Field = (work: number, corpus: OpenAlexCorpus) => unknown;

const FIELDS = {
  id: (work) => `${SITE}/W${work}`,
  doi: doiOf,
  title: titleOf,
  display_name: titleOf,
  publication_year: (work, corpus) => corpus.yearOf(work),
  publication_date: (work, corpus) => corpus.dateOf(work),
  ids: (work, corpus) => {
    const doi = doiOf(work, corpus);
    return { openalex: `${SITE}/W${work}`, ...(doi === null ? {} : { doi }) };
  },
  language: (work, corpus) => corpus.languageOf(work),
  primary_location: locationOf,
  best_oa_location: (work, corpus) =>
    corpus.accessOf(work) === 'closed' ? null : locationOf(work, corpus),
  locations: (work, corpus) => [locationOf(work, corpus)],
  type: (work, corpus) => corpus.typeOf(work),
  open_access: (work, corpus) => {
    const oa_status = corpus.accessOf(work);
    const is_oa = oa_status !== 'closed';
    const oa_url = is_oa ? `https://repository.example.org/${work}.pdf` : null;
    return { is_oa, oa_status, oa_url, any_repository_has_fulltext: oa_status === 'green' };
  },
  authorships: (work, corpus) => {
    const authors = corpus.authorsOf(work);
    return authors.map((author, place) => authorshipOf(author, place, authors.length, corpus));
  },
  cited_by_count: (work, corpus) => corpus.citedBy(work),
  biblio: (work, corpus) => {
    const first = 1 + (corpus.mix(work, 20) % 900);
    return {
      volume: String(1 + (corpus.mix(work, 21) % 60)),
      issue: String(1 + (corpus.mix(work, 22) % 12)),
      first_page: String(first),
      last_page: String(first + (corpus.mix(work, 23) % 25)),
    };
  },
  is_retracted: (work, corpus) => corpus.isRetracted(work),
  is_paratext: () => false,
  primary_topic: (work, corpus) => topicOf(corpus.topicsOf(work)[0] ?? 0, 0, corpus),
  topics: (work, corpus) =>
    corpus.topicsOf(work).map((topic, place) => topicOf(topic, place, corpus)),
  keywords: (work, corpus) => [
    { id: `${SITE}/keywords/subject`, display_name: corpus.subjectOf(work), score: 0.7 },
  ],
  referenced_works: (work, corpus) =>
    corpus
      .worksOf(corpus.authorsOf(work)[0] ?? 0)
      .slice(0, 3)
      .map((other) => `${SITE}/W${other}`),
  created_date: (work, corpus) => corpus.dateOf(work),
  updated_date: (work, corpus) => `${corpus.dateOf(work)}T08:00:00.000000`,
} satisfies Record<string, Field>;

/** Beside the usual fields two that are made elsewhere. */
export const WORK_FIELDS: readonly string[] = [
  ...Object.keys(FIELDS),
  'abstract_inverted_index',
  'relevance_score',
];

/** A work as JSON with the chosen fields; the score is there only for searches. */
export function workJson(
  work: number,
  corpus: OpenAlexCorpus,
  fields: readonly string[],
  score?: number,
): string {
  const shown = Object.fromEntries(
    fields
      .filter((name) => name in FIELDS)
      .map((name) => [name, FIELDS[name as keyof typeof FIELDS](work, corpus)]),
  );
  if (score !== undefined && fields.includes('relevance_score')) shown['relevance_score'] = score;
  const text = JSON.stringify(shown);
  if (!fields.includes('abstract_inverted_index')) return text;
  const seed = corpus.isFound(work) ? String(work) : corpus.mix(work, 24) % ABSTRACTS_OF_A_TOPIC;
  const index = corpus.hasAbstract(work)
    ? invertedAbstract(corpus.subjectOf(work), String(seed))
    : 'null';
  const comma = text === '{}' ? '' : ',';
  return `${text.slice(0, -1)}${comma}"abstract_inverted_index":${index}}`;
}

export function authorName(author: number, corpus: OpenAlexCorpus): string {
  const given = GIVEN[corpus.mix(author, 30) % GIVEN.length] ?? '';
  return `${given} ${FAMILY[corpus.mix(author, 31) % FAMILY.length] ?? ''}`;
}

export function institutionName(institution: number): string {
  return `Institute ${institution} of Applied Studies`;
}

function doiOf(work: number, corpus: OpenAlexCorpus): string | null {
  return corpus.hasDoi(work) ? `https://doi.org/10.5555/works.${work}` : null;
}

function titleOf(work: number, corpus: OpenAlexCorpus): string {
  const title = TITLES[corpus.mix(work, 25) % TITLES.length] ?? '@';
  const number = String(5 + (corpus.mix(work, 26) % 90));
  const text = title.replace('@', () => corpus.subjectOf(work)).replace('#', number);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function locationOf(work: number, corpus: OpenAlexCorpus): unknown {
  const place = corpus.mix(work, 27) % SOURCES.length;
  const is_oa = corpus.accessOf(work) !== 'closed';
  return {
    is_oa,
    landing_page_url: doiOf(work, corpus) ?? `https://journal.example.org/articles/${work}`,
    pdf_url: is_oa ? `https://repository.example.org/${work}.pdf` : null,
    source: {
      id: `${SITE}/S${4_000_000 + place}`,
      display_name: SOURCES[place],
      issn_l: `1234-567${place}`,
      issn: [`1234-567${place}`],
      is_oa,
      is_in_doaj: false,
      host_organization: `${SITE}/P${4_310_000_000 + place}`,
      host_organization_name: PUBLISHERS[place],
      type: 'journal',
    },
    license: is_oa ? 'cc-by' : null,
    version: 'publishedVersion',
    is_accepted: true,
    is_published: true,
  };
}

function authorshipOf(author: number, place: number, of: number, corpus: OpenAlexCorpus): unknown {
  const name = authorName(author, corpus);
  const institution = corpus.institutionOf(author);
  const last = place === of - 1 ? 'last' : 'middle';
  return {
    author_position: place === 0 ? 'first' : last,
    author: {
      id: `${SITE}/A${author}`,
      display_name: name,
      orcid: author % 2 === 0 ? orcidOf(author) : null,
    },
    institutions: [
      {
        id: `${SITE}/I${institution}`,
        display_name: institutionName(institution),
        ror: null,
        country_code: 'DE',
        type: 'education',
        lineage: [`${SITE}/I${institution}`],
      },
    ],
    countries: ['DE'],
    is_corresponding: place === 0,
    raw_author_name: name,
  };
}

function orcidOf(author: number): string {
  const digits = String(author).padStart(16, '0');
  return `https://orcid.org/${digits.match(/\d{4}/g)?.join('-')}`;
}

function topicOf(topic: number, place: number, corpus: OpenAlexCorpus): unknown {
  return {
    id: `${SITE}/T${topic}`,
    display_name: corpus.topicName(topic),
    score: place === 0 ? 0.98 : 0.71,
    subfield: { id: `${SITE}/subfields/2200`, display_name: 'General Subjects' },
    field: { id: `${SITE}/fields/22`, display_name: 'Engineering' },
    domain: { id: `${SITE}/domains/3`, display_name: 'Physical Sciences' },
  };
}
