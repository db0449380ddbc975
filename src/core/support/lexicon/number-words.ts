/** Cardinal numbers in words, by language: a value for each word; tens and hundreds are put together by the reader. */
const CARDINALS: Readonly<Record<string, string>> = {
  en: `zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
    fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
    sixty=60 seventy=70 eighty=80 ninety=90`,
  de: `null=0 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13
    vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40
    fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90`,
  fr: `zéro=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14
    quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60`,
  es: `cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14
    quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90`,
};

const SCALES: Readonly<Record<string, string>> = {
  en: 'hundred=100 hundreds=100 thousand=1000 million=1000000 millions=1000000 mn=1000000 billion=1000000000 billions=1000000000 bn=1000000000 trillion=1000000000000 dozen=12',
  de: 'hundert=100 tausend=1000 mio=1000000 million=1000000 millionen=1000000 mrd=1000000000 milliarde=1000000000 milliarden=1000000000 dutzend=12',
  fr: 'cent=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000 douzaine=12',
  es: 'cien=100 mil=1000 millón=1000000 millones=1000000 docena=12',
};

/** Parts of a whole: the number of equal parts. */
const PARTS: Readonly<Record<string, string>> = {
  en: 'half=2 halves=2 third=3 thirds=3 quarter=4 quarters=4 fourth=4 fourths=4 fifth=5 fifths=5 sixth=6 sixths=6 seventh=7 sevenths=7 eighth=8 eighths=8 ninth=9 ninths=9 tenth=10 tenths=10 twentieth=20 hundredth=100',
  de: 'hälfte=2 halbe=2 halber=2 halben=2 halbes=2 drittel=3 viertel=4 fünftel=5 sechstel=6 achtel=8 zehntel=10',
  fr: 'moitié=2 tiers=3 quart=4 quarts=4 cinquième=5 dixième=10',
  es: 'mitad=2 tercio=3 tercios=3 cuarto=4 cuartos=4 quinto=5 décimo=10',
};

const ORDINALS: Readonly<Record<string, string>> = {
  en: 'second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30',
  de: 'zweite=2 zweiten=2 dritte=3 dritten=3 drittes=3 vierte=4 vierten=4 viertes=4 fünfte=5 fünften=5 sechste=6 sechsten=6 siebte=7 siebten=7 achte=8 achten=8 neunte=9 neunten=9 zehnte=10 zehnten=10',
};

/** Words for a number of times. */
const MULTIPLES =
  'zweimal=2 dreimal=3 viermal=4 doppelt=2 doble=2 verdoppelt=2 dreifach=3 twice=2 double=2 doubled=2 doubles=2 doubling=2 thrice=3 triple=3 tripled=3 triples=3 trebled=3 quadruple=4 quadrupled=4 twofold=2 threefold=3 fourfold=4 fivefold=5 tenfold=10';

const table = (list: string | undefined): ReadonlyMap<string, number> =>
  new Map(
    (list ?? '')
      .split(/\s+/u)
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [word = '', value = ''] = entry.split('=');
        return [word, Number(value)];
      }),
  );

/** The number words of a language. */
export interface NumberWords {
  cardinals: ReadonlyMap<string, number>;
  scales: ReadonlyMap<string, number>;
  parts: ReadonlyMap<string, number>;
  ordinals: ReadonlyMap<string, number>;
  multiples: ReadonlyMap<string, number>;
}

const known = new Map(
  ['en', 'de', 'fr', 'es'].map((language): [string, NumberWords] => [
    language,
    {
      cardinals: table(CARDINALS[language]),
      scales: table(SCALES[language]),
      parts: table(PARTS[language]),
      ordinals: table(ORDINALS[language]),
      multiples: table(MULTIPLES),
    },
  ]),
);

const none: NumberWords = {
  cardinals: new Map(),
  scales: new Map(),
  parts: new Map(),
  ordinals: new Map(),
  multiples: new Map(),
};

/** The number words of a base language (`de`); empty tables for a language without. */
export function numberWords(language: string): NumberWords {
  return known.get(language) ?? none;
}
