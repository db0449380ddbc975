/** Units by the name that the check compares, each with its spellings (lower case, words parted by a space). */
const SPELLINGS = `
percent: %|percent|per cent|prozent|pour cent|por ciento|pct
percentage-point: percentage point|percentage points|point|points|pp|prozentpunkt|prozentpunkte|points de pourcentage|puntos porcentuales
permille: ‰|per mille|promille
eur: €|euro|euros|eur
usd: $|us $|dollar|dollars|usd|us dollars|us dollar|dólares|dólar
gbp: £|pound sterling|pounds sterling|gbp|sterling
pound: pound|pounds
lb: lb|lbs|pfund
yen: ¥|yen|jpy
chf: chf|swiss franc|swiss francs|franken|schweizer franken
franc: franc|francs
crown: crown|crowns|krone|kroner|kronor|krona|sek|nok|dkk|koruna
peso: peso|pesos
rupee: rupee|rupees|inr|₹
cent: cent|cents|¢
pence: pence|penny|pennies
millisecond: ms|millisecond|milliseconds|millisekunden
second: s|sec|secs|second|seconds|sekunde|sekunden|seconde|secondes|segundo|segundos
minute: min|mins|minute|minutes|minuten|minuto|minutos
hour: h|hr|hrs|hour|hours|stunde|stunden|std|heure|heures|hora|horas
day: day|days|tag|tage|tagen|jour|jours|día|días
week: week|weeks|wk|wks|woche|wochen|semaine|semaines|semana|semanas
fortnight: fortnight|fortnights
month: month|months|monat|monate|monaten|mois|mes|meses
quarter: quarter|quarters|quartal|quartale|trimestre|trimestres
year: year|years|yr|yrs|jahr|jahre|jahren|an|ans|année|années|año|años
decade: decade|decades|jahrzehnt|jahrzehnte|décennie|décennies|década|décadas
century: century|centuries|jahrhundert|jahrhunderte|siècle|siècles|siglo|siglos
night: night|nights
millimetre: mm|millimetre|millimetres|millimeter|millimeters|millimètre|millimètres|milímetro|milímetros
centimetre: cm|centimetre|centimetres|centimeter|centimeters|zentimeter|centimètre|centimètres|centímetro|centímetros
metre: m|metre|metres|meter|meters|metern|mètre|mètres|metro|metros
kilometre: km|kilometre|kilometres|kilometer|kilometers|kilometern|kilomètre|kilomètres|kilómetro|kilómetros|kms
micrometre: µm|μm|micrometre|micrometres|micrometer|micron|microns
nanometre: nm|nanometre|nanometres|nanometer|nanometers
inch: inch|inches|zoll|pouce|pouces|pulgada|pulgadas
foot: ft|foot|feet|fuß|pied|pieds
yard: yard|yards|yd
mile: mile|miles|mi|meile|meilen|mille|milles|milla|millas
nautical-mile: nautical mile|nautical miles
square-metre: m²|m ²|m 2|sq m|sqm|square metre|square metres|square meter|square meters|quadratmeter|mètres carrés|metros cuadrados
square-foot: sq ft|square foot|square feet
square-kilometre: km²|km ²|square kilometre|square kilometres|square kilometer|square kilometers|quadratkilometer
hectare: ha|hectare|hectares|hektar|hectárea|hectáreas
acre: acre|acres
cubic-metre: m³|m ³|m 3|cubic metre|cubic metres|cubic meter|cubic meters|kubikmeter|mètres cubes|metros cúbicos
litre: l|litre|litres|liter|liters|litern|litro|litros
millilitre: ml|millilitre|millilitres|milliliter|milliliters|mililitro|mililitros
centilitre: cl|centilitre|centilitres|centiliter
gallon: gallon|gallons|gal
pint: pint|pints
ounce: oz|ounce|ounces
cup: cup|cups
tablespoon: tbsp|tablespoon|tablespoons
teaspoon: tsp|teaspoon|teaspoons
gram: g|gram|grams|gramme|grammes|gramm|gramo|gramos
milligram: mg|milligram|milligrams|milligramme|milligrammes|milligramm|miligramos
microgram: µg|μg|mcg|microgram|micrograms
kilogram: kg|kilogram|kilograms|kilo|kilos|kilogramm|kilogramme|kilogrammes|kilogramo|kilogramos
tonne: t|tonne|tonnes|ton|tons|metric tons|metric tonnes|tonnen|tonelada|toneladas
stone: stone
watt: w|watt|watts|vatios
kilowatt: kw|kilowatt|kilowatts|kilovatios
megawatt: mw|megawatt|megawatts
gigawatt: gw|gigawatt|gigawatts
watt-hour: wh|watt hour|watt hours|wattstunden
kilowatt-hour: kwh|kilowatt hour|kilowatt hours|kilowattstunde|kilowattstunden|kilowattheures|kw h
megawatt-hour: mwh|megawatt hour|megawatt hours|megawattstunden
gigawatt-hour: gwh|gigawatt hour|gigawatt hours
terawatt-hour: twh|terawatt hour|terawatt hours
kilowatt-peak: kwp|kilowatt peak
joule: joule|joules
kilojoule: kj|kilojoule|kilojoules
megajoule: mj|megajoule|megajoules
calorie: calorie|calories|cal
kilocalorie: kcal|kilocalorie|kilocalories
volt: v|volt|volts
kilovolt: kv|kilovolt|kilovolts
ampere: amp|amps|ampere|amperes
amp-hour: ah|amp hour|amp hours
hertz: hz|hertz
kilohertz: khz|kilohertz
megahertz: mhz|megahertz
gigahertz: ghz|gigahertz
celsius: ° c|°c|℃|degrees celsius|degree celsius|celsius|grad celsius|degrees centigrade|degrés celsius|grados celsius
fahrenheit: ° f|°f|℉|degrees fahrenheit|degree fahrenheit|fahrenheit
kelvin: kelvin|k
degree: °|degree|degrees|grad|degré|degrés|grado|grados
kilometre-per-hour: km / h|km h|kph|kmh|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|stundenkilometer
mile-per-hour: mph|miles per hour|miles an hour
metre-per-second: m / s|metres per second|meters per second
knot: knot|knots
bar: bar|bars
pascal: pascal|pascals|pa
hectopascal: hpa|hectopascal|hectopascals
kilopascal: kpa|kilopascal|kilopascals
psi: psi
newton: newton|newtons
lumen: lumen|lumens|lm
lux: lux
decibel: db|decibel|decibels|dezibel
bit: bit|bits
byte: byte|bytes
kilobyte: kb|kilobyte|kilobytes
megabyte: mb|megabyte|megabytes
gigabyte: gb|gigabyte|gigabytes
terabyte: tb|terabyte|terabytes
megabit: mbit|megabit|megabits
gigabit: gbit|gigabit|gigabits
megapixel: mp|megapixel|megapixels
pixel: px|pixel|pixels
times: times|x|×|fold|mal|fois|veces
ppm: ppm|parts per million
horsepower: hp|horsepower|ps|bhp
`;

