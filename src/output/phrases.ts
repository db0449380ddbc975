/** The fixed words around an article. `{model}` stands for the model's name. */
interface Phrases {
  sources: string;
  /** One source, in front of its number, for readers who hear the page. */
  source: string;
  faq: string;
  conclusion: string;
  writtenByExtractive: string;
  writtenByModel: string;
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
  },
  de: {
    sources: 'Quellen',
    source: 'Quelle',
    faq: 'Häufig gestellte Fragen',
    conclusion: 'Fazit',
    writtenByExtractive:
      'Vom extraktiven Schreiber aus Sätzen der unten genannten Quellen zusammengestellt.',
    writtenByModel: 'Vom Sprachmodell {model} anhand der unten genannten Quellen geschrieben.',
  },
  fr: {
    sources: 'Sources',
    source: 'Source',
    faq: 'Questions fréquentes',
    conclusion: 'Conclusion',
    writtenByExtractive:
      'Composé par le rédacteur extractif à partir de phrases des sources ci-dessous.',
    writtenByModel: 'Rédigé par le modèle de langage {model} à partir des sources ci-dessous.',
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
  },
  pt: {
    sources: 'Fontes',
    source: 'Fonte',
    faq: 'Perguntas frequentes',
    conclusion: 'Conclusão',
    writtenByExtractive: 'Composto pelo redator extrativo com frases das fontes abaixo.',
    writtenByModel: 'Escrito pelo modelo de linguagem {model} a partir das fontes abaixo.',
  },
  it: {
    sources: 'Fonti',
    source: 'Fonte',
    faq: 'Domande frequenti',
    conclusion: 'Conclusione',
    writtenByExtractive: 'Composto dal redattore estrattivo con frasi delle fonti indicate sotto.',
    writtenByModel: 'Scritto dal modello linguistico {model} a partire dalle fonti indicate sotto.',
  },
  nl: {
    sources: 'Bronnen',
    source: 'Bron',
    faq: 'Veelgestelde vragen',
    conclusion: 'Conclusie',
    writtenByExtractive:
      'Door de extractieve schrijver samengesteld uit zinnen van de onderstaande bronnen.',
    writtenByModel: 'Door het taalmodel {model} geschreven op basis van de onderstaande bronnen.',
  },
  pl: {
    sources: 'Źródła',
    source: 'Źródło',
    faq: 'Najczęściej zadawane pytania',
    conclusion: 'Podsumowanie',
    writtenByExtractive: 'Złożone przez program ekstrakcyjny ze zdań z poniższych źródeł.',
    writtenByModel: 'Napisane przez model językowy {model} na podstawie poniższych źródeł.',
  },
  ja: {
    sources: '出典',
    source: '出典',
    faq: 'よくある質問',
    conclusion: 'まとめ',
    writtenByExtractive: '下記の出典の文を抽出して自動的に構成した記事です。',
    writtenByModel: '下記の出典をもとに言語モデル{model}が執筆しました。',
  },
  zh: {
    sources: '资料来源',
    source: '来源',
    faq: '常见问题',
    conclusion: '总结',
    writtenByExtractive: '本文由摘录程序根据下列来源的原句编排而成。',
    writtenByModel: '本文由语言模型 {model} 根据下列来源撰写。',
  },
  ar: {
    sources: 'المصادر',
    source: 'المصدر',
    faq: 'الأسئلة الشائعة',
    conclusion: 'الخلاصة',
    writtenByExtractive: 'جُمِع هذا المقال آليًا من جمل المصادر المذكورة أدناه.',
    writtenByModel: 'كتب نموذج اللغة {model} هذا المقال استنادًا إلى المصادر المذكورة أدناه.',
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
