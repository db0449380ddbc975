/**
 * Words that an English paraphrase may put for one another, a group a line: verbs with their nouns, everyday
 * synonyms, and forms that no stemmer brings together. Wide on purpose: it decides only whether a word of a claim has
 * a counterpart, never whether a number, name, negation or direction is right. A word may stand in several groups.
 */
export const ENGLISH_SYNONYMS = `
able capable can capability capacity ability
absorb soak take-up draw uptake absorption retain
abundant plentiful ample plenty copious
accept approve agree adopt acceptance approval endorse
access reach entry admission enter
accident crash collision incident mishap
accommodation lodging housing stay hotel
accompany attend join escort
account explain represent make-up constitute explanation
accurate precise exact correct right accuracy precision true
achieve attain reach accomplish gain realise realize obtain achievement deliver
acid acidic acidity sour
acquire buy purchase obtain get takeover acquisition bought procure
act behave function serve perform operate work
act law statute legislation
activity action pursuit exercise
adapt adjust tailor modify alter change customise customize adaptation adjustment
add supplement include extra additional addition further append more plus
adequate sufficient enough
administer manage run govern oversee administration management
adult grown-up grownup mature
advantage benefit plus merit strength upside pro asset
advise recommend suggest counsel urge advice recommendation guidance tip guideline
affect influence impact effect shape
affordable cheap inexpensive low-cost economical
age old years-old lifetime
aid help assist support assistance facilitate
aim goal target objective purpose intend intention seek try plan
air atmosphere
alert warn notify warning alarm notification
allow permit let enable authorise authorize permission authorisation entitle grant
alternative substitute option replacement choice
amount quantity volume sum level total number figure count
ancient old historic historical antique
animal creature beast wildlife fauna
announce declare reveal state report unveil disclose announcement publish
annual yearly year annually
anniversary birthday
answer reply respond response
appear emerge show seem look appearance surface occur
apply use employ application utilise spread put
appoint name hire nominate designate appointment
area region zone district territory space surface land
argue claim maintain contend assert argument say
arise occur happen result come originate
arrange organise organize order plan set arrangement
arrive come reach arrival
article piece story report
assemble build gather put-together construct assembly
assess evaluate judge rate measure gauge appraise assessment evaluation review test examine estimate
associate link connect relate tie correlate association relationship relation
attach fix fasten mount join connect fit
attack assault strike raid
attempt try effort seek endeavour
attract draw appeal lure entice
author writer write
automatic automated automatically automation
available accessible obtainable offer availability on-hand supply
average mean typical typically usual
avoid prevent evade shun avert keep-away skip
award prize honour grant give honor
aware know conscious familiar awareness
back rear behind
balance equilibrium
ban prohibit forbid bar outlaw prohibition disallow
base foundation basis ground rest bottom
basic fundamental essential elementary simple
battle fight combat conflict
beach shore coast seaside
begin start commence launch open beginning initiate onset kick-off
believe think consider feel opinion view
belong part
big large huge sizeable great major considerable substantial
bicycle bike cycle cyclist rider
biodegrade decompose rot break decay decomposition breakdown
bird avian
blame fault
block obstruct clog impede prevent blockage
blood bloodstream
board panel committee
body organisation organization agency institution
book volume title
boost increase raise improve lift enhance strengthen
border edge boundary frontier
bottle container flask
boundary limit border
brand make manufacturer maker label
break fracture crack snap damage fail
breathe inhale respiration breath
breed species variety strain
brief short concise
bring carry deliver take fetch
broad wide extensive
build construct erect assemble construction put-up create
building house structure property premises home dwelling
burn combust combustion fire incinerate
business company firm enterprise corporation
busy hectic crowded
buy purchase acquire bought buyer shop get consumer
calculate compute work-out determine reckon calculation
call name term dub title known describe
calm quiet peaceful
cancel abandon scrap call-off cancellation
cancer tumour tumor
capture catch seize trap
car vehicle automobile auto
care look-after attention tend maintain
careful cautious caution
carry transport bear convey haul
case instance example situation
cause lead trigger bring produce reason create result make provoke prompt responsible owing due
cell battery
centre center middle heart core hub central
certain sure definite some
certificate certification certify accreditation
chance likelihood probability odds possibility opportunity
change alter shift modify transform vary variation alteration switch replace adjust convert swap
characteristic feature trait property attribute
charge bill fee price cost
charge recharge top-up power
cheap inexpensive affordable low-cost budget
check inspect verify examine test control review inspection look
chemical substance compound
child kid youngster young infant
choose select pick opt choice selection decide prefer
circumstance condition situation
citizen resident national people inhabitant
city town urban municipality metropolitan
civilisation civilization culture
claim assert say state maintain argue
clean wash tidy cleanse rinse scrub wipe
clear obvious plain evident apparent distinct visible
client customer buyer user guest
climate weather
climb rise ascend go-up
close near nearby adjacent beside next
close shut
clothes clothing garment apparel wear textile
coat cover layer film
coast shore seaside coastline beach
code programming program
cold chilly cool freezing frost frosty
collaborate cooperate team work-together collaboration cooperation partner
collapse fail crash fall
collect gather assemble pick harvest accumulate collection
colleague co-worker coworker peer teammate
colour color hue shade tint
combine mix merge join blend unite combination together
come arrive originate
comfortable comfort cosy
common frequent widespread usual typical often popular widely commonly ordinary prevalent
communicate tell talk convey communication inform contact message
community neighbourhood neighborhood local
company business firm corporation enterprise manufacturer organisation employer
compare comparison versus against relative contrast
compensate offset make-up balance reimburse compensation
compete rival competition contest competitor
complaint complain grievance
complete finish end full whole entire total conclude completion
complex complicated intricate
component part element piece ingredient constituent
comprise consist include contain make-up compose
compulsory mandatory obligatory required
computer pc laptop machine device
concentrate focus concentration
concern worry relate issue
conclude end finish find conclusion finding
condition state circumstance term
conduct carry run perform do undertake hold
confirm verify prove validate check confirmation
connect link join attach tie connection hook couple
consequence result effect outcome impact
conserve preserve protect save conservation
consider regard think view deem see
consist comprise contain compose made
constant steady stable continuous fixed
consume eat use drink burn consumption intake
contact touch reach
contain hold include comprise have carry content
container vessel bin box pot tank jar
contaminate pollute taint contamination pollution dirty
continue go-on carry-on keep remain persist proceed last
contract agreement deal
contribute add help give donate contribution
control regulate manage steer govern check manage
convenient handy easy practical
convert change turn transform conversion switch
cook prepare bake boil roast heat
cool chill cold refrigerate cooling
copy duplicate reproduce replicate
correct right fix accurate repair
cost price expense charge fee expenditure spending pay outlay
country nation state land national
couple pair two
course class training lesson programme
cover blanket coat include span wrap enclose
crack split fissure
craft make create
create make produce generate form build establish design creation develop set-up
crime offence offense
criticise criticize blame condemn criticism
crop harvest plant yield
crowd throng people
crucial vital essential important key critical
cure heal treat remedy
current present ongoing existing today now
custom tradition habit practice
customer client consumer buyer shopper
cut reduce lower trim slash decrease lessen slice chop
cycle loop round circuit
daily day everyday
damage harm hurt injure destroy spoil ruin impair wear
damp moist wet humid moisture
danger risk hazard threat peril
dark dim
data information figures statistics
date day
deal agreement handle contract
death die dead fatality mortality kill
debate discuss discussion dispute
debt loan borrow
decay rot decompose break-down
decide choose determine resolve decision opt
decline fall drop decrease reduce shrink
decompose rot break decay
decrease fall drop reduce decline lower lessen reduction shrink
dedicate devote dedicated special
deep depth
defect fault flaw problem
defend protect guard
deficiency lack shortage
define describe specify set definition mean
degree extent level
delay postpone hold-up defer late
deliver supply bring provide ship hand delivery
demand need require call requirement
democratic democracy
demonstrate show prove reveal display
dense thick compact density
department division section unit
depend rely hinge dependent reliant
describe explain outline portray call description
desert arid
design plan create develop layout draw
desire want wish
destroy ruin demolish wreck wipe destruction
detail particular specific information
detect discover find notice spot identify sense
deteriorate worsen degrade decline wear age
determine decide establish find set dictate
develop grow create evolve build form development design
device gadget appliance machine unit equipment tool apparatus
diet food eating nutrition
differ vary different difference distinct unlike
difficult hard tough tricky challenging problem difficulty
dig excavate
digest digestion
digital electronic online
dinner meal supper
direct straight immediate
director head manager leader chief
dirt soil mud earth
disappear vanish fade go
disaster catastrophe
discover find detect uncover discovery
discuss talk debate discussion
disease illness sickness condition disorder infection
display show screen exhibit
dispose discard throw disposal
distance far range
distribute spread share hand-out divide distribution
district area region quarter
divide split separate share
doctor physician medic gp
document paper record file
double twice two-fold twofold
doubt uncertain question
drain empty flow drainage
draw attract pull
drink beverage
drive operate propel steer power
drop fall decline decrease
drought dry
dry arid parched dehydrate
due owing because
durable lasting sturdy robust long-lasting hard-wearing tough longevity lifespan
duration length time period long last
duty task responsibility obligation
dwelling home house
early soon
earn make receive get income
earth ground world globe planet
ease easy relieve
eat consume feed diet
economic economy financial economical
edge rim border side
educate teach train school education
effect impact result influence consequence
effective efficient work successful
efficient effective economical efficiency
effort work attempt
egg eggs
elderly old aged senior
elect vote choose election
electricity power electric electrical current energy
element part component
eliminate remove get-rid abolish delete rid
embark begin start
emerge appear arise
emission emit release give-off discharge output
emotion feeling
employ use hire utilise
employee worker staff workforce personnel
employment job work
empty vacant
encounter meet face
encourage promote urge foster
end finish close stop conclude terminate expire conclusion
energy power
engine motor
engage involve occupy
enhance improve boost
enjoy like
enlarge expand extend
enough sufficient adequate
ensure guarantee secure make-sure
enter come-in access
enterprise company business
entire whole all complete full
environment surroundings ecological nature green setting
equal same identical equivalent match
equip fit supply furnish
equipment gear kit device tool apparatus machinery
error mistake fault
escape flee leak
especially particularly notably mainly
essential vital crucial necessary key important needed required
establish found set-up create start launch foundation form
estimate reckon guess calculate approximate put projected
evaluate assess judge
even level flat
event occasion incident
evidence proof
evolve develop
exact precise
examine inspect study check
example instance such
exceed surpass pass top outstrip above
excellent outstanding superb
exceptional rare unusual
excess surplus too-much extra
exchange swap trade switch
exclude leave-out omit
exhaust use-up tire
exhibit show display
exist be there
expand grow extend widen enlarge spread
expect anticipate predict forecast foresee expectation
expensive costly dear pricey
experience undergo feel
experiment test trial
expert specialist professional authority
explain describe account clarify
explore investigate
explode burst blow-up
export ship sell-abroad
expose subject exposure
express say
extend lengthen prolong stretch reach expand extension
extract remove draw take pull
extreme severe intense
face confront meet
facility plant site centre building
factor reason element aspect cause
factory plant works mill
fail break stop failure malfunction
fair just
fall drop decline decrease come-down
familiar known
family household relative
famous known renowned well-known celebrated
farm agriculture agricultural farmer farming grow
fast quick rapid speedy swift speed
fat grease oil
fault defect error flaw
favour prefer favor
fear afraid worry
feature characteristic include offer function
fee charge cost price
feed eat nourish
female woman
fertilise fertilize fertiliser fertilizer feed manure
festival fair celebration
few little handful
field area
fight combat battle
figure number
fill load
film movie
filter strain purify
final last ultimate
finance fund money financial funding
find discover locate learn see
finding result conclusion
fine penalty
finish end complete
fire blaze burn
firm company
fit suit install mount match
fix repair mend attach
flat apartment
flat level even
flavour taste flavor
flexible adaptable supple
float drift
flood inundate
floor ground
flow run stream
flower bloom blossom
focus concentrate
follow come-after obey succeed
food meal nutrition
force power make
forecast predict
foreign overseas
forest wood woodland tree
forget overlook
form shape create make type
formal official
former previous past
found establish
fragile delicate
frame structure
free gratis no-charge without-charge
freeze frozen ice frost
frequent often regular common
fresh new
fridge refrigerator
friend mate
fruit produce
fuel gas petrol
full complete whole filled
function work operate role purpose feature
fund finance pay money
funding finance money grant subsidy
fungus mould mold fungi
furniture furnishing
future later
gain get win obtain
game match play
gap space opening
garden yard plot gardener
gas fumes vapour
gather collect
general overall
generate produce create make
gentle mild soft
get obtain receive acquire gain
gift present
give provide supply offer hand grant
global worldwide world international
go travel move
good beneficial fine well
govern rule
government state authority administration
grade class
gradual slow step-by-step gradually
grain cereal
grant give award subsidy
grass lawn
gravel stone
great large big
green ecological eco-friendly
grip hold
ground soil earth land
group team band set class cluster
grow increase rise expand cultivate raise develop growth
guarantee ensure warranty promise assure warrant
guard protect
guess estimate
guest visitor
guide lead handbook manual
habit custom routine
habitat home
half halve
hand give
handle manage deal cope
happen occur take-place
happy satisfied glad content
hard tough firm solid difficult
harm damage hurt injury
harvest crop gather reap
hazard danger risk
head lead chief
heal cure recover
health healthy wellbeing
hear listen
heat warmth warm thermal heating
heater boiler furnace
heavy weighty weight
height tall high
help aid assist support
hide conceal
high tall
highlight stress emphasise
hire employ recruit rent engage take-on
history past
hit strike
hobby pastime
hold keep contain have
hole opening gap
holiday vacation
home house dwelling residential residence domestic household
hospital clinic
host stage
hot warm
hour hourly
house home building
household family home
huge large enormous
human person people
humid moist
hunt search
hurt harm
ice frozen
idea concept notion
ideal perfect best suitable optimal optimum
identical same
identify recognise recognize find
illegal unlawful
illness disease
image picture photo
immediate instant straight-away
immune immunity
impact effect
implement carry-out introduce
import buy-in
important significant key vital major crucial matter essential
improve better enhance boost improvement upgrade
inadequate poor insufficient
incentive reward
include contain comprise cover among feature
income earning pay revenue
increase rise grow raise boost climb growth up gain
independent separate autonomous
indicate show suggest point
individual person single
industry sector trade
infect infection contagious
inflate pump
influence affect
inform tell notify
information data detail
ingredient component
inhabitant resident
initial first early
injure hurt wound injury
innovative new
input enter
insect bug pest
insert put
inspect check
install fit set-up mount put-in installation
institute institution organisation
instruct tell teach
instruction direction guidance
insulate insulation lag insulator
insure insurance cover
intend plan
intense strong
interest appeal
interior inside
internet web online
interrupt break disrupt
interval gap period
introduce launch bring
invent devise create inventor invention
invest put investment
investigate examine study
invite ask
involve include entail mean require
issue problem matter
item thing object article
job work employment position post role
join connect
journey trip travel
judge assess
keep hold retain maintain store preserve
key main
kill destroy die
kind type sort
kitchen cooking
know aware
knowledge know-how understanding
label tag mark
laboratory lab
lack shortage without miss
lake water
land ground
landscape scenery
language tongue
large big
last endure persist continue
launch start introduce
law legislation rule regulation legal
layer coat sheet
lead cause guide
leader head chief
leaf foliage leaves
leak escape
learn study find
lease rent
leave depart
lecture talk
legal lawful
leisure recreation
lend loan
length long
lesson class
level amount
license licence permit
life lifespan lifetime
lifespan life lifetime durability longevity last service-life duration
lift raise elevate
light lamp illuminate lighting
light lightweight
like such
likely probable probably expect
limit restrict cap maximum bound restriction ceiling
line row
link connect
liquid fluid
list catalogue
listen hear
literature writing
litter rubbish
little small
live reside inhabit
load burden
loan credit
local nearby regional
locate situate find place position location sited
lock fasten
long lengthy
look appear
lose loss
loud noisy
love like
low small
lower reduce
luck fortune
lunch meal
machine device
magazine journal
mail post
main chief principal primary major key mostly mainly
maintain keep service upkeep maintenance preserve
major main big
majority most
make produce create build manufacture
male man
manage run handle
manager boss head
manual by-hand hand
manufacture make produce manufacturer producer maker
many numerous lots lot several multiple
map chart
mark label
market sell
marry wed marriage
match suit fit
material substance fabric matter
matter count
mature ripe
maximum most limit top peak up
meal food
mean signify
measure gauge step
meat flesh
medicine drug medication
medium average
meet satisfy fulfil encounter
meeting appointment conference gathering call
melt thaw
member part
memory recall
mend repair
mention refer cite
menu list
merchant trader
mess clutter
metal steel
method way approach technique procedure process
middle centre
mild gentle
military army
milk dairy
mind brain
mineral nutrient
minimum least
minor small
mistake error
mix blend stir
model type version
moderate medium
modern contemporary new
modest small
moisture water
money cash fund
monitor watch track observe
month monthly
mood feeling
morning am
mother parent
motion movement
motor engine
mount fit
mountain peak
mouse rodent
move shift relocate movement
music song
name call
narrow thin
nation country
natural nature organic
near close
necessary needed required essential
need require necessary must
negotiate bargain
neighbour neighbor nearby
nest breed
network web
neutral balanced
new recent novel fresh newly
news report
night overnight nightly
noise sound noisy loud
normal usual standard regular typical
note notice
notice see
number figure
numerous many
nurse care
nutrient nutrition mineral nourishment
obey follow
object thing
observe see watch
obtain get
obvious clear
occasional sometimes
occupy take-up live
occur happen
ocean sea marine
odour smell odor
offer provide give
office workplace
official formal
often frequently regularly commonly usually
oil fuel
online internet digital web
only just solely
open start
operate run work operation function
opinion view
opportunity chance
oppose against
option choice
orchard fruit
order command
ordinary normal
organ body
organic natural
organise organize arrange
origin source come
original first
outcome result
outdoor outside
outer external
output produce yield
outside outdoors exterior external
overcome beat
overnight night
overtake pass
own have possess owner
oxygen air
pace speed
pack package
package parcel
pain ache
paint coat
pair two
paper sheet
parent mother father
park garden
part component
participate take-part participation
partner ally
party side
pass go
passenger traveller
past former
path way
patient sufferer
pattern design
pay cost salary wage spend payment
peak top
penalty fine
people person human individual resident
perform do
performance output
period time
permanent lasting
permit allow licence
person people individual
personal own
pest insect bug
pet animal
phase stage
phone telephone mobile call
photograph photo picture
physical bodily
pick choose
picture image
piece part
pile heap stack
pipe tube duct pipework
place put
plain simple
plan intend scheme
planet earth
plant vegetation crop
plastic polymer
plate dish
play game
pleasant nice
plot site
plug connect
point spot
poison toxic
police officer
policy rule
polite courteous
political politics
pollute contaminate pollution
pond pool
poor bad
popular common
population inhabitant people
port harbour harbor
portable mobile
portion part
position place
positive good
possess have
possible potential may could can
post job
postpone delay
potential possible
poultry chicken hen
pour tip
power energy electricity
practical useful
practice habit
praise commend
precise exact
predict forecast expect
prefer favour choose
pregnant pregnancy
prepare ready preparation
present current
preserve keep
press push
pressure stress
prevent stop avoid avert
previous former earlier before last preceding prior predecessor
reserve aside earmark hold
receive get tell
only unless except
price cost
primary main
principle rule
print publish
prior before
priority important
private personal
probable likely
problem issue difficulty trouble challenge
procedure process
process method
produce make
product goods item
profession job
professional expert
profit earn earnings
programme program scheme
progress advance
prohibit ban
project scheme
promise pledge
promote encourage
proof evidence
proper correct
property estate
proportion share percentage part fraction
propose suggest
prosper thrive flourish
protect guard safeguard shield defend protection
protein nutrient
prove show
provide supply give offer deliver provision
province region
psychological mental
public state
publish release publication print
pull draw
pump circulate
punish penalise
pupil student
pure clean
purpose aim
push press
put place
qualify entitle
quality standard
quarter fourth
question ask
queue line
quick fast
quiet silent
quit leave resign
race competition
radiation radiate
rail train railway
rain rainfall precipitation
raise lift
range extend
rank rate
rapid fast
rare uncommon
rate speed
ratio proportion
raw uncooked
reach get
react respond reaction
read study
ready prepared
real actual
realise understand
reason cause
receive get
recent new late
recipe instructions
recognise recognize identify acknowledge
recommend advise
record log
recover regain recovery heal recuperate
recruit hire
recycle reuse recycling
reduce cut decrease lower lessen reduction fall minimise minimize shrink limit curb
refer mention
reflect mirror
reform change
refuse reject decline
region area
register enrol sign-up registration
regular frequent steady routine
regulate control rule
regulation rule law
reject refuse
relate connect
relax rest
release free emit publish
relevant related
reliable dependable
rely depend
remain stay keep continue left
remark comment
remedy cure
remember recall
remind prompt
remote distant far
remove take delete extract strip eliminate clear get-rid rid
renew replace
renovate refurbish renovation refurbishment modernise
rent lease hire tenant
repair fix mend
repeat again
replace substitute change exchange swap replacement
report say
represent account
request ask
require need demand must necessary
rescue save
research study investigate
researcher scientist academic
reserve book
reservoir tank store
resident inhabitant
resign quit step-down
resist withstand resistance
resistant proof
resource supply
respect regard
respond answer react
responsible charge
rest relax
restore repair
restrict limit
result outcome effect
retain keep hold
retire retirement pension
return give-back refund
reveal show
revenue income
reverse opposite
review check
reward prize
rich wealthy
ride travel cycle
right correct
ring circle
rinse wash
rise increase
risk danger chance
rival competitor
river stream
road street
rock stone
role part
roof top
room space
root base
rot decay
rotate turn
rough coarse
round circular
route path way
routine habit
row line
rubbish waste
ruin damage
rule regulation
run operate
rural countryside
rush hurry
sack bag
safe secure safety
salary pay wage
sale sell
salt sodium
same identical equal
sample specimen
sand grit
satisfied happy content pleased satisfaction
save keep
saving economy save
say state tell claim report note according mention comment
scale size
scarce rare
scatter spread
schedule timetable plan
scheme programme
scholar academic
school education
science scientific
scientist researcher
score mark
scrap discard
screen display
sea ocean
seal close
search look
season time
seat chair
secret hidden
section part
sector industry
secure safe
see observe notice
seed grain
seek look
seem appear
segment part
select choose
sell sale trade market vendor sold seller
send dispatch ship
senior older
sense feel
sensible reasonable wise
sensitive delicate
separate divide apart
series sequence
serious severe grave
serve act
service maintain
session class meeting
set put
settle agree
severe serious
shade shadow
shake vibrate
shape form
share part proportion
sharp pointed
shed hut
sheet layer
shelf rack
shell case
shelter protect
shift move
ship boat vessel
shop store retailer outlet
short brief
shortage lack
show demonstrate reveal indicate display present suggest find
shrink contract
shut close
sick ill
side edge
sign mark
signal sign
significant important
silent quiet
similar alike same like comparable
simple easy basic
single one
site place
situation condition
size dimension large
skill ability
skin hide
sleep rest
slice cut
slight small
slow gradual
small little tiny compact
smart clever
smell odour
smoke fume
smooth even
snow ice
soak wet
social society
soft gentle
soil earth ground
solar sun
soldier troop
solid hard
solution answer solve
sort kind
sound noise
source origin
space room area
spare extra
speak talk
special particular
species kind
specific particular
speech talk
speed pace fast velocity
spend pay
spill leak
spin turn
split divide
spoil rot
sponsor fund
spot place
spread distribute
spring source
square plaza
stable steady
stack pile
staff employee
stage phase
stain mark
stand be
standard norm
star celebrity
start begin
state say
statement declaration
station stop
status position
stay remain
steady stable
steal theft
steam vapour
steel metal
steep sharp
step stage
stick adhere
stiff rigid
still yet
stir mix turn agitate
stock supply
stone rock
stop cease end halt quit
store keep
storm gale
story tale
strange odd
strategy plan
straw hay
stream river
street road
strength strong
stress pressure
stretch extend
strict rigid
strike hit
string thread
strip remove
strong powerful robust sturdy
structure build
struggle fight
student pupil
study research survey trial investigation analysis
subject topic
submit hand-in apply
subsidy grant fund
substance material
substitute replace
succeed success successful manage
suck draw
sudden abrupt
suffer experience
sufficient enough
sugar sweet
suggest propose
suit match
suitable appropriate fit right suited proper
sum amount
summary overview
sun solar sunlight sunshine sunny
supervise oversee
supervisor boss manager
supply provide
support help
suppose assume
surface top
surgery operation
surprise unexpected
surround around
survey poll
survive last
suspend stop
sustain keep
sustainable green
sweat perspire
sweep clean
sweet sugary
swell expand
swim bathe
switch change
symbol sign
symptom sign
system network
table chart
tackle deal
take bring
talk speak
tall high
tank container
tap faucet
target aim
task job duty assignment
taste flavour
tax levy duty
teach educate
teacher instructor
team group
technique method
technology tech technical
temperature heat
temporary short-term
tend usually
tenant renter
term word
terrible awful
test try
text writing
theatre theater stage
theory idea
therapy treatment
thick dense
thin narrow
thing object
think believe
threat danger
thrive flourish prosper
throw toss
tidy clean
tie bind
tight firm
timber wood
time period
tiny small
tip advice
tire tyre
tissue cloth
title name
together jointly
tolerate bear withstand
tool instrument
top upper
topic subject
total overall
touch contact
tough hard
tour visit
tourist visitor
toxic poisonous
trace track
track follow
trade commerce
tradition custom
traffic transport
train teach
transfer move
transform change
transmit send
transparent clear
transport carry
trap catch
travel go
treat handle
treatment therapy
tree wood
trend tendency
trial test
trip journey
trouble problem
true correct
trust rely
truth fact
try attempt
tube pipe
turn rotate
twin double
twist turn
type kind
typical usual
ugly unattractive
under beneath
understand grasp
unit device
unite join
unusual rare
update renew
upgrade improve
upper top
upset disturb
urban city
urge push
urgent pressing
use utilise utilize employ apply usage consume run
useful helpful
user customer
usual normal
usually typically normally generally often commonly mostly
vacant empty
valid good
valley dale
valuable precious
value worth
van vehicle
vanish disappear
vapour steam
variety range
various different several
vary differ
vast huge
vegetable veg
vegetation plant
vehicle car
vent outlet
ventilate air
version model
vessel ship
victim sufferer
view opinion
village settlement
violent brutal
visible seen
visit go
visitor guest tourist
vital essential
vitamin nutrient
voice sound
volume amount
voluntary optional
volunteer helper
vote elect
wage pay
wait stay
wake rouse
walk stroll
wall side
want wish
warm heat
warn alert
warranty guarantee
wash clean
waste rubbish refuse garbage trash scrap scraps
watch observe
water moisture
wave surge
way method
weak feeble
wealth rich
weapon arm
wear use
weather climate
weed plant
week weekly
weigh weight
welcome accept
well good
wet damp
wheat grain
wheel tyre
whole entire
wide broad
wife spouse
wild untamed
win gain
wind breeze
window pane
wine drink
wing arm
winter cold
wire cable cabling
wise sensible
wish want
withdraw remove
withstand resist
witness see
woman female
wonder question
wood timber
word term
work function
worker employee
workplace office
world globe
worldwide global
worry concern
worth value
wound injury
wrap cover
write author
wrong incorrect
yard garden
year annual
yield produce
young youth
zone area
toddler child infant kid youngster baby
baby infant newborn
teenager adolescent teen youth
pensioner senior retiree retired elderly
reject refuse decline turn dismiss deny rebuff turned
forbid ban prohibit bar outlaw off-limits taboo
exempt free spare excuse relieve
afford expensive budget pay
cooperative co-op association union alliance
farm holding estate grower farmer producer
team group crew squad researcher staff
researcher author scientist team academic investigator expert study scholar
physician doctor clinician medic practitioner surgeon
vote ballot referendum poll election voter citizen
voter citizen elector public people
parliament legislature assembly congress
minister secretary official
mayor council municipality town-hall
spokesman spokeswoman spokesperson representative press
boss owner proprietor head director manager chief
chair chairman chairwoman president head
founder establish start set-up launch
blackout outage power-cut failure
fridge refrigerator cooler
lift elevator
pavement sidewalk path
motorway highway freeway road
lorry truck
petrol gasoline gas fuel
mobile cell phone smartphone
telly television tv
film movie picture
football soccer
holiday vacation leave trip
autumn fall
flat apartment unit dwelling home
ground-floor downstairs
wage salary pay earnings income remuneration
raise rise increase pay-rise
rent tenancy lease let hire
landlord owner lessor
tenant renter lodger resident occupant
mortgage loan credit
deposit down-payment security
fine penalty surcharge
bill invoice
fee fare ticket price charge cost admission
ticket fare pass
discount reduction rebate concession
refund reimburse repay money back
subsidy grant aid funding support
budget fund allocate plan
invest put spend
earn make take-home receive bring
profit gain surplus return earnings
loss deficit
turnover sales revenue takings
output production yield harvest produce
yield harvest crop output return
demand appetite interest need
shortage scarcity lack deficit short scarce
surplus excess glut
forecast predict project expect anticipate estimate
expectation forecast estimate prediction plan hope
plan schedule intend announce budget budgeted
deadline due date limit
delay late postpone behind overdue
complete finish end conclude wrap finalise
open reopen inaugurate launch start
close shut shutdown closure
repair mend fix maintenance restore
restore renovate refurbish repair rebuild
replace swap substitute give-way change exchange successor
successor replacement next
predecessor forerunner previous former old
demolish tear-down pull-down knock-down raze
erect build put-up construct raise
dig drill bore excavate tunnel sink
deep depth deeper
wide width broad
high height tall
long length
heavy weight weigh
quick fast speed time
stay remain keep continue
change alter shift difference vary differ
unchanged same constant stable steady
improve better recover upgrade enhance progress
worsen deteriorate decline suffer aggravate
suffer struggle ail hit endure
recover rebound bounce regain improve
shrink contract diminish dwindle lessen reduce
grow expand increase swell rise climb
double twice twofold
triple thrice treble threefold
halve half cut
exceed surpass top outnumber beat above
beat outperform defeat surpass better win
match equal rival same
differ vary contrast diverge
resemble similar like alike
cause lead result trigger bring produce blame
blame responsible attribute accuse fault
thanks because due owing
therefore so thus hence
prevent stop avert avoid keep block
allow let enable permit possible can may
require need demand must compulsory oblige
need require take necessary
recommend advise suggest urge propose advocate tell
warn caution alert advise
advise warn counsel
complain object protest grumble criticise
criticise attack object fault blame critic
praise commend laud welcome
welcome greet praise accept
doubt sceptical skeptical question suspect unsure
suspect believe think assume guess
sceptical doubtful wary cautious
keen eager enthusiastic enthusiasm interested
interested keen interest
reluctant unwilling hesitant
satisfied happy content pleased
unhappy dissatisfied displeased
worry fear concern anxious
afraid fear scare
hope expect wish
want wish desire like prefer would
prefer favour like opt rather
refuse decline reject
agree consent accept approve
disagree differ dispute object
dispute disagreement quarrel conflict row
promise pledge vow guarantee undertake
guarantee warrant assure ensure warranty
warranty guarantee cover
insurance cover policy insurer
insurer insurance company
claim say maintain allege
reveal show disclose uncover
emerge appear turn-out come
conclude find infer decide
study survey research trial investigation paper
trial test experiment pilot study
participant subject volunteer taker person patient
patient sufferer person
volunteer helper unpaid
interview ask question poll survey
respondent participant asked surveyed
examine inspect check analyse look study test
analyse examine study evaluate assess
measure gauge record track monitor
track follow monitor trace observe
follow accompany observe watch track
watch observe see follow view
count tally number total
discover find detect notice spot identify
notice see observe spot
recognise identify know
compare contrast against versus opposed
link connection relation association correlation tie
effect impact influence difference consequence
influence affect effect
risk danger hazard chance likelihood
danger risk threat
dangerous risky hazardous unsafe harmful
safe secure harmless
harm damage hurt injure
injury wound hurt
die death dead perish kill lose survive
survive live last outlive withstand
withstand resist hold survive endure
drown die
ill sick unwell
illness sickness disease ailment
sick leave absence ill off
pain ache hurt sore
decay caries cavity rot
cavity decay caries hole
tooth teeth dental dentist
dentist dental tooth
blood pressure hypertension
sleep asleep rest slumber
asleep sleep doze
awake wake waking
nap doze siesta
tired fatigue exhausted weary
drink beverage sip consume
meal dish food lunch dinner
lunch lunchtime midday noon meal
breakfast morning
evening night dusk
morning dawn early
dusk sunset twilight
dawn sunrise daybreak
daily day everyday
weekly week
monthly month
yearly annual year annually
decade ten-years
twice double two
once one
always constantly permanently ever
never not
seldom rarely infrequently
often frequently regularly
sometimes occasionally
immediately instantly at-once promptly straight
gradually slowly step
suddenly abruptly
previously before earlier formerly
afterwards later then subsequently after
meanwhile
initially first beginning start
finally lastly eventually end
recently lately newly
currently now today present
soon shortly
sound noise loud hum
smell odour stink scent reek
taste flavour savour
bright light shine luminous
pale light faint
mild gentle soft moderate
strong intense powerful stark
weak faint feeble
hot warm heat
cold chilly cool frost
wet damp moist rain
dry arid drought
rain rainfall shower precipitation
storm gale tempest hurricane
flood inundate water
snow frost ice
wind breeze gale
river stream waterway
dike dam levee embankment
dam dike barrier
bridge crossing span
tunnel passage
crossing journey trip passage ferry
sail cross travel go run ship
ferry boat ship
boat ship vessel craft
train rail railway line
tram tramway streetcar
bus coach
plane aircraft flight fly air
flight fly plane
passenger traveller rider commuter people
driver motorist
ride journey trip travel
route line course way path
stop station halt
station stop
lock sluice
harbour port dock pier
pier jetty quay
island isle
coast shore seaside
valley vale
hill slope mount
mountain peak summit
forest wood woodland tree
meadow pasture grassland field
field plot land
garden yard allotment plot
greenhouse glasshouse
plant grow sow cultivate
sow plant seed
water irrigate sprinkle
weed unwanted
seed grain sow
leaf foliage
fruit berry crop
berry fruit cherry
vegetable produce
soil earth ground dirt
compost manure fertiliser
rot decompose decay
bee hive colony
hive colony bee
colony hive swarm
bird fowl
nest breed box
breed nest reproduce
cat feline pet
dog canine pet
horse pony
sheep lamb flock
cattle cow livestock
milk dairy
cheese dairy
bread loaf
dough bread loaf
flour grain
bake cook oven
boil cook heat
fry cook
stir mix
freeze frozen ice
store keep stock save hold
storage store keep hold capacity
charge load power
battery cell storage accumulator
plug socket outlet
cable wire lead
screen display monitor
software program application app
program software application
encrypt encode scramble encryption
password code key
backup copy save
copy backup duplicate
file document data
update upgrade version release
release publish launch issue bring-out
publish release issue appear print
edition version issue
version edition model release
model version type
device machine gadget appliance
appliance device machine
pump machine
furnace kiln oven
kiln oven furnace
fire bake burn heat
glaze coat finish
paint colour coat
wall partition
roof top
window pane glass
door entrance
floor storey level
storey floor
room space chamber
kitchen cook
laundry wash
shed hut
workshop studio
insulate insulation lag
insulation lag insulate
thick thickness
thin thinness
gap hole opening space
hole gap opening
crack split gap
break crack fail snap
fail break collapse give-way
faulty defective broken
defective faulty broken
broken defective damaged
lost missing gone
missing lost absent lack
stolen theft taken
return bring-back give-back come-back back
borrow lend loan take-out
lend borrow loan
item thing object article piece product
stuff things goods
tool implement instrument
library lending
book volume title
read reading aloud
write written author
pupil student schoolchild child
teacher tutor instructor
class lesson course grade
school classroom education
university college academic
degree qualification
exam test
award prize honour
win victory triumph
race run competition
runner athlete competitor participant
compete race enter
lead ahead front
team side club
club association society
society association club
member belong
join enter sign-up
found establish create set-up
set-up establish install create
appoint name choose
dismiss fire sack
hire recruit employ take-on
employ job staff
employee worker staff colleague workforce
worker employee labourer
colleague co-worker workmate
manager boss executive superior
meeting conference session
office workplace desk
desk workplace table
shift turn
hour time
overtime extra
leave holiday absence
compulsory mandatory required forced must
forced compelled obliged must
voluntary optional free choice
free gratis complimentary charge
gratis free
cheap inexpensive low-cost affordable budget
expensive costly dear pricey
worth value
value worth price
save economise cut spare
waste squander lose scrap
lose waste shed forfeit
leftover scrap waste remains
rubbish waste trash bin
bin rubbish throw
throw bin discard
discard throw bin scrap
bicycle bike
car vehicle automobile
van vehicle
mileage distance kilometre mile
distance far away mileage range
range distance reach
near close by
far distant away
inside within indoors
outside outdoors beyond
abroad foreign overseas export
domestic home national country
local nearby regional
national country state
border frontier
country nation land state
town city place community
city town urban
village hamlet
street road
road street route
house home building
home house household
household family home
family household relatives
parent mother father
mother parent mum
father parent dad
wife husband spouse partner
boy male lad
girl female
man male
woman female
alone own solo unaccompanied company
together jointly shared
share split divide portion
split divide share
part portion section share
whole entire complete
half fifty
quarter fourth twenty-five
third
majority most
minority few
most majority
several some various
many numerous lots
few little hardly
enough sufficient adequate
extra additional more further
further additional more extra
another additional second
only just merely solely
except apart bar excluding
besides addition also
instead rather place
although though despite however
despite although regardless
unless except
whether if
role part function importance
matter count important role
importance significance weight
important significant key vital
significant considerable important marked
considerable substantial significant sizable
slight small minor little
huge enormous vast giant
tiny minute small
main chief principal primary
common usual widespread frequent
rare unusual uncommon scarce
special particular specific
normal usual ordinary regular
strange odd unusual
new recent fresh modern
old ancient former
modern new contemporary recent
former old past previous
original first initial old
popular liked loved favourite demand
favourite preferred popular
famous known
known famous familiar
unknown unclear
clear certain plain evident
unclear uncertain open
certain sure
uncertain unclear unsure open
true real right
false wrong untrue
right correct
wrong incorrect mistake
mistake error wrong
error mistake fault
problem trouble difficulty issue
trouble problem difficulty
solution answer remedy
answer reply response
question ask query
reason cause why
purpose aim goal
aim goal target purpose meant
target goal aim
success succeed
failure fail
begin start commence
end finish close over
occur happen
happen occur place
take-place occur happen held
hold have keep
carry transport bear
bring take carry
send dispatch deliver
deliver bring supply send
receive get obtain
get receive obtain become
give provide offer hand
offer provide give available
provide give supply
available offer obtainable had
buy purchase acquire
sell sale market
sale sell
shop store
market sell fair
customer buyer client shopper
owner proprietor possess own
own possess have belong
use employ apply utilise
apply use count valid
valid apply good
count apply
work function operate job
function work operate
operate run work
run operate manage
manage run lead
lead manage run head
control manage check
check test inspect control
test check trial
try attempt test
help aid assist benefit useful
benefit advantage profit help gain
profit benefit gain
useful helpful good
effective work successful
handle deal cope
deal handle agreement
agreement deal contract pact
contract agreement
law act rule legislation
rule law regulation
court tribunal judge
judge court
police officer
crime offence
prison jail
war conflict
peace calm
army military
attack assault
defend protect
protect guard shield against
guard protect
hide conceal
show display reveal
display show
see view
view see sight
look see appear
visible seen naked-eye
naked unaided bare
eye sight
hear listen
listen hear
speak talk say
talk speak
language tongue word
word term vocabulary
vocabulary word
sentence phrase
bilingual two-language
mother-tongue native
native local
comet star
orbit circuit revolve
planet world
earth world
sky heaven
star sun
sun solar
moon lunar
hemisphere half
observer watcher viewer
viewer watcher
tail trail
bright brilliant
brightness bright magnitude
`;
