import type { ArticleSection, CitedText } from '../../../core/article.ts';
import { titleCase } from '../../../core/title-case.ts';
import type { PreparedMaterial } from '../prepare-material.ts';
import { readTerms } from '../terms.ts';
import { figurePhrases } from './figure-phrases.ts';
import { groupClaims, type ClaimGroup } from './group-claims.ts';
import { placeFigureLines, type TreatedSection } from './place-figure-lines.ts';
import { readClaims, type Claim } from './read-claims.ts';
import { tableParagraphs, type SourceTable } from './read-source-tables.ts';
import { shortTitles } from './short-title.ts';
import { writeFigureLine } from './write-figure-line.ts';
import { writeFiguresTable } from './write-figures-table.ts';

const MOST_TABLES = 2;
/** In a shorter article a table of figures would only say again what stands above it. */
const FEWEST_WORDS_FOR_TABLE = 450;

/**
 * Adds what the sources say in figures: lines on where they agree and differ, tables that they bring, and a table of
 * the figures found.
 */
export function addFigures(
  prepared: PreparedMaterial,
  treated: readonly TreatedSection[],
  options: { keyword: string; words: number },
): { sections: ArticleSection[]; table?: ArticleSection } {
  const { material, language, voiceOf } = prepared;
  const { keywordTerms } = material;
  const claims = readClaims(material);
  const groups = groupClaims(claims, { keywordTerms, language }, voiceOf).toSorted(
    (left, right) => right.claims.length - left.claims.length,
  );
  const phrases = figurePhrases(language);
  const titleOf = shortTitles(material.material.titles, phrases.quotes);
  const lines = groups.flatMap((group): { group: ClaimGroup; line: CitedText[] }[] => {
    const line = writeFigureLine(group, { language, keywordTerms, titleOf });
    return line.length === 0 ? [] : [{ group, line }];
  });
  const placed = placeFigureLines(treated, lines, material);
  const sections = addTables(placed, treated, prepared);
  const paragraphs = treated.flatMap(({ topics }) => topics.flatMap((topic) => topic.paragraphs));
  const rows =
    options.words < FEWEST_WORDS_FOR_TABLE
      ? []
      : writeFiguresTable(
          material,
          claims,
          groups.filter((group) => group.claims.some((claim) => isTreated(claim, paragraphs))),
          { titleOf, isTreated: (claim) => isTreated(claim, paragraphs) },
        );
  if (rows.length === 0) return { sections };
  const heading = titleCase(`${options.keyword}: ${phrases.table.heading}`, language);
  return { sections, table: { heading, paragraphs: rows } };
}

function isTreated(claim: Claim, paragraphs: readonly Claim['paragraph'][]): boolean {
  return paragraphs.includes(claim.paragraph);
}

/** Puts a source's table at the end of the section on its part of the source. */
function addTables(
  sections: readonly ArticleSection[],
  treated: readonly TreatedSection[],
  { tables, material }: PreparedMaterial,
): ArticleSection[] {
  const result = [...sections];
  const open = [...tables].toSorted((left, right) => relevance(right) - relevance(left));
  let count = 0;
  for (const table of open) {
    if (count >= MOST_TABLES) break;
    const index = treated.findIndex(
      ({ topics }, place) =>
        topics.some((topic) => topic.segments.some((segment) => isFrom(segment, table))) &&
        result[place]?.paragraphs.some((paragraph) => paragraph.kind === 'row') === false,
    );
    const section = result[index];
    if (section === undefined) continue;
    result[index] = {
      ...section,
      paragraphs: [...section.paragraphs, ...tableParagraphs(table.rows)],
    };
    count += 1;
  }
  return result;

  function relevance(table: SourceTable): number {
    const text = table.rows.flatMap((row) => row.map((cell) => cell.text)).join(' ');
    return material.relevance(readTerms(`${table.heading ?? ''} ${text}`, material.language));
  }
}

function isFrom(segment: { sourceId: string; heading?: string }, table: SourceTable): boolean {
  return segment.sourceId === table.sourceId && segment.heading === table.heading;
}