/** Units that may be told by another's name: `degrees` may be Celsius or Fahrenheit. */
const COMPATIBLE = new Set(
  ['degree celsius', 'degree fahrenheit', 'pound gbp', 'pound lb', 'franc chf'].flatMap((pair) => [
    pair,
    pair.split(' ').toReversed().join(' '),
  ]),
);

/** Periods that a rate may be told for, from the words of a rate: `a year`, `annually`, `monthly`. */
export const RATE_WORDS: ReadonlyMap<string, string> = new Map([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['nightly', 'night'],
  ['weekly', 'week'],
  ['fortnightly', 'fortnight'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annual', 'year'],
  ['annually', 'year'],
  ['jährlich', 'year'],
  ['monatlich', 'month'],
  ['wöchentlich', 'week'],
  ['täglich', 'day'],
]);

const units = new Map<string, string>();
for (const line of SPELLINGS.trim().split('\n')) {
  const [name = '', list = ''] = line.split(/:\s(.*)/su);
  for (const spelling of list.split('|')) units.set(spelling, name);
}

/** The unit of a spelling in lower case, words and signs parted by one space; undefined for all else. */
export function findUnit(spelling: string): string | undefined {
  return units.get(spelling);
}

/** True for two units that may be one; a missing unit goes with each. */
export function areUnitsAlike(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined || left === right) return true;
  return COMPATIBLE.has(`${left} ${right}`);
}

