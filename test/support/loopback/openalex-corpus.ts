import type { OpenAlexOptions } from './openalex-options.ts';
import { hashText } from './random.ts';

/** The number of a work is that of its first author, or of the search that found it, and a place below this. */
const PLACES = 1_000_000;
const FIRST_AUTHOR = 5_000_000_001;
/** From here on numbers stand for searches instead of authors. */
const FIRST_SEARCH = 6_000_000_000;
const SEARCHES = 1_000_000_000;
const AUTHORS_OF_AN_INSTITUTION = 20;
const FIRST_TOPIC = 10_000;
/** Works on a search's longest word, which other searches with that word find, too. */
const SHARED_FINDS = 2;
const TYPES = [
  'article',
  'article',
  'article',
  'article',
  'article',
  'article',
  'book-chapter',
  'preprint',
  'review',
  'dataset',
];
const LANGUAGES = ['en', 'en', 'en', 'en', 'en', 'en', 'en', 'de', 'fr', 'es'];
const ACCESS = [
  'closed',
  'closed',
  'gold',
  'green',
  'hybrid',
  'bronze',
  'gold',
  'diamond',
  'closed',
  'green',
];
const TOPICS: readonly string[] = [
  'Heat Pump Efficiency',
  'Urban Beekeeping',
  'Composting of Food Waste',
  'Sleep and Shift Work',
  'Remote Learning',
  'Coastal Erosion',
  'Battery Recycling',
  'Reading in Early Childhood',
  'Soil Carbon Storage',
  'Noise in Open Offices',
  'Bicycle Infrastructure',
  'Vaccination Campaigns',
  'Household Budgets',
  'River Restoration',
  'Solar Panels on Farmland',
  'Volunteer Fire Brigades',
];

