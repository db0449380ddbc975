const MONTHS = [
  'january jan januar jänner janvier enero',
  'february feb februar février febrero',
  'march mar märz mars marzo',
  'april apr avril abril',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet julio',
  'august aug août agosto',
  'september sep sept septembre septiembre',
  'october oct oktober octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember décembre diciembre',
];
const months = new Map(
  MONTHS.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

/** 1 to 12 for the name of a month in English, German, French or Spanish, lower case. */
export function findMonth(word: string): number | undefined {
  return months.get(word);
}

const WEEKDAYS =
  'monday tuesday wednesday thursday friday saturday sunday|montag dienstag mittwoch donnerstag freitag samstag sonntag|lundi mardi mercredi jeudi vendredi samedi dimanche|lunes martes miércoles jueves viernes sábado domingo';
const weekdays = new Map(
  WEEKDAYS.split('|').flatMap((names) =>
    names.split(' ').flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [`${name}s`, index + 1],
    ]),
  ),
);

/** 1 (Monday) to 7 for the name of a day, singular or plural. */
export function findWeekday(word: string): number | undefined {
  return weekdays.get(word);
}

const SEASONS = [
  'spring springtime frühling frühjahr printemps primavera',
  'summer summertime summers sommer été verano',
  'autumn fall herbst automne otoño',
  'winter wintertime winters hiver invierno',
];
const seasons = new Map(
  SEASONS.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

/** 1 (spring) to 4 (winter); `fall` is one only where the text says so (the caller decides). */
export function findSeason(word: string): number | undefined {
  return seasons.get(word);
}
