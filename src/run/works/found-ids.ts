import { type IdentifierKind, readIdentifier } from '../../core/works/read-identifier.ts';
import { jsonField } from '../../core/json-field.ts';
import type { RawWork } from '../../core/works/read-work.ts';

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const VALUES: Readonly<Record<IdentifierKind, (work: RawWork) => readonly unknown[]>> = {
  author: (work) =>
    list(work['authorships']).map((authorship) => jsonField(jsonField(authorship, 'author'), 'id')),
  institution: (work) =>
    list(work['authorships'])
      .flatMap((authorship) => list(jsonField(authorship, 'institutions')))
      .map((institution) => jsonField(institution, 'id')),
  doi: (work) => [work['doi']],
  work: (work) => [work['id']],
  topic: (work) => [
    jsonField(work['primary_topic'], 'id'),
    ...list(work['topics']).map((topic) => jsonField(topic, 'id')),
  ],
};

/** The field of a work that tells which identifiers it was found by. */
export const TELLING_FIELD: Readonly<Record<IdentifierKind, string>> = {
  author: 'authorships',
  institution: 'authorships',
  doi: 'doi',
  work: 'id',
  topic: 'topics',
};

/** The identifiers of a kind that a work was found by, in their normal form. */
export function idsOfWork(work: RawWork, kind: IdentifierKind): string[] {
  return VALUES[kind](work).flatMap((value) => {
    const id = typeof value === 'string' ? readIdentifier(value) : undefined;
    return id?.kind === kind ? [id.value] : [];
  });
}
