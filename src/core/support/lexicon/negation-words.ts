/** How a language denies: words that deny what follows, and words that deny softly. */
export interface NegationWords {
  /** Deny, whatever stands around them. */
  firm: ReadonlySet<string>;
  /** May deny (`avoid`, `lack`): enough to agree with a denial, never enough to contradict. */
  soft: ReadonlySet<string>;
  /** True where the denial may follow the denied word (German). */
  looksBack: boolean;
}

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

const WORDS: Readonly<Record<string, NegationWords>> = {
  en: {
    firm: set(
      `not no never without none nothing nobody nowhere neither nor cannot n't hardly barely scarcely rarely seldom`,
    ),
    soft: set(
      `lack lacks lacked lacking fail fails failed failing refuse refuses refused avoid avoids avoided avoiding prevent
      prevents prevented preventing exclude excludes excluded except excluding unless instead rather absence absent
      free stop stops stopped unable little against beyond missing miss misses zero skip skips deny denies denied
      ban bans banned forbidden forbid ruled unlike
      false myth wrong untrue impossible unlikely outside omit omits omitted ignore ignores ignored neglect neglected cancel cancelled canceled scrapped waived
      discontinue discontinued abolish abolished removed withdraw withdraws withdrew withdrawn suspend suspends suspended halt halts halted vanish vanished disappear disappeared gone
      off exempt only reject rejected abandon abandoned doubt doubts`,
    ),
    looksBack: false,
  },
  de: {
    firm: set(
      'nicht kein keine keinen keinem keiner keines nie niemals ohne nichts niemand weder kaum selten',
    ),
    soft: set(
      'statt anstatt verzichten verzichtet verzicht aufgehört eingestellt außerhalb außer fehlt fehlen vermeiden vermeidet verhindert unmöglich frei gratis kostenlos kostenfrei umsonst verboten nur wenig',
    ),
    looksBack: true,
  },
  fr: {
    firm: set('pas jamais sans aucun aucune rien personne ni guère nullement'),
    soft: set(
      'éviter évite cesser cesse cessé renoncer renonce renoncé arrêté supprimé défendu interdits interdite interdites hors manque manquent sauf impossible interdit gratuit gratuite gratuits gratuites gratuitement peu seulement seul seule seuls seules',
    ),
    looksBack: true,
  },
  es: {
    firm: set('no nunca jamás sin ningún ninguna ninguno nada nadie ni tampoco apenas'),
    soft: set(
      'evitar evita dejar deja dejó dejado renunció falta faltan salvo imposible prohibido prohibida gratis gratuito gratuita gratuitos gratuitas poco solo sólo',
    ),
    looksBack: false,
  },
};

/** Of a base language (`de`); undefined for a language whose denials are not known. */
export function negationWords(language: string): NegationWords | undefined {
  return WORDS[language];
}