/** Currencies whose hundredth part is called a cent. */
const HUNDREDS: ReadonlySet<string | undefined> = new Set(['eur', 'usd']);

/** Units that are an exact number of another: days are weeks, but months are no weeks. */
const MULTIPLES: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  second: ['second', 1],
  minute: ['second', 60],
  hour: ['second', 3600],
  day: ['second', 86_400],
  week: ['second', 604_800],
  fortnight: ['second', 1_209_600],
  month: ['month', 1],
  quarter: ['month', 3],
  year: ['month', 12],
  decade: ['month', 120],
  century: ['month', 1200],
  pence: ['gbp', 0.01],
  gbp: ['gbp', 1],
  millimetre: ['metre', 0.001],
  centimetre: ['metre', 0.01],
  metre: ['metre', 1],
  kilometre: ['metre', 1000],
  milligram: ['gram', 0.001],
  gram: ['gram', 1],
  kilogram: ['gram', 1000],
  tonne: ['gram', 1_000_000],
  millilitre: ['litre', 0.001],
  centilitre: ['litre', 0.01],
  litre: ['litre', 1],
  watt: ['watt', 1],
  kilowatt: ['watt', 1000],
  megawatt: ['watt', 1_000_000],
  gigawatt: ['watt', 1_000_000_000],
  'watt-hour': ['watt-hour', 1],
  'kilowatt-hour': ['watt-hour', 1000],
  'megawatt-hour': ['watt-hour', 1_000_000],
  'gigawatt-hour': ['watt-hour', 1_000_000_000],
};

/** What one unit is in another where that is exact by definition (1 week is 7 days); undefined for all else. */
export function exactFactor(from: string | undefined, to: string | undefined): number | undefined {
  if (from === 'cent' && HUNDREDS.has(to)) return 0.01;
  if (to === 'cent' && HUNDREDS.has(from)) return 100;
  const [base, factor] = MULTIPLES[from ?? ''] ?? [];
  const [otherBase, otherFactor] = MULTIPLES[to ?? ''] ?? [];
  if (base === undefined || base !== otherBase || factor === undefined || otherFactor === undefined)
    return undefined;
  return factor / otherFactor;
}

const PERIODS = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]);

/** True for a unit of time. */
export function isPeriod(unit: string | undefined): boolean {
  return unit !== undefined && PERIODS.has(unit);
}

const KINDS: readonly (readonly string[])[] = [
  [...PERIODS, 'millisecond'],
  `millimetre centimetre metre kilometre micrometre nanometre inch foot yard mile nautical-mile square-metre square-foot square-kilometre hectare acre cubic-metre`.split(
    ' ',
  ),
  `litre millilitre centilitre gallon pint ounce cup tablespoon teaspoon gram milligram microgram kilogram tonne lb stone cubic-metre pound`.split(
    ' ',
  ),
  `eur usd gbp pound yen chf franc crown peso rupee cent pence`.split(' '),
  `percent percentage-point permille`.split(' '),
];
const kindsOf = new Map<string, number[]>();
for (const [kind, units] of KINDS.entries())
  for (const unit of units) kindsOf.set(unit, [...(kindsOf.get(unit) ?? []), kind]);

/** False where both units are known to measure things of another kind: pounds sterling and years. */
export function mayBeMistaken(left: string | undefined, right: string | undefined): boolean {
  const mine = kindsOf.get(left ?? '');
  const theirs = kindsOf.get(right ?? '');
  if (mine === undefined || theirs === undefined) return left !== 'times' && right !== 'times';
  return mine.some((kind) => theirs.includes(kind));
}
