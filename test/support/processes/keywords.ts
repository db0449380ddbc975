const SUBJECTS = [
  'heat pumps',
  'garden ponds',
  'cargo bikes',
  'sourdough',
  'rain barrels',
  'beehives',
];
const ASPECTS = [
  'prices',
  'repair',
  'winter care',
  'noise',
  'insurance',
  'storage',
  'beginners',
  'safety',
  'rentals',
  'tools',
];

/** Up to 60 keywords, none like another. */
export function keywordList(count: number): string[] {
  return SUBJECTS.flatMap((subject) => ASPECTS.map((aspect) => `${subject} ${aspect}`)).slice(
    0,
    count,
  );
}
