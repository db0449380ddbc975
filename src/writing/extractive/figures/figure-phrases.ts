/**
 * The fixed words around figures and quotations. `{about}` is empty or what is measured, in brackets; `{list}` holds
 * what each source says. Grammar is kept so simple that every figure and title fits.
 */
export interface FigurePhrases {
  differ: string;
  agree: string;
  about: string;
  /** One source by its title. */
  says: string;
  /** Several sources, and one, in a list by figures. */
  severalSay: string;
  oneSays: string;
  /** Number words for 2 to 6 sources. */
  counts: readonly string[];
  separator: string;
  /** Quotation marks around titles. */
  quotes: readonly [open: string, close: string];
  table: { heading: string; measured: string; figure: string; source: string };
  keyFacts: string;
  /** A comparison by kind of figure; the names of dimensions. */
  aspect: string;
}

const PHRASES: Readonly<Record<string, FigurePhrases>> = {
  en: {
    differ: 'Sources differ on this{about}: {list}.',
    agree: '{count} sources give the same figure{about}: {figure}.',
    about: ' ({words})',
    says: '{source} says {figure}',
    severalSay: '{count} say {figure}',
    oneSays: 'one says {figure}',
    counts: ['two', 'three', 'four', 'five', 'six'],
    separator: ', ',
    quotes: ['“', '”'],
    table: {
      heading: 'Figures at a Glance',
      measured: 'What is measured',
      figure: 'Figure',
      source: 'Source',
    },
    keyFacts: 'Key Facts',
    aspect: 'Aspect',
  },
  de: {
    differ: 'Die Quellen sind sich hier nicht einig{about}: {list}.',
    agree: '{count} Quellen nennen denselben Wert{about}: {figure}.',
    about: ' ({words})',
    says: '{source} nennt {figure}',
    severalSay: '{count} nennen {figure}',
    oneSays: 'eine nennt {figure}',
    counts: ['zwei', 'drei', 'vier', 'fünf', 'sechs'],
    separator: ', ',
    quotes: ['„', '“'],
    table: {
      heading: 'Zahlen auf einen Blick',
      measured: 'Was gemessen wird',
      figure: 'Wert',
      source: 'Quelle',
    },
    keyFacts: 'Das Wichtigste in Kürze',
    aspect: 'Aspekt',
  },
  fr: {
    differ: 'Les sources divergent sur ce point{about} : {list}.',
    agree: '{count} sources donnent le même chiffre{about} : {figure}.',
    about: ' ({words})',
    says: '{source} indique {figure}',
    severalSay: '{count} indiquent {figure}',
    oneSays: 'une indique {figure}',
    counts: ['deux', 'trois', 'quatre', 'cinq', 'six'],
    separator: ', ',
    quotes: ['« ', ' »'],
    table: {
      heading: 'Les chiffres en bref',
      measured: 'Ce qui est mesuré',
      figure: 'Chiffre',
      source: 'Source',
    },
    keyFacts: 'L’essentiel',
    aspect: 'Aspect',
  },
  es: {
    differ: 'Las fuentes no coinciden en este punto{about}: {list}.',
    agree: '{count} fuentes dan la misma cifra{about}: {figure}.',
    about: ' ({words})',
    says: '{source} indica {figure}',
    severalSay: '{count} indican {figure}',
    oneSays: 'una indica {figure}',
    counts: ['dos', 'tres', 'cuatro', 'cinco', 'seis'],
    separator: ', ',
    quotes: ['«', '»'],
    table: {
      heading: 'Las cifras de un vistazo',
      measured: 'Qué se mide',
      figure: 'Cifra',
      source: 'Fuente',
    },
    keyFacts: 'Lo esencial',
    aspect: 'Aspecto',
  },
  pt: {
    differ: 'As fontes divergem neste ponto{about}: {list}.',
    agree: '{count} fontes dão o mesmo valor{about}: {figure}.',
    about: ' ({words})',
    says: '{source} indica {figure}',
    severalSay: '{count} indicam {figure}',
    oneSays: 'uma indica {figure}',
    counts: ['duas', 'três', 'quatro', 'cinco', 'seis'],
    separator: ', ',
    quotes: ['“', '”'],
    table: {
      heading: 'Os números num relance',
      measured: 'O que é medido',
      figure: 'Valor',
      source: 'Fonte',
    },
    keyFacts: 'O essencial',
    aspect: 'Aspeto',
  },
  it: {
    differ: 'Le fonti non concordano su questo punto{about}: {list}.',
    agree: '{count} fonti danno lo stesso valore{about}: {figure}.',
    about: ' ({words})',
    says: '{source} indica {figure}',
    severalSay: '{count} indicano {figure}',
    oneSays: 'una indica {figure}',
    counts: ['due', 'tre', 'quattro', 'cinque', 'sei'],
    separator: ', ',
    quotes: ['«', '»'],
    table: {
      heading: 'I numeri in breve',
      measured: 'Che cosa si misura',
      figure: 'Valore',
      source: 'Fonte',
    },
    keyFacts: 'In breve',
    aspect: 'Aspetto',
  },
  nl: {
    differ: 'De bronnen verschillen hierover{about}: {list}.',
    agree: '{count} bronnen noemen hetzelfde getal{about}: {figure}.',
    about: ' ({words})',
    says: '{source} noemt {figure}',
    severalSay: '{count} noemen {figure}',
    oneSays: 'één noemt {figure}',
    counts: ['twee', 'drie', 'vier', 'vijf', 'zes'],
    separator: ', ',
    quotes: ['“', '”'],
    table: {
      heading: 'Cijfers in één oogopslag',
      measured: 'Wat wordt gemeten',
      figure: 'Getal',
      source: 'Bron',
    },
    keyFacts: 'Het belangrijkste',
    aspect: 'Aspect',
  },
  pl: {
    differ: 'Źródła różnią się w tej kwestii{about}: {list}.',
    agree: 'Źródła podają tę samą wartość{about}: {figure}.',
    about: ' ({words})',
    says: '{source} podaje {figure}',
    severalSay: '{figure} (liczba źródeł: {count})',
    oneSays: '{figure} (liczba źródeł: 1)',
    counts: ['2', '3', '4', '5', '6'],
    separator: ', ',
    quotes: ['„', '”'],
    table: {
      heading: 'Liczby w skrócie',
      measured: 'Co zmierzono',
      figure: 'Wartość',
      source: 'Źródło',
    },
    keyFacts: 'Najważniejsze fakty',
    aspect: 'Aspekt',
  },
  ja: {
    differ: 'この点では出典により数値が異なります{about}：{list}。',
    agree: '{count}つの出典が同じ数値を示しています{about}：{figure}。',
    about: '（{words}）',
    says: '{source}は{figure}',
    severalSay: '{count}つの出典は{figure}',
    oneSays: '1つの出典は{figure}',
    counts: ['2', '3', '4', '5', '6'],
    separator: '、',
    quotes: ['「', '」'],
    table: { heading: '数値一覧', measured: '項目', figure: '数値', source: '出典' },
    keyFacts: '要点',
    aspect: '項目',
  },
  zh: {
    differ: '各来源对此说法不一{about}：{list}。',
    agree: '{count}个来源给出相同的数值{about}：{figure}。',
    about: '（{words}）',
    says: '{source}为{figure}',
    severalSay: '{count}个来源为{figure}',
    oneSays: '一个来源为{figure}',
    counts: ['两', '三', '四', '五', '六'],
    separator: '，',
    quotes: ['“', '”'],
    table: { heading: '数据一览', measured: '项目', figure: '数值', source: '来源' },
    keyFacts: '要点',
    aspect: '项目',
  },
  ar: {
    differ: 'تختلف المصادر في هذه النقطة{about}: {list}.',
    agree: 'تذكر عدة مصادر القيمة نفسها{about}: {figure}.',
    about: ' ({words})',
    says: '{source}: {figure}',
    severalSay: '{figure} (عدد المصادر: {count})',
    oneSays: '{figure} (عدد المصادر: 1)',
    counts: ['2', '3', '4', '5', '6'],
    separator: '، ',
    quotes: ['«', '»'],
    table: { heading: 'الأرقام باختصار', measured: 'ما يُقاس', figure: 'القيمة', source: 'المصدر' },
    keyFacts: 'أهم الحقائق',
    aspect: 'الجانب',
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
