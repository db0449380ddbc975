import type { WriteRequest } from '../article-writer.ts';
import { ArticleMaterial } from './article-material.ts';
import { chooseLanguage } from './choose-language.ts';
import { keepSubject } from './keep-subject.ts';
import { readMaterial } from './material.ts';
import { dropCopies, readVoices } from './voices.ts';
import { readSourceTables, type SourceTable } from './figures/read-source-tables.ts';

/** All that an article is made of. */
export interface PreparedMaterial {
  material: ArticleMaterial;
  language: string;
  /** Tells which sources are one voice. */
  voiceOf: (sourceId: string) => string;
  /** Tables that the sources bring, of those that tell no story of one case. */
  tables: readonly SourceTable[];
  /** What an editor should know of the choice. */
  notes: string[];
}

/** Reads the dossier: each text once, in one language, on the subject. */
export function prepareMaterial(
  request: Pick<WriteRequest, 'dossier' | 'language'>,
): PreparedMaterial {
  const distinct = dropCopies(request.dossier);
  const copies = request.dossier.sources.length - distinct.sources.length;
  const { dossier: chosen, language, notes } = chooseLanguage(distinct, request.language);
  const dossier = keepSubject(chosen, language);
  if (copies > 0)
    notes.push(
      `${copies} of ${request.dossier.sources.length} sources repeat the text of another one and count as one voice with it.`,
    );
  const material = readMaterial(dossier, language);
  return {
    material: new ArticleMaterial(material, { dossier, language }),
    language,
    voiceOf: readVoices(dossier),
    tables: dossier.sources
      .filter((source) => !material.personal.has(source.id))
      .flatMap(readSourceTables),
    notes,
  };
}
