/** The fixed words around an article; `{model}` stands for the model's name. A table, hence its length. */
interface Phrases {
  sources: string;
  /** One source, in front of its number, for readers who hear the page. */
  source: string;
  faq: string;
  conclusion: string;
  writtenByExtractive: string;
  writtenByModel: string;
  /** Above the words of a source that the article rests on. */
  quotes: string;
  /** In front of a table's number. */
  table: string;
  /** Behind a sentence that the check of its sources did not pass. */
  unsupported: string;
  contradicted: string;
  /** Knows `{supported}` and `{sentences}`, two numbers. */
  support: string;
  /** Title of the page that lists all articles. */
  articles: string;
  /** Names the way from the site's first page to this one. */
  breadcrumb: string;
}

const PHRASES: Readonly<Record<string, Phrases>> = {
  en: {
    sources: 'Sources',
    source: 'Source',
    faq: 'Frequently asked questions',
    conclusion: 'Conclusion',
    writtenByExtractive:
      'Put together by the extractive writer out of sentences of the sources below.',
    writtenByModel: 'Written by the language model {model} from the sources below.',
    quotes: 'Quoted words',
    table: 'Table',
    unsupported: 'not borne out by the sources',
    contradicted: 'contradicted by the sources',
    support: '{supported} of {sentences} sentences supported by the sources',
    articles: 'All articles',
    breadcrumb: 'You are here',
  },
  de: {
    sources: 'Quellen',
    source: 'Quelle',
    faq: 'Häufig gestellte Fragen',
    conclusion: 'Fazit',
    writtenByExtractive:
      'Vom extraktiven Schreiber aus Sätzen der unten genannten Quellen zusammengestellt.',
    writtenByModel: 'Vom Sprachmodell {model} anhand der unten genannten Quellen geschrieben.',
    quotes: 'Zitierte Stellen',
    table: 'Tabelle',
    unsupported: 'durch die Quellen nicht belegt',
    contradicted: 'von den Quellen widerlegt',
    support: '{supported} von {sentences} Sätzen durch die Quellen belegt',
    articles: 'Alle Artikel',
    breadcrumb: 'Sie sind hier',
  },
  fr: {
    sources: 'Sources',
    source: 'Source',
    faq: 'Questions fréquentes',
    conclusion: 'Conclusion',
    writtenByExtractive:
      'Composé par le rédacteur extractif à partir de phrases des sources ci-dessous.',
    writtenByModel: 'Rédigé par le modèle de langage {model} à partir des sources ci-dessous.',
    quotes: 'Passages cités',
    table: 'Tableau',
    unsupported: 'non confirmé par les sources',
    contradicted: 'contredit par les sources',
    support: '{supported} phrases sur {sentences} étayées par les sources',
    articles: 'Tous les articles',
    breadcrumb: 'Vous êtes ici',
  },
  es: {
    sources: 'Fuentes',
    source: 'Fuente',
    faq: 'Preguntas frecuentes',
    conclusion: 'Conclusión',
    writtenByExtractive:
      'Compuesto por el redactor extractivo con frases de las fuentes indicadas abajo.',
    writtenByModel:
      'Escrito por el modelo de lenguaje {model} a partir de las fuentes indicadas abajo.',
    quotes: 'Pasajes citados',
    table: 'Tabla',
    unsupported: 'no respaldado por las fuentes',
    contradicted: 'contradicho por las fuentes',
    support: '{supported} de {sentences} frases respaldadas por las fuentes',
    articles: 'Todos los artículos',
    breadcrumb: 'Está aquí',
  },
  pt: {
    sources: 'Fontes',
    source: 'Fonte',
    faq: 'Perguntas frequentes',
    conclusion: 'Conclusão',
    writtenByExtractive: 'Composto pelo redator extrativo com frases das fontes abaixo.',
    writtenByModel: 'Escrito pelo modelo de linguagem {model} a partir das fontes abaixo.',
    quotes: 'Trechos citados',
    table: 'Tabela',
    unsupported: 'não confirmado pelas fontes',
    contradicted: 'contrariado pelas fontes',
    support: '{supported} de {sentences} frases apoiadas pelas fontes',
    articles: 'Todos os artigos',
    breadcrumb: 'Você está aqui',
  },
  it: {
    sources: 'Fonti',
    source: 'Fonte',
    faq: 'Domande frequenti',
    conclusion: 'Conclusione',
    writtenByExtractive: 'Composto dal redattore estrattivo con frasi delle fonti indicate sotto.',
    writtenByModel: 'Scritto dal modello linguistico {model} a partire dalle fonti indicate sotto.',
    quotes: 'Passi citati',
    table: 'Tabella',
    unsupported: 'non confermato dalle fonti',
    contradicted: 'contraddetto dalle fonti',
    support: '{supported} frasi su {sentences} confermate dalle fonti',
    articles: 'Tutti gli articoli',
    breadcrumb: 'Sei qui',
  },
  nl: {
    sources: 'Bronnen',
    source: 'Bron',
    faq: 'Veelgestelde vragen',
    conclusion: 'Conclusie',
    writtenByExtractive:
      'Door de extractieve schrijver samengesteld uit zinnen van de onderstaande bronnen.',
    writtenByModel: 'Door het taalmodel {model} geschreven op basis van de onderstaande bronnen.',
    quotes: 'Geciteerde passages',
    table: 'Tabel',
    unsupported: 'niet onderbouwd door de bronnen',
    contradicted: 'door de bronnen weersproken',
    support: '{supported} van {sentences} zinnen onderbouwd door de bronnen',
    articles: 'Alle artikelen',
    breadcrumb: 'U bent hier',
  },
  pl: {
    sources: 'Źródła',
    source: 'Źródło',
    faq: 'Najczęściej zadawane pytania',
    conclusion: 'Podsumowanie',
    writtenByExtractive: 'Złożone przez program ekstrakcyjny ze zdań z poniższych źródeł.',
    writtenByModel: 'Napisane przez model językowy {model} na podstawie poniższych źródeł.',
    quotes: 'Cytowane fragmenty',
    table: 'Tabela',
    unsupported: 'niepotwierdzone w źródłach',
    contradicted: 'sprzeczne ze źródłami',
    support: 'Zdania potwierdzone w źródłach: {supported} z {sentences}',
    articles: 'Wszystkie artykuły',
    breadcrumb: 'Jesteś tutaj',
  },
  ja: {
    sources: '出典',
    source: '出典',
    faq: 'よくある質問',
    conclusion: 'まとめ',
    writtenByExtractive: '下記の出典の文を抽出して自動的に構成した記事です。',
    writtenByModel: '下記の出典をもとに言語モデル{model}が執筆しました。',
    quotes: '引用箇所',
    table: '表',
    unsupported: '出典で確認できない記述',
    contradicted: '出典と矛盾する記述',
    support: '{sentences}文のうち{supported}文を出典で確認済み',
    articles: '記事一覧',
    breadcrumb: '現在位置',
  },
  zh: {
    sources: '资料来源',
    source: '来源',
    faq: '常见问题',
    conclusion: '总结',
    writtenByExtractive: '本文由摘录程序根据下列来源的原句编排而成。',
    writtenByModel: '本文由语言模型 {model} 根据下列来源撰写。',
    quotes: '引用原文',
    table: '表',
    unsupported: '来源未能证实',
    contradicted: '与来源相矛盾',
    support: '{sentences} 句中有 {supported} 句得到来源支持',
    articles: '全部文章',
    breadcrumb: '当前位置',
  },
  ar: {
    sources: 'المصادر',
    source: 'المصدر',
    faq: 'الأسئلة الشائعة',
    conclusion: 'الخلاصة',
    writtenByExtractive: 'جُمِع هذا المقال آليًا من جمل المصادر المذكورة أدناه.',
    writtenByModel: 'كتب نموذج اللغة {model} هذا المقال استنادًا إلى المصادر المذكورة أدناه.',
    quotes: 'المقاطع المقتبسة',
    table: 'جدول',
    unsupported: 'لا تؤيده المصادر',
    contradicted: 'تناقضه المصادر',
    support: 'الجمل التي تؤيدها المصادر: {supported} من {sentences}',
    articles: 'جميع المقالات',
    breadcrumb: 'أنت هنا',
  },
};

/** The fixed words in a language; English for languages that have none. */
export function phrasesOf(language: string): Phrases {
  const base = language.split('-', 1)[0]?.toLowerCase() ?? 'en';
  return (Object.hasOwn(PHRASES, base) ? PHRASES[base] : undefined) ?? english();
}

function english(): Phrases {
  return PHRASES['en'] as Phrases;
}
