/**
 * English words that say little by themselves: light verbs, adverbs of manner and degree, general nouns, words that
 * hold a text together. A claim may have them without the source having them.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `make makes made making take takes taken took taking get gets getting give gives gave given giving go goes going went
  come comes coming came put puts keep keeps kept keeping let lets use uses used using do does done say says said saying
  tell tells told call calls called need needs needed want wants mean means meant turn turns turned become becomes became
  seem seems show shows showed shown find finds found see sees seen saw look looks know knows known think thinks thought
  have having has had work works worked working help helps happen happens happened occur occurs occurred begin start try
  tries tried provide provides provided involve involves involved include includes including included follow follows
  followed following remain remains remained stay stays stayed bring brings brought lead leads led leave leaves left
  account accounts accounted allow allows note notes noted state states stated report reports reported according
  mention mentions mentioned add adds added describe described write writes wrote written
  explain explains explained link links linked associated thing things way ways kind kinds type types sort part parts
  case cases fact facts point matter number numbers figure figures amount amounts level levels time times place
  place people person someone something anything everything everyone anyone one ones group side end result results
  total whole overall general generally usually normally typically often sometimes frequently commonly mostly mainly
  largely chiefly especially particularly notably simply just merely even also too still yet already again ever really
  actually indeed quite rather fairly pretty somewhat slightly roughly approximately around about nearly almost exactly
  precisely clearly obviously certainly surely probably likely perhaps maybe possibly well good better best great
  important key main certain different various several many much more most less least few other others another same
  such own both either each every all any some like likely able possible available current currently now today recent
  recently later earlier new so then thus therefore hence however moreover furthermore meanwhile instead otherwise
  because since although though while whereas unlike despite additionally besides finally first second firstly secondly
  lastly next rest remaining instance example examples namely together along across within among throughout toward
  towards upon per via order terms regard regarding respect concerning compared comparison based depending due owing
  thanks far long soon once twice back away up down out off over under regular regularly actual given certain quickly
  easily directly immediately completely fully entirely totally altogether respectively apiece average typical usual
  normal common single set sets stand stands stood run runs ran running hold holds held come reach reaches reached
  change changes changed serve serves served offer offers offered contain contains contained hand bit little lot lots
  bigger smaller larger size range ranges ranged last lasts lasted go gone present current share shares exist exists
  couple pair trio dozens hundreds whoever mine whose what when where who why how whatever anyway whichever extent period stage manage manages managed cover covers covered
  whoever whenever wherever anybody nobody nothing somebody whereas aside unless back along around enough only put rest rise else way merely apart plus minus either means`
    .trim()
    .split(/\s+/u),
);