/** A number below 2^32 from a number and a purpose, the same each time (murmur3's last mixing). */
function mixNumber(number: number, salt: number): number {
  const high = Math.floor(number / 2 ** 32);
  let mixed =
    ((number % 2 ** 32) | 0) ^ Math.imul(high + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Works that exist only as numbers: everything about one follows from its number and the seed. */
export class OpenAlexCorpus {
  readonly topics: readonly string[];
  readonly #options: OpenAlexOptions;
  readonly #sharedEvery: number;
  /** What the numbers of searches stand for. */
  readonly #queries = new Map<number, string>();

  constructor(options: OpenAlexOptions = {}) {
    this.#options = options;
    this.topics = options.topics ?? TOPICS;
    this.#sharedEvery = options.sharedEvery ?? 5;
  }

  /** All works of an author: the own ones, and those shared with the author before. */
  worksOf(author: number): number[] {
    const own = Array.from({ length: this.#owned(author) }, (_, place) => author * PLACES + place);
    const shared = Array.from({ length: this.#owned(author - 1) }, (_, place) => place)
      .filter((place) => this.#isShared(place))
      .map((place) => (author - 1) * PLACES + place);
    return [...shared, ...own];
  }

  worksOfInstitution(institution: number): number[] {
    const first = institution * AUTHORS_OF_AN_INSTITUTION;
    return Array.from({ length: AUTHORS_OF_AN_INSTITUTION }, (_, index) =>
      this.worksOf(first + index),
    ).flat();
  }

  /** The works of all authors whom a list without ids goes through. */
  everything(): number[] {
    return Array.from({ length: this.#authors }, (_, index) => FIRST_AUTHOR + index).flatMap(
      (author) => Array.from({ length: this.#owned(author) }, (_, at) => author * PLACES + at),
    );
  }

  /** What a search finds, best first. */
  find(query: string): number[] {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    const topic = words.reduce(
      (longest, word) => (word.length > longest.length ? word : longest),
      '',
    );
    const { found = 40 } = this.#options;
    const count = typeof found === 'number' ? found : found(query);
    const own = this.#search(words.join(' '));
    const general = this.#search(topic.toLowerCase());
    return Array.from({ length: count }, (_, rank) => {
      const isGeneral = rank < SHARED_FINDS && general !== own;
      return (isGeneral ? general : own) * PLACES + rank;
    });
  }

  isThere(work: number): boolean {
    const first = this.#first(work);
    return first >= FIRST_SEARCH ? this.#queries.has(first) : work % PLACES < this.#owned(first);
  }

  /** In the order of the title page. */
  authorsOf(work: number): number[] {
    const first = this.#first(work);
    if (first < FIRST_SEARCH) {
      return this.#isShared(work % PLACES) ? [first, first + 1] : [first];
    }
    const count = 1 + (this.mix(work, 1) % 3);
    const start = this.mix(work, 2) % this.#authors;
    return Array.from(
      { length: Math.min(count, this.#authors) },
      (_, index) => FIRST_AUTHOR + ((start + index) % this.#authors),
    );
  }

  institutionOf(author: number): number {
    return Math.floor(author / AUTHORS_OF_AN_INSTITUTION);
  }

  /** What a work is about: its topic, or the words of the search that found it. */
  subjectOf(work: number): string {
    return this.#queries.get(this.#first(work)) ?? this.topicName(this.topicsOf(work)[0] ?? 0);
  }

  topicsOf(work: number): number[] {
    const topic = this.mix(work, 3) % this.topics.length;
    const other = (topic + 1) % this.topics.length;
    const isWide = this.mix(work, 4) % 3 === 0 && other !== topic;
    return [topic, ...(isWide ? [other] : [])].map((place) => FIRST_TOPIC + place);
  }

  topicName(topic: number): string {
    return this.topics[topic - FIRST_TOPIC] ?? 'Other Subjects';
  }

  yearOf(work: number): number {
    return this.isFound(work) ? 2012 + (this.mix(work, 5) % 14) : 1990 + (this.mix(work, 5) % 36);
  }

  dateOf(work: number): string {
    const [month, day] = [1 + (this.mix(work, 6) % 12), 1 + (this.mix(work, 7) % 28)];
    return `${this.yearOf(work)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }

  typeOf(work: number): string {
    return wordAt(TYPES, this.mix(work, 8));
  }

  languageOf(work: number): string {
    return this.isFound(work) ? 'en' : wordAt(LANGUAGES, this.mix(work, 9));
  }

  accessOf(work: number): string {
    return wordAt(ACCESS, this.mix(work, 10));
  }

  /** Few works are cited often. */
  citedBy(work: number): number {
    return Math.floor(Math.exp((this.mix(work, 11) / 2 ** 32) * 6)) - 1;
  }

  /** The eighth work of a search always is. */
  isRetracted(work: number): boolean {
    return this.isFound(work) ? work % PLACES === 7 : this.mix(work, 12) % 50 === 0;
  }

  /** Every sixth work of a search has none. */
  hasAbstract(work: number): boolean {
    return this.isFound(work) ? (work % PLACES) % 6 !== 5 : this.mix(work, 13) % 10 !== 0;
  }

  hasDoi(work: number): boolean {
    return this.mix(work, 14) % 25 !== 0;
  }

  /** Whether a search made it, not an author. */
  isFound(work: number): boolean {
    return this.#first(work) >= FIRST_SEARCH;
  }

  mix(number: number, salt: number): number {
    return mixNumber(number, salt + 100 * (this.#options.seed ?? 0));
  }

  get #authors(): number {
    return this.#options.authors ?? 100;
  }

  #first(work: number): number {
    return Math.floor(work / PLACES);
  }

  #isShared(place: number): boolean {
    return this.#sharedEvery > 0 && place % this.#sharedEvery === this.#sharedEvery - 1;
  }

  #owned(author: number): number {
    if (author < 1 || author >= FIRST_SEARCH) return 0;
    const { works = 10 } = this.#options;
    return Math.min(PLACES, typeof works === 'number' ? works : works(author));
  }

  #search(text: string): number {
    const number = FIRST_SEARCH + (hashText(text) % SEARCHES);
    this.#queries.set(number, text);
    return number;
  }
}

function wordAt(words: readonly string[], number: number): string {
  return words[number % words.length] ?? '';
}
