import { findMonth } from '../../core/support/lexicon/calendar-words.ts';

/** What dates on papers have beside the names of prose: abbreviations, and further languages of invoices. */
const MORE = [
  'janv ene gen gennaio januari janeiro styczeń stycznia leden ledna',
  'fév févr fevr fev febbraio februari fevereiro luty lutego únor února',
  'mrz maer mär marzo maart março marzec marca březen března mrt',
  'avr abr aprile kwiecień kwietnia duben dubna',
  'magg maggio mei maio maj maja květen května mag',
  'giugno juni junho czerwiec czerwca červen června giu',
  'juil luglio juli julho lipiec lipca červenec července lug',
  'aoû ago agosto augustus augusti sierpień sierpnia srpen srpna aout',
  'settembre setembro wrzesień września září set',
  'okt out ottobre outubro październik października říjen října ott',
  'novembro listopad listopada listopadu',
  'déc dez dic dicembre dezembro grudzień grudnia prosinec prosince',
];

const more = new Map(
  MORE.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

/** 1 to 12 for the name of a month or its abbreviation, in any case, with or without its full stop. */
export function monthOf(word: string): number | undefined {
  const name = word.toLowerCase().replace(/\.$/u, '').normalize('NFC');
  return findMonth(name) ?? more.get(name);
}
