/** Words that carry no topic, by language: articles, pronouns, prepositions, auxiliaries, question words. */
const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: words(`a about above after again against all also although am among an and any are aren't as at be because
    been before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't
    done down during each either else ever every few for from further get gets got had hadn't has hasn't have haven't
    having he her here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its
    itself just let let's lot many may me might mine more most much must my myself neither no nor not now of off often on
    once one only onto or other our ours ourselves out over own per quite rather really s same shall she should
    shouldn't since so some such t than that that's the their theirs them themselves then there there's these they
    they're they've this those though through thus to too under until up upon us very via was wasn't we we'd we'll
    we're we've were weren't what what's whatever when where whether which while who whom whose why will with within
    without won't would wouldn't yet you you'd you'll you're you've your yours yourself yourselves`),
    de: words(`aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da damit dann das dass
    dein dem den denn der des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine
    einem einen einer eines er es etwas euch euer für gegen gibt hab habe haben hat hatte hier hin hinter ich ihm ihn
    ihnen ihr ihre im in ins ist ja jede jedem jeden jeder jedes kann kein keine können man mehr mein mich mir mit muss
    nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so soll sondern sowie über um und uns unser unter
    vom von vor wann war waren warum was weil welche welcher welches wenn wer werden wie wieder will wir wird wo woran
    wurde wurden zu zum zur zwischen`),
    fr: words(`à afin ai aux avec ce ceci cela celle celui ces cet cette chez ci comme comment d dans de des donc dont du
    elle elles en entre est et être eu été faut fait il ils j je l la là le les leur leurs lui m ma mais me même mes moi
    mon n ne ni nos notre nous on ont ou où par pas pendant peu peut plus pour pourquoi qu quand que quel quelle
    quelles quels qui quoi s sa sans se sera ses si son sont sous sur t ta te tes toi ton tous tout toute toutes très tu
    un une vos votre vous y`),
    es: words(`a al algo ante antes aquel aquella como cómo con contra cual cuál cuando cuándo cuánto de del desde donde
    dónde dos durante e el él ella ellas ellos en entre era es esa ese eso esta está estaba están estas este esto estos
    fue ha hace han hasta hay la las le les lo los más me mi mis mucho muy nada ni no nos nosotros o os otra otro para
    pero poco por porque qué que quien quién se sea ser si sí sido sin sobre son su sus también tan te tiene todo todos
    tu tus un una unas uno unos y ya yo`),
    zh: words(`的 了 是 在 和 与 及 或 吗 呢 吧 我 你 他 她 它 们 我们 你们 他们 有 没有 不 也 都 就 很 把 被 给 对 从 到 为 以 这 那
    这个 那个 什么 怎么 怎样 如何 为什么 多少 哪 哪个 哪些 哪里 谁 几 可以 会 要 能 需要 應該 应该 是否`),
    ja: words(`の は が を に で と も へ や か から まで より です ます だ た て する した して いる ある こと もの これ それ あれ
    この その あの どの どう どれ なに 何 なぜ いつ どこ だれ 誰 いくら なる れる られる ない よう ください とは には では`),
  }),
);

/** True for a lower-case word without a topic of its own; false for every word of a language without a list. */
export function isStopWord(word: string, language = 'en'): boolean {
  const list = STOP_WORDS.get(language) ?? STOP_WORDS.get(baseLanguage(language));
  return list?.has(word.includes('’') ? word.replace('’', "'") : word) ?? false;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}

/** `de` of `de-CH`. */
function baseLanguage(language: string): string {
  return language.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
}
