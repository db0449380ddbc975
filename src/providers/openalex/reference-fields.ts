/** Fields of a work: what a reference needs, and what decides whether it may be cited. */
export const REFERENCE_FIELDS = [
  'id',
  'doi',
  'title',
  'publication_year',
  'publication_date',
  'type',
  'language',
  'authorships',
  'primary_location',
  'open_access',
  'biblio',
  'cited_by_count',
  'is_retracted',
  'abstract_inverted_index',
] as const;
