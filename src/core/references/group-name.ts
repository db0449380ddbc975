/** Words of names that no person bears, in the languages of the fixed phrases. */
const GROUP_WORDS = new RegExp(
  `(?:^|[^\\p{L}])(?:${`academy|académie|administration|affairs|agency|agence|agencia|agenzia|alliance|associates|association|associação|asociación|
  authority|blog|board|bundesamt|bundesanstalt|bundesministerium|bureau|center|centre|centro|club|collaboration|
  college|comisión|commission|committee|companies|company|consortium|contributors|corp|corporation|council|department|
  desk|editors|editorial|education|energy|enterprise|federation|fondation|foundation|fundación|gesellschaft|gmbh|
  government|group|gruppe|health|hospital|inc|industries|initiative|institut|institute|instituto|istituto|international|
  journal|kommission|laboratory|labs|library|limited|llc|ltd|magazine|media|ministry|ministère|ministerio|ministerium|
  museum|national|network|news|office|organisation|organización|organization|panel|partners|partnership|program|
  programme|project|publishing|redaktion|rédaction|redacción|research|school|service|services|societies|society|société|
  software|solutions|staff|stiftung|studio|systems|team|technologies|technology|trust|union|universidad|universidade|
  università|universität|université|university|verband|verein|wikipedia|working`.replaceAll(
    /\s/gu,
    '',
  )})(?:$|[^\\p{L}])`,
  'iu',
);

/** Organisations say themselves in signs too. */
const GROUP_SIGNS =
  /(?:大学|研究所|研究院|学会|協会|协会|委员会|委員会|公司|会社|병원|대학교|연구소|학회|协会|出版社)/u;

/** Signs of an organisation: its words, figures, an ampersand, `of` or `for`, a long abbreviation beside other words. */
export function isGroupName(name: string): boolean {
  return (
    GROUP_WORDS.test(name) ||
    GROUP_SIGNS.test(name) ||
    /[\d&@/]|^the \S| (?:of|for|für|pour|para) /iu.test(name) ||
    /^[\p{Lu}\d]{2,}$/u.test(name) ||
    (/\p{Ll}{2}/u.test(name) && /(?:^|\s)\p{Lu}{4,}(?:\s|$)/u.test(name))
  );
}
