/** What the form of a sentence says about where it can stand. */
export interface SentenceTraits {
  /** Leans on the sentence before it; may only stand right behind that one. */
  dependent: boolean;
  /** Can open a paragraph wherever it stood in its source. */
  selfContained: boolean;
  /** The author speaks of himself: only as a quotation. */
  firstPerson: boolean;
  /** Promises something that must follow: steps, points, a list. */
  announces: boolean;
  /** Speaks of the document it stands in, or asks: never of use elsewhere. */
  unfit: boolean;
  /** Tells the reader what to do. */
  advice: boolean;
  /** Names of what is defined, in lower case; empty for a sentence that defines nothing. */
  defines: readonly string[];
}

/** Openings that point back, by language. A language without a list has no such sentences for us. */
const BACKWARD_OPENINGS: Readonly<Record<string, RegExp>> = {
  en: /^["'“‘(]*(?:it|its|it['’]s|they|their|them|this|these|those|such|he|she|his|her|however|but|and|or|so|yet|also|moreover|furthermore|besides|therefore|thus|hence|consequently|instead|otherwise|nevertheless|nonetheless|still|then|next|finally|first|second|third|fourth|fifth|lastly|similarly|likewise|conversely|meanwhile|additionally|again|both|either|neither|another|others|here|even so|everything else|everything|that|the (?:former|latter|others?|same|second|third|fourth|result|reason|rest|remaining|above|following|earlier|later)|(?:some|one|most|many|all|each|none|half|any|two|three|four|five|six) of (?:them|these|those|the three|the two|us)|in (?:this|that|these|those|contrast|addition|short|either|both|such|other words)|for (?:this|that|these|those|example|instance|the same)|as a result|as such|on the (?:other hand|contrary)|by (?:contrast|then)|at (?:this|that)|after (?:this|that)|with (?:this|that|these|those)|because of (?:this|that)|of (?:these|those)|on (?:this|that)|under (?:this|that|these)|to (?:this|that)|until then|no wonder|(?:an?|one) (?:second|third|fourth|further|final|similar|related|better))(?![\p{L}\p{N}])/iu,
  de: /^["'„“(]*(?:er|sie|es|dies|diese[rsmn]?|das|dabei|dadurch|damit|dafür|dazu|daher|deshalb|deswegen|aber|doch|und|oder|jedoch|allerdings|außerdem|zudem|ferner|trotzdem|dennoch|sonst|dann|danach|hier|dort|beide|solche[rsmn]?|ihre?[rsmn]?|seine?[rsmn]?)(?![\p{L}\p{N}])/iu,
  fr: /^["'«“(]*(?:il|elle|ils|elles|ce|cet|cette|ces|cela|ceci|c['’]est|mais|et|ou|donc|ainsi|cependant|toutefois|pourtant|de plus|en outre|alors|ensuite|puis|enfin|là|son|sa|ses|leurs?)(?![\p{L}\p{N}])/iu,
  es: /^["'«“(¿¡]*(?:él|ella|ellos|ellas|est[eao]s?|es[eao]s?|esto|eso|pero|y|o|así|sin embargo|no obstante|además|por (?:eso|ello|tanto)|entonces|luego|después|su|sus)(?![\p{L}\p{N}])/iu,
};
/** Openings that are whole only where the paragraph has named what they speak of. */
const NEEDS_CONTEXT = /^["'“‘(]*(?:the|with|at|by|on|under|for|most)\s/iu;
/** Points at something named before, even at the head of a paragraph. */
const LEANS_BACK =
  /\b(?:in|on|at|of|from|after|before|with|by|for|during|to|under) (?:this|that|these|those) (?!who\b|with\b|of\b|that\b)\p{L}|\b(?:such|both|these) (?:tests?|cases?|houses?|values?|figures?|methods?|hours?)\b/iu;
const POINTS_BACK =
  /\b(?:this|these|such)\b(?!\s+(?:as|a|an)\b)|\bthose\b(?!\s+(?:who|that|with|of|in|for|from)\b)|\b(?:therefore|thus|however|hence|too|instead|likewise|similarly|either)\b(?!\s+(?:of|much|many|low|high|small|large|little|few|dry|wet|long|late|early|hot|cold|big|soon|fast))|(?:^|\b(?:on|in|at|after|before|by|of|for|with|during|from)\s)that\s+\p{L}|\b(?:the other|the others|the latter|the former|as well)[.,]?(?:\s|$)|\bthe (?:\p{L}+ )?ones?\.?$/iu;
const FIRST_PERSON: Readonly<Record<string, RegExp>> = {
  en: /(?<!\b(?:type|class|part|phase|world war) )\bI\b|\b(?:[Ww]e|us|[Oo]urs?|[Mm]y|[Mm]ine|me|[Mm]yself|[Oo]urselves)\b/u,
  de: /(?<![\p{L}\p{N}])(?:ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*)(?![\p{L}\p{N}])/iu,
  fr: /(?<![\p{L}\p{N}])(?:je|j['’]\p{L}+|moi|mon|ma|mes|nous|notre|nos)(?![\p{L}\p{N}])/iu,
  es: /(?<![\p{L}\p{N}])(?:yo|mi|mis|nosotros|nuestr[oa]s?)(?![\p{L}\p{N}])/iu,
};
const ABOUT_THE_DOCUMENT =
  /\b(?:this|these|the following|our|the present) (?:short |simple |practical )?(?:articles?|guides?|posts?|pages?|blogs?|sections?|chapters?|playbook|manual|diary|answers|reviews?|report|overview|tutorial|list|points|tips)\b|\b(?:see|shown|listed|described|mentioned|discussed|noted|explained|given|summarised|summarized|counted) (?:above|below|earlier|here)\b|\b(?:above|below|here)[.:,]$|\b(?:tables?|charts?|figures?|pictures?|images?|photos?|videos?|graphs?|lists?|numbers|rows|playbook|sections?|examples?) (?:above|below)\b|^(?:all )?(?:prices|amounts|costs|figures|distances|temperatures)(?: \w+)? are (?:given |stated |quoted )?in\b|\bwill find\b.*\bhere\b|\bread on\b|\blet['’]s\b|\b(?:those|these|the) (?:\w+ )?rows\b|^according to (?:him|her|them)\b|^when asked\b/iu;
const ANNOUNCEMENT =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2})(?: [\p{L}-]+)? (?:steps|things|points|questions|items|methods|changes|reasons|rules|ways|factors|tips|numbers|stages|parts|habits|options|criteria|goals|cases|kinds|types)\b[^:,]*[.]$|\b(?:following|as follows)\b[^:]*[.]$/iu;
const DEFINITION =
  /^(?:an? |the )?(?!what )(\p{L}[\p{L}\p{N}/:-]*(?: \p{L}[\p{L}\p{N}/:-]*){0,5}?)(?: ?\(([^)]{1,40})\)|, (?:or|also called|also known as|often called) (?:an? |the )?([^,]{2,50}),)? ?\b(?:(?:is|are) (?:(?:an?|any|all|one)\s(?!(?:best|good|safer|better|poor|waste|bad|wise|reliable|useful|warning|different|simple|common|typical|single|few|lot|little|sensible|large|small|nice|great|matter|cautious|clear)\b)|the (?:[\p{L}-]+ ){1,5}?(?:of|that|which|between|where|divided|in)\b)|means? |refers? to )/iu;
const ADVICE =
  /^(?:[\p{L}\p{N}'’-]+ ){1,8}?should\b(?! (?:last|reach|cost|take|yield|fall|rise|release|hold|feel|contain)\b)|^(?:ask|check|choose|keep|use|avoid|plan|look|apply|compare|measure|store|start|allow|insist|consider|remember|treat|buy|let|take|expect|review|write|walk|never|always|do not|don['’]t|make sure|wait|test|read|give|set|begin|build|invest|budget)\b/iu;

/** Reads the form of a sentence; `text` has its white space folded. Rules beyond openings and persons know English. */
export function readTraits(text: string, language: string): SentenceTraits {
  const base = language.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
  const english = base === 'en';
  const dependent =
    (BACKWARD_OPENINGS[base]?.test(text) ?? false) || (english && LEANS_BACK.test(text));
  const defined = english ? DEFINITION.exec(text) : null;
  return {
    dependent,
    selfContained:
      !dependent && (!english || (!NEEDS_CONTEXT.test(text) && !POINTS_BACK.test(text))),
    firstPerson: FIRST_PERSON[base]?.test(text) ?? false,
    announces: /[:：]$/u.test(text) || (english && ANNOUNCEMENT.test(text)),
    unfit: /[?？؟]["'”’»)]*$/u.test(text) || (english && ABOUT_THE_DOCUMENT.test(text)),
    advice: english && ADVICE.test(text),
    defines: [defined?.[1], defined?.[2], defined?.[3]].flatMap((name) =>
      name === undefined ? [] : [name.trim().toLowerCase()],
    ),
  };
}
