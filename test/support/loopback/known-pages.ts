import type { LoopbackResult } from './search-results.ts';

/** Sentences whose figures and words are known, for tests on what articles say. Each begins in its own way. */
const PAGES: readonly { host: string; title: string; text: string }[] = [
  {
    host: 'energy.example.org',
    title: 'How a heat pump works',
    text: `# How a heat pump works

A heat pump moves heat from the air, the ground or water into a building. Its compressor raises the temperature of the refrigerant before that reaches the heating circuit. For every kilowatt hour of electricity a sound unit delivers between 3 and 4 kilowatt hours of heat. Ground collectors need a garden of 200 square metres or more.

## Noise

Outdoor units of current models reach about 50 decibels at a distance of one metre. Rubber feet under the frame keep vibration out of the walls. Neighbours complain less where the fan points to the street. Hedges and fences dampen the sound by 5 decibels at most.

## Lifetime

Most compressors last 18 years when they are serviced every second year. Dirty filters raise the consumption by up to 12 percent. Makers give a warranty of 5 years on their units. Refrigerant has to be checked for leaks once a year.`,
  },
  {
    host: 'prices.example.com',
    title: 'What a heat pump costs',
    text: `# What a heat pump costs

An air source unit for a detached house costs between 9000 and 14000 euros with its installation. Drilling for a ground source adds about 6000 euros to the bill. Grants cover 30 percent of the investment in many regions. Old radiators often have to be replaced by larger ones.

## Running costs

Households in well insulated buildings pay 900 euros a year for the electricity. Solar panels on the roof cut that bill by a third. Special tariffs for heat pumps are 20 percent cheaper than those for the rest of the house. Service visits cost 180 euros each.

## Savings

Compared with oil heating, owners save 700 euros a year. Ten years are a usual time until the investment has paid off. Installers charge 65 euros an hour on average. Three offers are enough to see which price is fair.`,
  },
  {
    host: 'renovation.example.net',
    title: 'Heat pumps in old buildings',
    text: `# Heat pumps in old buildings

Buildings from before 1980 lose twice as much heat as new ones. Flow temperatures of 55 degrees are the most that a heat pump should have to deliver. Underfloor heating does with 35 degrees. Insulation of the roof comes first because it costs least.

## Planning

Engineers calculate the heat load of every room before they choose a unit. Oversized units switch on and off too often and wear out early. Permits are needed for drilling, and the authority takes 8 weeks to grant them. Winter is the wrong time to change the heating.

## Experience

Two thirds of the owners in a survey of 1200 households would buy the same unit again. Complaints concern noise and slow service most often. Hybrid systems keep an old boiler for the coldest 20 days of the year. Hot water tanks of 300 litres serve a family of four.`,
  },
];

/** The same pages for every search. */
export function knownPages(): LoopbackResult[] {
  return PAGES.map(({ host, title, text }, index) => ({
    title,
    url: `https://${host}/heat-pumps`,
    content: text.slice(0, 300),
    score: 0.9 - index / 10,
    raw_content: text,
  }));
}
