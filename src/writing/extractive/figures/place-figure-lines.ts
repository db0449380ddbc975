import type { ArticleSection, CitedText, Paragraph } from '../../../core/article.ts';
import type { ArticleMaterial } from '../article-material.ts';
import type { Topic } from '../cluster-topics.ts';
import type { ClaimGroup } from './group-claims.ts';
import type { Claim } from './read-claims.ts';

/** A section with the topics that it treats. */
export interface TreatedSection {
  section: ArticleSection;
  topics: readonly Topic[];
}

const MOST_IN_SECTION = 2;
const MOST = 8;

/** Puts each line on figures behind the paragraph that has one of them, else at the end of the section on its topic. */
export function placeFigureLines(
  treated: readonly TreatedSection[],
  lines: readonly { group: ClaimGroup; line: readonly CitedText[] }[],
  material: ArticleMaterial,
): ArticleSection[] {
  const result = treated.map(({ section, topics }) => ({ section, topics, count: 0 }));
  let total = 0;
  for (const { group, line } of lines) {
    if (total >= MOST) break;
    let best: { at: (typeof result)[number]; index: number; value: number } | undefined;
    for (const each of result) {
      if (each.count >= MOST_IN_SECTION) continue;
      const place = placeIn(each.section.paragraphs, each.topics, group.claims, material);
      if (place !== undefined && place.value > (best?.value ?? 0)) best = { at: each, ...place };
    }
    if (best === undefined) continue;
    const paragraph: Paragraph = { kind: 'text', content: line };
    best.at.section = {
      ...best.at.section,
      paragraphs: best.at.section.paragraphs.toSpliced(best.index, 0, paragraph),
    };
    best.at.count += 1;
    total += 1;
  }
  return result.map(({ section }) => section);
}

function placeIn(
  paragraphs: readonly Paragraph[],
  topics: readonly Topic[],
  claims: readonly Claim[],
  material: ArticleMaterial,
): { index: number; value: number } | undefined {
  const places = claims.map((claim) =>
    paragraphs.findIndex(
      ({ kind, content }) => kind === 'text' && content.some((each) => cites(each, claim)),
    ),
  );
  const printed = places.filter((place) => place >= 0);
  const last = Math.max(-1, ...printed);
  if (last >= 0) return { index: behindList(paragraphs, last), value: 1 + printed.length };
  // Nothing of it is printed: only where most of the sources' own parts on it belong to the section.
  const own = claims.filter((claim) =>
    topics.some((topic) => {
      const segment = material.segment(claim.paragraph);
      return segment !== undefined && topic.segments.includes(segment);
    }),
  );
  if (own.length * 2 <= claims.length) return undefined;
  return { index: endOfText(paragraphs), value: own.length / claims.length };
}

function cites(text: CitedText, { sentence }: Claim): boolean {
  const [first] = text.citations;
  return first?.sourceId === sentence.sourceId && first.start === sentence.start;
}

/** The items below a paragraph belong to it. */
function behindList(paragraphs: readonly Paragraph[], index: number): number {
  let next = index + 1;
  while (paragraphs[next]?.kind === 'item') next += 1;
  return next;
}

/** Before a table or quotation that closes the section. */
function endOfText(paragraphs: readonly Paragraph[]): number {
  let end = paragraphs.length;
  while (end > 0 && (paragraphs[end - 1]?.kind === 'row' || paragraphs[end - 1]?.kind === 'quote'))
    end -= 1;
  return end;
}
