import type { Dossier, Source } from '../../core/dossier.ts';

/** A source of which this share stands word for word in another one is a copy of it. */
const COPY_SHARE = 0.7;
const SHORTEST_SENTENCE = 25;
const MOST_CHARACTERS = 200_000;

/** The dossier with each text once: copies of a page at other addresses are left out, the first of them stays. */
export function dropCopies(dossier: Dossier): Dossier {
  const kept: { source: Source; sentences: ReadonlySet<string> }[] = [];
  for (const source of dossier.sources) {
    const sentences = sentencesOf(source);
    const copy = kept.some(
      (known) => known.source.sha256 === source.sha256 || isCopy(sentences, known.sentences),
    );
    if (!copy) kept.push({ source, sentences });
  }
  if (kept.length === dossier.sources.length) return dossier;
  return { ...dossier, sources: kept.map(({ source }) => source) };
}

/** Tells which sources are one voice: of one author, or of one host where no author is named. */
export function readVoices(dossier: Dossier): (sourceId: string) => string {
  const voices = new Map(dossier.sources.map((source) => [source.id, voiceOf(source)]));
  return (sourceId) => voices.get(sourceId) ?? sourceId;
}

function voiceOf(source: Source): string {
  const author = source.author
    ?.normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  if (author !== undefined && author !== '') return `by ${author}`;
  const host =
    source.url === undefined || !URL.canParse(source.url) ? '' : new URL(source.url).host;
  return host === '' ? source.id : `at ${host.replace(/^www\./u, '')}`;
}

function isCopy(sentences: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  if (sentences.size === 0) return false;
  let shared = 0;
  for (const sentence of sentences) if (known.has(sentence)) shared += 1;
  return shared >= sentences.size * COPY_SHARE;
}

function sentencesOf(source: Source): ReadonlySet<string> {
  const text = source.passages
    .map((passage) => passage.text)
    .join('\n')
    .slice(0, MOST_CHARACTERS);
  const sentences = text.split(/[.!?。！？\n]/u).map((sentence) =>
    sentence
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return new Set(sentences.filter((sentence) => sentence.length >= SHORTEST_SENTENCE));
}
