/**
 * Axes with two poles, by language: `one pole | the other`, an axis a line. A claim whose word stands at one pole
 * while the source's stands at the other says the opposite of it. A word may lie on several axes.
 */
export const OPPOSITES: Readonly<Record<string, string>> = {
  en: `
increase increases increased increasing rise rises rose risen rising grow grows grew grown growing growth climb climbs climbed expand expanded surge surged jump jumped soar soared raise raises raised raising upward upwards double doubled doubles triple tripled gain gained gains lift lifted boost boosted extend extended higher more swell swelled | decrease decreases decreased decreasing fall falls fell fallen falling drop drops dropped dropping decline declines declined declining shrink shrinks shrank shrunk reduce reduces reduced reducing reduction cut cuts cutting lower lowers lowered lowering diminish diminished lessen lessens lessened plunge plunged slump downward downwards halve halved lost lose loses shorten shortened less fewer slip slipped
more higher greater larger bigger most highest greatest largest biggest maximum above exceed exceeds exceeded exceeding majority overtake overtakes overtook overtaken surpass surpasses surpassed outnumber outnumbers outnumbered | less fewer lower smaller least lowest fewest smallest minimum below minority
more most | less least fewer fewest
cheap cheaper cheapest inexpensive affordable | expensive dear dearer costly costlier pricey pricier
fast faster fastest quick quicker quickest quickly rapid rapidly sooner swiftly | slow slower slowest slowly
long longer longest lengthy | short shorter shortest brief briefer
heavy heavier heaviest | light lighter lightest lightweight
big bigger biggest large larger largest huge | small smaller smallest little tiny compact
high higher highest tall taller tallest | low lower lowest short shorter shortest
hot hotter hottest warm warmer warmest mild milder | cold colder coldest cool cooler coolest chilly
heat heating heats | cool cooling cools
wet wetter wettest moist damp humid | dry drier dryer driest arid
strong stronger strongest stronger sturdier robust | weak weaker weakest
good better best improve improves improved improving superior well outperform outperforms outperformed | bad worse worst worsen worsens worsened deteriorate deteriorated inferior poor poorly poorer
easy easier easiest easily simple simpler simplest | difficult hard harder hardest complicated tricky
safe safer safest safely harmless | dangerous hazardous risky harmful
before earlier earliest prior ahead beforehand precede precedes preceded | after later latest afterwards following
early earlier earliest soon sooner | late later latest
old older oldest | new newer newest
old older oldest elderly | young younger youngest
begin begins began begun start starts started launch launched | end ends ended finish finishes finished stop stops stopped cease ceased
open opens opened | closed shut close closes
allow allows allowed permit permits permitted legal | forbid forbids forbade forbidden prohibit prohibits prohibited ban bans banned barred outlaw outlawed
require requires required must mandatory compulsory obligatory necessary | optional voluntary unnecessary
win wins won winner | lose loses lost loser
gain gains gained profit | loss losses lose loses lost
import imports imported | export exports exported
lend lends lent lender | borrow borrows borrowed borrower
include includes included including inclusive | exclude excludes excluded excluding
add adds added adding put | remove removes removed removing omit omitted subtract
accept accepts accepted approve approves approved agree agreed | reject rejects rejected refuse refuses refused deny denied decline declined
support supports supported favour favoured | oppose opposes opposed
succeed succeeded succeeds success successful passed pass | fail fails failed failure
inside indoors indoor internal inner interior | outside outdoors outdoor external outer exterior
upper top uppermost | lower bottom lowermost
front | rear
left | right
north northern northerly | south southern southerly
east eastern easterly | west western westerly
always constantly every | never
often frequently frequent usually usual regularly commonly common mostly | rarely rare seldom hardly infrequently infrequent occasionally occasional uncommon unusual
many numerous most majority | few minority
all every both each | none neither
full filled fuller | empty
thick thicker thickest | thin thinner thinnest
wide wider widest broad broader | narrow narrower narrowest
deep deeper deepest deepens | shallow shallower shallowest
hard harder tough | soft softer
rough rougher coarse coarser | smooth smoother fine finer
loud louder noisy noisier loudest | quiet quieter quietest silent
bright brighter brightest | dark darker darkest dim dimmer
clean cleaner | dirty dirtier polluted
positive | negative
rich richer wealthy | poor poorer
public | private
urban city | rural countryside country
domestic national home | foreign overseas abroad
day daytime daylight | night nighttime overnight
summer | winter
men male males man boys | women female females woman girls
permanent permanently | temporary temporarily
active actively | passive passively
natural organic | artificial synthetic
raw uncooked | cooked
alive living live | dead
present | absent
same identical alike | different
together jointly | separately apart
first initial firstly | last final lastly
exceed exceeds exceeded beat beats surpass surpasses surpassed overshoot overshot | miss misses missed undershoot short
input inlet inflow | output outlet outflow
acidic acid sour sourer | alkaline
major main | minor
tight tighter | loose looser
steep steeper | flat flatter gentle gentler
sharp sharper | blunt
fresh fresher | stale
whole entire complete completely fully entirely totally | partial partly partially
horizontal horizontally | vertical vertically
forward forwards | backward backwards
attract attracts attracted | repel repels repelled
absorb absorbs absorbed | emit emits emitted release releases released
freeze freezes frozen froze | thaw thaws melt melts melted
tighten tightened | loosen loosened
widen widens widened | narrow narrows narrowed
lengthen lengthens lengthened | shorten shortens shortened
strengthen strengthens strengthened | weaken weakens weakened
accelerate accelerates accelerated | slow slows slowed decelerate
bring advance advanced forward | postpone postponed delay delayed
encourage encourages encouraged promote promotes | discourage discourages discouraged deter deters
help helps helped aid benefit benefits | harm harms harmed hinder hinders hurt hurts
save saves saved saving | waste wastes wasted
employer employers | employee employees
buyer buyers buy buys bought | seller sellers sell sells sold
teacher teachers | pupil pupils student students
landlord landlords | tenant tenants renter
arrive arrives arrived arrival arrivals | depart departs departed departure leave leaves left
enter enters entered | exit exits exited
ascend ascends climb | descend descends
credit | debit
correct correctly right accurate true | incorrect incorrectly wrong false
healthy healthier | unhealthy sick ill
sweet sweeter | bitter bitterer sour
maximum max most | minimum min least
free gratis | paid charged
direct directly | indirect indirectly
same | opposite
remote remotely | onsite office
manual manually | automatic automatically
single | double
keep keeps kept retain retained | discard discarded abandon abandoned lose loses lost
recommend recommends recommended advise advises advised | discourage warn warns warned
create creates created | destroy destroys destroyed
ripe | unripe
`,
  de: `
mehr höher höhere höheren größer größere meiste höchste größte steigen steigt stieg gestiegen zunehmen zunimmt wachsen wächst wuchs anstieg zunahme erhöhen erhöht erhöhte verdoppelt | weniger niedriger niedrigere niedrigeren geringer geringere kleiner kleinere wenigste niedrigste kleinste sinken sinkt sank gesunken abnehmen abnimmt fallen fällt fiel rückgang abnahme senken senkt senkte gesenkt halbiert verringern verringert
billig billiger billigste günstig günstiger günstigste preiswert | teuer teurer teuerste
schnell schneller schnellste | langsam langsamer langsamste
lang länger längste | kurz kürzer kürzeste
schwer schwerer | leicht leichter
warm wärmer heiß heißer | kalt kälter kühl kühler
stark stärker | schwach schwächer
gut besser beste | schlecht schlechter schlechteste
vor vorher früher zuvor | nach nachher später danach
früh früher | spät später
alt älter | neu neuer jung jünger
erlaubt erlauben erlaubte | verboten verbieten verbietet
mindestens | höchstens maximal
immer stets | nie niemals
oft häufig meist | selten kaum
innen drinnen | außen draußen
sommer | winter
viele | wenige
`,
  fr: `
plus supérieur supérieure hausse augmenter augmente augmenté augmentation croître croît monter monte monté doublé | moins inférieur inférieure baisse baisser baissé diminuer diminue diminué diminution réduire réduit chuter chute divisé
cher chère chers coûteux coûteuse | économique abordable
rapide rapides vite rapidement | lent lente lentement
long longue longs | court courte courts
grand grande grands grandes | petit petite petits petites
chaud chaude | froid froide
fort forte | faible faibles
meilleur meilleure mieux bon bonne | pire mauvais mauvaise
avant | après
tôt | tard
ancien ancienne vieux vieille | nouveau nouvelle récent
autorisé permis autoriser | interdit interdire interdite
minimum | maximum
toujours | jamais
souvent | rarement
été | hiver
intérieur | extérieur
`,
  es: `
gratis gratuito gratuita gratuitos gratuitas | pagar paga pagan pagado cuesta cuestan cobra cobran
más mayor mayores superior aumentar aumenta aumentó aumentado aumento subir sube subió crecer crece creció duplicó | menos menor menores inferior disminuir disminuye disminuyó disminución bajar baja bajó caer cae cayó reducir reduce redujo reducido
caro cara caros | barato barata baratos económico
rápido rápida rápidamente | lento lenta lentamente
largo larga | corto corta
grande grandes | pequeño pequeña pequeños
caliente cálido | frío fría
fuerte | débil
mejor mejores bueno buena | peor malo mala
antes | después
temprano pronto | tarde
antiguo antigua viejo vieja | nuevo nueva reciente
permitido permite permitir | prohibido prohíbe prohibir
mínimo | máximo
siempre | nunca jamás
frecuentemente | raramente
verano | invierno
interior | exterior
`,
};
