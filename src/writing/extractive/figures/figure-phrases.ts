/**
 * The fixed words around figures and quotations. `{about}` is empty or what is measured, in brackets; `{list}` begins
 * with what the first source says. Grammar is kept so simple that every figure and title fits.
 */
export interface FigurePhrases {
  differ: string;
  agree: string;
  about: string;
  /** One source by its title. */
  says: string;
  /** What ends a sentence and parts it from the next. */
  stop: string;
  /** Quotation marks around titles. */
  quotes: readonly [open: string, close: string];
  table: { heading: string; measured: string; figure: string; source: string };
  keyFacts: string;
}

const PHRASES: Readonly<Record<string, FigurePhrases>> = {
  en: {
    differ: 'Different figures are reported{about}: {list}',
    agree: 'The same figure is given{about}: {list}',
    about: ' ({words})',
    says: '{source} says {figure}',
    stop: '.',
    quotes: ['“', '”'],
    table: {
      heading: 'Figures at a Glance',
      measured: 'What is measured',
      figure: 'Figure',
      source: 'Source',
    },
    keyFacts: 'Key Facts',
  },
  de: {
    differ: 'Die Quellen sind sich hier nicht einig{about}: {list}',
    agree: 'Mehrfach derselbe Wert{about}: {list}',
    about: ' ({words})',
    says: '{source} nennt {figure}',
    stop: '.',
    quotes: ['„', '“'],
    table: {
      heading: 'Zahlen auf einen Blick',
      measured: 'Was gemessen wird',
      figure: 'Wert',
      source: 'Quelle',
    },
    keyFacts: 'Das Wichtigste in Kürze',
  },
  fr: {
    differ: 'Les sources divergent sur ce point{about} : {list}',
    agree: 'Le même chiffre se retrouve{about} : {list}',
    about: ' ({words})',
    says: '{source} indique {figure}',
    stop: '.',
    quotes: ['« ', ' »'],
    table: {
      heading: 'Les chiffres en bref',
      measured: 'Ce qui est mesuré',
      figure: 'Chiffre',
      source: 'Source',
    },
    keyFacts: 'L’essentiel',
  },
  es: {
    differ: 'Las fuentes no coinciden en este punto{about}: {list}',
    agree: 'La misma cifra se repite{about}: {list}',
    about: ' ({words})',
    says: '{source} indica {figure}',
    stop: '.',
    quotes: ['«', '»'],
    table: {
      heading: 'Las cifras de un vistazo',
      measured: 'Qué se mide',
      figure: 'Cifra',
      source: 'Fuente',
    },
    keyFacts: 'Lo esencial',
  },
  pt: {
    differ: 'As fontes divergem neste ponto{about}: {list}',
    agree: 'O mesmo valor repete-se{about}: {list}',
    about: ' ({words})',
    says: '{source} indica {figure}',
    stop: '.',
    quotes: ['“', '”'],
    table: {
      heading: 'Os números num relance',
      measured: 'O que é medido',
      figure: 'Valor',
      source: 'Fonte',
    },
    keyFacts: 'O essencial',
  },
  it: {
    differ: 'Le fonti non concordano su questo punto{about}: {list}',
    agree: 'Lo stesso valore si ripete{about}: {list}',
    about: ' ({words})',
    says: '{source} indica {figure}',
    stop: '.',
    quotes: ['«', '»'],
    table: {
      heading: 'I numeri in breve',
      measured: 'Che cosa si misura',
      figure: 'Valore',
      source: 'Fonte',
    },
    keyFacts: 'In breve',
  },
  nl: {
    differ: 'De bronnen verschillen hierover{about}: {list}',
    agree: 'Hetzelfde getal komt meer dan eens voor{about}: {list}',
    about: ' ({words})',
    says: '{source} noemt {figure}',
    stop: '.',
    quotes: ['“', '”'],
    table: {
      heading: 'Cijfers in één oogopslag',
      measured: 'Wat wordt gemeten',
      figure: 'Getal',
      source: 'Bron',
    },
    keyFacts: 'Het belangrijkste',
  },
  pl: {
    differ: 'Źródła różnią się w tej kwestii{about}: {list}',
    agree: 'Źródła podają tę samą wartość{about}: {list}',
    about: ' ({words})',
    says: '{source} podaje {figure}',
    stop: '.',
    quotes: ['„', '”'],
    table: {
      heading: 'Liczby w skrócie',
      measured: 'Co zmierzono',
      figure: 'Wartość',
      source: 'Źródło',
    },
    keyFacts: 'Najważniejsze fakty',
  },
  ja: {
    differ: 'この点では出典により数値が異なります{about}：{list}',
    agree: '同じ数値が示されています{about}：{list}',
    about: '（{words}）',
    says: '{source}は{figure}',
    stop: '。',
    quotes: ['「', '」'],
    table: { heading: '数値一覧', measured: '項目', figure: '数値', source: '出典' },
    keyFacts: '要点',
  },
  zh: {
    differ: '各来源对此说法不一{about}：{list}',
    agree: '数值相同{about}：{list}',
    about: '（{words}）',
    says: '{source}为{figure}',
    stop: '。',
    quotes: ['“', '”'],
    table: { heading: '数据一览', measured: '项目', figure: '数值', source: '来源' },
    keyFacts: '要点',
  },
  ar: {
    differ: 'تختلف المصادر في هذه النقطة{about}: {list}',
    agree: 'تذكر عدة مصادر القيمة نفسها{about}: {list}',
    about: ' ({words})',
    says: '{source}: {figure}',
    stop: '.',
    quotes: ['«', '»'],
    table: { heading: 'الأرقام باختصار', measured: 'ما يُقاس', figure: 'القيمة', source: 'المصدر' },
    keyFacts: 'أهم الحقائق',
  },
};

/** The words in a language; English for languages that have none. */
export function figurePhrases(language: string): FigurePhrases {
  const base = language.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
  const known = Object.hasOwn(PHRASES, base) ? PHRASES[base] : undefined;
  return known ?? (PHRASES['en'] as FigurePhrases);
}

/** The phrase with its `{name}` parts filled in. */
export function fill(phrase: string, parts: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (whole, name: string) => parts[name] ?? whole);
}
