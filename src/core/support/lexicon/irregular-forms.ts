/** Forms of English words that no ending tells: the plain form, then the others. */
const FORMS = `
go goes went gone
make made
keep kept
hold held
build built
buy bought
rise rose risen
fall fell fallen
grow grew grown
run ran
begin began begun
take took taken
give gave given
find found
lose lost
win won
pay paid
say said
tell told
think thought
lead led
leave left
meet met
send sent
spend spent
write wrote written
drive drove driven
ride rode ridden
see saw seen
know knew known
show shown
draw drew drawn
throw threw thrown
break broke broken
speak spoke spoken
choose chose chosen
freeze froze frozen
wear wore worn
eat ate eaten
drink drank drunk
sink sank sunk
shrink shrank shrunk
swim swam swum
become became
come came
get got gotten
sell sold
stand stood
understand understood
bring brought
teach taught
catch caught
feed fed
feel felt
deal dealt
mean meant
sleep slept
sweep swept
sit sat
dig dug
hang hung
lie lay lain
lay laid
shine shone
shoot shot
bind bound
wind wound
bear bore born borne
tear tore torn
swear swore sworn
steal stole stolen
hide hid hidden
bite bit bitten
fly flew flown flies
blow blew blown
do did done does
have has had
lend lent
bend bent
burn burnt
learn learnt
dry dried drier
child children
person people persons
man men
woman women
foot feet
tooth teeth
mouse mice
goose geese
life lives
leaf leaves
shelf shelves
half halves
wife wives
loaf loaves
knife knives
wolf wolves
calf calves
analysis analyses
basis bases
crisis crises
datum data
medium media
criterion criteria
bacterium bacteria
fungus fungi
nucleus nuclei
index indices
good better best
bad worse worst
far further farther
say says
die died dying dies
lie lying
tie tying tied
use using used
fit fitted fitting
put putting
hear heard
read reads
withdraw withdrew withdrawn withdrawal
undergo underwent undergone
overcome overcame
`;
const forms = new Map(
  FORMS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ');
      return words.map((word): [string, string] => [word, words[0] ?? word]);
    }),
);

/** The plain form of an irregular English word, or the word itself. */
export function plainForm(word: string): string {
  return forms.get(word) ?? word;
}
