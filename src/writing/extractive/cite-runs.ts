import type { Citation, CitedText, Paragraph } from '../../core/article.ts';
import type { ArticleMaterial } from './article-material.ts';
import type { MaterialSentence } from './material.ts';
import type { SentenceRun } from './sentence-run.ts';

/** Two sentences this alike, with equal figures, say the same. */
const SAME_STATEMENT = 0.8;
const NEGATION = /\b(?:not?|never|nor|without|cannot|hardly|rarely)\b|n['’]t\b/iu;

/** The paragraph that runs form, each sentence cited, with the items of a list behind it. */
export function citeRuns(material: ArticleMaterial, runs: readonly SentenceRun[]): Paragraph[] {
  const sentences = runs.flatMap((run) => run.sentences);
  const items = runs.flatMap((run) => run.list?.items ?? []);
  if (sentences.length === 0) return [];
  return [
    { kind: 'text', content: sentences.map((each) => cite(material, each)) },
    ...items.map((item) => ({
      kind: 'item' as const,
      content: item.map((each) => cite(material, each)),
    })),
  ];
}

/** A sentence as it stands in its source, with every source that says the same. */
export function cite(material: ArticleMaterial, sentence: MaterialSentence): CitedText {
  const citations = [citation(sentence)];
  for (const other of material.neighbours(sentence)) {
    const cited = citations.some((each) => each.sourceId === other.sourceId);
    if (!cited && saysTheSame(material, sentence, other)) citations.push(citation(other));
  }
  return { text: sentence.text, citations };
}

function citation(sentence: MaterialSentence): Citation {
  const { sourceId, passageId, start, end } = sentence;
  return { sourceId, passageId, start, end };
}

function saysTheSame(
  material: ArticleMaterial,
  left: MaterialSentence,
  right: MaterialSentence,
): boolean {
  if (material.contradict(left, right)) return false;
  if (left.numbers.length !== right.numbers.length || right.traits.unfit) return false;
  if (!left.numbers.every((number) => right.numbers.includes(number))) return false;
  if (NEGATION.test(left.text) !== NEGATION.test(right.text)) return false;
  return material.similarity(left, right) >= SAME_STATEMENT;
}
