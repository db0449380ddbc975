const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** German prepositions and adverbs that open a sentence, where a noun with its capital may follow; they say little. */
export const GERMAN_OPENERS = set(
  `ab an auf bei bis dank durch gegen je jede jeden jeder jedem jedes laut mehr mit nach pro rund seit statt
  trotz um unter von vor während wegen weniger zum zur zwischen etwa nur auch selbst sogar erst schon viele
  manche einige wenige alle beide kein keine meist oft selten`,
);

/** German nouns that say little by themselves. */
export const GERMAN_COMMON_NOUNS = set(
  `person personen leute menschen sache sachen ding dinge art arten weise teil teile zahl anzahl menge fall
  fälle grund aussage aussagen angabe angaben meinung ansicht auskunft mal höhe ende seite rest möglichkeit
  mittel schnitt durchschnitt vergleich`,
);
