/** What a unit measures, and how many of the base unit it is; two units of one dimension can be compared. */
export interface Unit {
  dimension: string;
  factor: number;
}

const HOUR = 1;
const DAY = 24;
const MONTH = 730.5;
const YEAR = 8766;

/** Names of units in the languages that the writer knows, in lower case: `dimension factor: names`. */
const NAMES: readonly (readonly [dimension: string, factor: number, names: string])[] = [
  ['time', HOUR / 3600, 'second seconds sekunde sekunden seconde secondes segundo segundos 秒'],
  [
    'time',
    HOUR / 60,
    'minute minutes min minuten minuto minutos minuti minuut minuta minuty minut 分 分钟 分鐘 دقيقة دقائق',
  ],
  [
    'time',
    HOUR,
    'hour hours stunde stunden heure heures hora horas ora ore uur uren godzina godziny godzin 時間 小时 小時 ساعة ساعات',
  ],
  [
    'time',
    DAY,
    'day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dzień dni 日 日間 天 يوم أيام',
  ],
  ['workday', 1, 'working_day working_days arbeitstag arbeitstage arbeitstagen'],
  [
    'time',
    7 * DAY,
    'week weeks woche wochen semaine semaines semana semanas settimana settimane weken tydzień tygodnie tygodni 週間 周 أسبوع أسابيع',
  ],
  [
    'time',
    MONTH,
    'month months monat monate monaten mois mes meses mese mesi mês maand maanden miesiąc miesiące miesięcy か月 ヶ月 カ月 个月 شهر أشهر',
  ],
  [
    'time',
    YEAR,
    'year years jahr jahre jahren an ans année années año años anno anni ano anos jaar rok roku lata lat 年 年間 سنة سنوات عام أعوام',
  ],
  [
    'share',
    1,
    '% percent percentage prozent pour_cent por_ciento por_cento per_cento procent パーセント ٪ بالمئة',
  ],
  [
    'celsius',
    1,
    '°c degrees_celsius degree_celsius grad grad_celsius degrés degré grados gradi graus stopni 度 degree degrees',
  ],
  ['fahrenheit', 1, '°f degrees_fahrenheit'],
  ['power', 1, 'w watt watts'],
  ['power', 1000, 'kw kilowatt kilowatts'],
  ['energy', 1, 'wh watt_hour watt_hours wattstunden wattstunde'],
  [
    'energy',
    1000,
    'kwh kilowatt_hour kilowatt_hours kilowattstunde kilowattstunden kilowattheure kilowattheures kilovatios_hora',
  ],
  ['length', 0.001, 'mm millimetre millimetres millimeter millimeters millimètres milímetros'],
  [
    'length',
    0.01,
    'cm centimetre centimetres centimeter centimeters zentimeter centimètres centimètre centímetros',
  ],
  ['length', 1, 'm metre metres meter meters metern mètre mètres metro metros metri'],
  [
    'length',
    1000,
    'km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetros kilometro',
  ],
  ['length', 1609.3, 'mile miles'],
  [
    'area',
    1,
    'm² square_metre square_metres square_meter square_meters quadratmeter quadratmetern mètres_carrés metros_cuadrados',
  ],
  ['volume', 1, 'l litre litres liter liters litern litro litros litri'],
  [
    'volume',
    1000,
    'm³ cubic_metre cubic_metres cubic_meter cubic_meters kubikmeter mètres_cubes metros_cúbicos',
  ],
  ['mass', 0.001, 'g gram grams gramm gramme grammes gramo gramos'],
  ['mass', 1, 'kg kilogram kilograms kilogramm kilo kilos kilogramme kilogrammes kilogramos'],
  ['sound', 1, 'db decibel decibels dezibel décibels décibel decibelios decibel'],
  ['voltage', 1, 'v volt volts'],
  ['current', 1, 'a ampere amperes ampère ampères'],
  ['euro', 1, '€ euro euros eur'],
  ['dollar', 1, '$ dollar dollars usd'],
  ['pound', 1, '£ pound_sterling gbp'],
  ['yen', 1, '¥ 円 元'],
  ['cent', 1, 'cent cents'],
  [
    'cycle',
    1,
    'cycle cycles charge_cycles full_cycles full_charge_cycles zyklen ladezyklen vollzyklen cycles_de_charge ciclos ciclos_de_carga',
  ],
];

const UNITS: ReadonlyMap<string, Unit> = new Map(
  NAMES.flatMap(([dimension, factor, names]) =>
    names.split(' ').map((name) => [name.replaceAll('_', ' '), { dimension, factor }] as const),
  ),
);

/** The unit of that name, `-` read as a space; undefined for words that are no unit. */
export function unitOf(name: string): Unit | undefined {
  return UNITS.get(name.toLowerCase().replaceAll('-', ' '));
}
