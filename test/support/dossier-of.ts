import { createHash } from 'node:crypto';
import type { Dossier, Passage, Source } from '../../src/core/dossier.ts';
import { NO_USAGE } from '../../src/core/usage.ts';

/** A dossier of plain texts: `# Heading` lines part the passages. */
export function dossierOf(
  keyword: string,
  documents: readonly { title: string; text: string }[],
  questions: readonly string[] = [],
): Dossier {
  return {
    version: 1,
    keyword,
    slug: 'test',
    questions: [keyword, ...questions],
    sources: documents.map((document, index) => sourceOf(document, `s${index + 1}`)),
    providers: ['library'],
    createdAt: '2026-11-22T08:00:00.000Z',
    usage: NO_USAGE,
  };
}

function sourceOf({ title, text }: { title: string; text: string }, id: string): Source {
  const starts = [0, ...[...text.matchAll(/^#{1,6} /gmu)].map((match) => match.index)];
  const passages = [...new Set(starts)].flatMap((start, index, all): Passage[] => {
    const end = all[index + 1] ?? text.length;
    const heading = /^#{1,6} (.+)/u.exec(text.slice(start, end))?.[1];
    if (text.slice(start, end).trim() === '') return [];
    return [
      {
        id: `${id}p${index + 1}`,
        start,
        end,
        text: text.slice(start, end),
        ...(heading === undefined ? {} : { heading }),
        score: 1 / (index + 1),
      },
    ];
  });
  return {
    id,
    title,
    path: `${id}.md`,
    retrievedAt: '2026-11-22T08:00:00.000Z',
    sha256: createHash('sha256').update(text).digest('hex'),
    provider: 'library',
    score: 1,
    passages,
  };
}
