import { baseLanguage } from './base-language.ts';

/**
 * Sentences that only lead on to what follows, by language, whole and without anything else in them. Strict on
 * purpose: whatever might tell a fact is checked.
 */
const TRANSITIONS: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:so,? )?here (?:is|are|'s) (?:what|how|why|where|when|the (?:details|short version|answer|basics)|a (?:closer look|quick overview|summary))(?: (?:to|you|we|it|they|that|this|works?|looks?|should|can|need|know|for|watch|look|consider|all|means?|happens?|matters?)){0,6}|let's (?:take a (?:closer )?look|look at (?:each|them|the details)|begin|start|dive in|get started)(?: (?:in turn|at each|at the details))?|read on(?: to (?:learn|find out) (?:more|how|why|what))?|(?:this|the following) (?:guide|article|section|overview) (?:explains|shows|covers|tells|describes) (?:how|why|what|when|this|them|it|the (?:basics|details|essentials))(?: (?:it|they|this|you|to|works?|need|know|should|do|is|are)){0,6}|more on (?:this|that) below|the details follow)[.:!]?$/iu,
  de: /^(?:(?:hier|im folgenden) (?:erfahren sie|lesen sie|sehen sie|steht)(?:,? (?:mehr|was|wie|warum|worauf|zu|beachten|ist|es|ankommt|sie|wissen|sollten|müssen|funktioniert)){0,6}|mehr dazu (?:unten|im folgenden)|die einzelheiten folgen)[.:!]?$/iu,
  fr: /^(?:voici (?:ce|comment|pourquoi|l'essentiel|les détails)(?: (?:qu'il|que|vous|faut|savoir|devez|il|cela|fonctionne|regarder)){0,6}|plus de détails ci-dessous)[.:!]?$/iu,
  es: /^(?:(?:esto|aquí) (?:es|está|tiene) (?:lo|cómo|por)(?: (?:que|qué|debe|saber|hay|funciona|conviene|mirar)){0,6}|más detalles a continuación)[.:!]?$/iu,
};

/** True for a sentence that states nothing that a source could bear out: a question, or a pure transition. */
export function statesNothing(sentence: string, language: string): boolean {
  const text = sentence.trim().replaceAll('’', "'");
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (/[?？؟]["'”’»)]*$/u.test(text)) return true;
  return text.length < 160 && TRANSITIONS[baseLanguage(language)]?.test(text) === true;
}
