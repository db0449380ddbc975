/** Names that mean one place or body, a group a line: a country, its adjective, its short forms. */
const GROUPS = `
germany german germans
france french
spain spanish spaniards
italy italian italians
portugal portuguese
netherlands dutch holland
belgium belgian belgians
austria austrian austrians
switzerland swiss
poland polish poles
sweden swedish swedes
norway norwegian norwegians
denmark danish danes
finland finnish finns
iceland icelandic
ireland irish
scotland scottish scots
wales welsh
england english
britain british uk u.k gb britons
greece greek greeks
turkey turkish turks
russia russian russians
ukraine ukrainian ukrainians
china chinese
japan japanese
korea korean koreans
india indian indians
australia australian australians
canada canadian canadians
us u.s usa u.s.a america american americans
mexico mexican mexicans
brazil brazilian brazilians
argentina argentine argentinian
chile chilean
egypt egyptian
africa african
europe european europeans
asia asian
eu e.u
un u.n
hungary hungarian
czechia czech
romania romanian
bulgaria bulgarian
croatia croatian
israel israeli
vietnam vietnamese
thailand thai
indonesia indonesian
california californian
london londoner londoners
paris parisian
`;
const groups = new Map(
  GROUPS.trim()
    .split('\n')
    .flatMap((line) =>
      line.split(' ').map((name): [string, string] => [name, `@${line.split(' ')[0]}`]),
    ),
);

/** A key that a country shares with its people and short forms; undefined for other words. */
export function placeKey(word: string): string | undefined {
  return groups.get(word);
}
