import { describe, expect, it } from 'vitest';
import { checkClaim } from '../../../../src/core/support/check-claim.ts';
import { REASONABLE_MS } from '../../../support/reasonable-time.ts';
import { checkAgainst as check } from './check-against.ts';

describe('checkClaim', () => {
  it.each([
    ['The plan costs 1,200 euros.', 'The plan costs 1200 euros.'],
    ['The plan costs 1,200 euros.', 'The plan costs 1.200 euros.'],
    ['The plan costs 1 200 euros.', 'The plan costs €1,200.'],
    ['About 3,400 boats use the canal.', 'Some 3.4k boats use the canal.'],
    ['The bridge cost 1.2 million euros.', 'It took €1.2m to build the bridge.'],
    ['Sales rose by 42 percent.', 'Sales went up by 42 %.'],
    ['A quarter of the cars failed.', '25% of the cars failed.'],
    ['Two thirds of the tenants agreed.', '67 percent of tenants consented.'],
    ['The club has 12 members.', 'There are a dozen members in the club.'],
    ['The trial lasted six months.', 'The trial went on for half a year.'],
    ['Tickets are valid for 14 days.', 'A ticket is valid for a fortnight.'],
    ['The journey takes 2 hours and 30 minutes.', 'The journey takes two and a half hours.'],
    ['The room is 3.5 metres high.', 'The room is 350 cm high.'],
    ['Members pay 120 euros a year.', 'Members pay 10 euros a month.'],
    ['The shop closes at 7 pm.', 'The shop is open until 19:00.'],
    ['The shop closes at noon.', 'The shop is open until 12:00.'],
    ['The law took effect on 5 January 2020.', 'On Jan 5, 2020 the law came into force.'],
    ['The law took effect on 5 January 2020.', 'The law took effect on 2020-01-05.'],
  ])('takes forms of one figure for the same: %s / %s', (source, claim) => {
    expect(check(source, claim)).toMatchObject({ verdict: 'supported' });
  });

  it.each([
    ['Model A is heavier than model B.', 'Model B weighs less than model A.'],
    ['Boys read less than girls.', 'Girls read more than boys.'],
    [
      'The eastern line opened before the western line.',
      'The western line opened later than the eastern one.',
    ],
    [
      'Batteries with liquid cooling lasted longer than those cooled by air.',
      'Air-cooled batteries did not last as long as liquid-cooled ones.',
    ],
    ['The museum is closed on Mondays.', 'On Mondays the museum does not open.'],
    ['Smoking is forbidden in the hall.', 'You may not smoke in the hall.'],
    ['The drug has no side effects.', 'The drug is free of side effects.'],
    ['The two groups did not differ.', 'Both groups fared alike.'],
    ['He is the tallest player.', 'No other player is taller than he is.'],
    ['Costs exceeded the budget by 2 million.', 'The budget was 2 million too low.'],
    [
      'Of the 430 things, 86 have been lost or broken.',
      'One in five of the things has got lost or broken.',
    ],
    [
      'Meetings became shorter: 38 minutes instead of 51.',
      'Meetings are 13 minutes shorter than they used to be.',
    ],
    [
      'The restoration took seven years and was completed in 2014.',
      'The restoration was begun in 2007.',
    ],
  ])('supports what is seen from another side: %s / %s', (source, claim) => {
    expect(check(source, claim)).toMatchObject({ verdict: 'supported' });
  });

  it.each([
    [
      'The insurance covers theft only if the bicycle was locked.',
      'Theft is not covered if the bike was not locked.',
    ],
    ['The clock strikes only by day.', 'At night the clock does not strike.'],
    ['Visitors may climb the tower, except on Mondays.', 'The tower cannot be climbed on Mondays.'],
    [
      'A year later the difference had vanished.',
      'A year later there was no longer any difference.',
    ],
    ['Unless it rains, the well stays clear.', 'If it rains, the well does not stay clear.'],
    ['Not until 1962 did the village get electricity.', 'The village got electricity in 1962.'],
    [
      'Costs did not rise, since less food is thrown away.',
      'It does not cost more, because less food is wasted.',
    ],
    ['Damage below 100 euros is not paid.', 'Only damage of 100 euros or more is paid.'],
    ['Swans rarely attack.', 'Attacks by swans are rare.'],
  ])('supports what is denied in another way: %s / %s', (source, claim) => {
    expect(check(source, claim)).toMatchObject({ verdict: 'supported' });
  });

  it.each([
    [
      'The move cost 6.2 million euros, half a million less than planned.',
      'The move had been planned at 6.7 million euros.',
    ],
    [
      'Of the 54 studies, 33 found paper faster.',
      'In 21 of the 54 studies paper was not found faster.',
    ],
    ['The plan needs 35 percent less power.', 'The plan saves more than a third of the power.'],
    ['Trains run from 6 am to 9 pm.', 'Trains run between 6 in the morning and 9 in the evening.'],
    ['The course takes eight weeks.', 'The course takes two months.'],
    ['They need washing every other day.', 'They need washing every two days.'],
    ['She was born in 1994 and took up running at the age of 21.', 'She took up running in 2015.'],
    [
      'The tower may be climbed from May to October.',
      'From November to April nobody can climb the tower.',
    ],
  ])('reckons with what the source tells: %s / %s', (source, claim) => {
    expect(check(source, claim)).toMatchObject({ verdict: 'supported' });
  });

  it.each([
    [
      'Productivity did not change, said Bettina Kroll.',
      'Productivity changed as well.',
      'negation',
    ],
    [
      'The bookshop moved away, not because of the traffic but because of its rent.',
      'The bookshop moved away because of the traffic.',
      'negation',
    ],
    [
      'Coffee after 4 pm cancelled the effect.',
      'Coffee after 4 pm did not cancel the effect.',
      'negation',
    ],
    [
      'Pieces stand at least one centimetre apart.',
      'Pieces must not stand more than one centimetre apart.',
      'negation',
    ],
    ['Deliveries are allowed until 10 am.', 'Deliveries are allowed from 10 am.', 'direction'],
    [
      'People who took a walk slept better than those who stayed at their desks.',
      'Those who stayed at their desks slept better than the walkers.',
      'direction',
    ],
    [
      'The hall had 48,000 guests, fewer than before but 7 percent more than in 2022.',
      'The hall had 7 percent fewer guests than in 2022.',
      'direction',
    ],
    [
      'They are ready a year sooner than native oysters, which grow more slowly.',
      'Native oysters grow faster than theirs.',
      'direction',
    ],
    [
      'A new roof would cost more than the old one.',
      'A new roof would be cheaper than the old one.',
      'direction',
    ],
  ])('contradicts what is turned in other words: %s / %s', (source, claim, fault) => {
    expect(check(source, claim)).toMatchObject({ verdict: 'contradicted', fault });
  });

  const passage =
    'The Marlow Trust followed 214 households between October 2021 and April 2023. Average running costs fell from £1,640 to £1,310 per year. Homes with loft insulation saved more than those without. The pumps cannot heat rooms above 24 °C. About 18% of the owners complained about noise. The engineer, Priya Halden, says that yards narrower than four metres are to blame.';

  it.each([
    ['number', 'The Marlow Trust followed 241 households between October 2021 and April 2023.'],
    ['number', 'About 28 percent of the owners complained about noise.'],
    ['unit', 'Average running costs fell from £1,640 to £1,310 per month.'],
    ['unit', 'The engineer says that yards narrower than four feet are to blame.'],
    ['date', 'The Marlow Trust followed 214 households between October 2020 and April 2023.'],
    ['negation', 'The pumps can heat rooms above 24 °C.'],
    ['negation', 'Owners did not complain: about 18% of the owners did not complain about noise.'],
    ['direction', 'Average running costs rose from £1,640 to £1,310 per year.'],
    ['direction', 'Homes without loft insulation saved more than those with loft insulation.'],
  ])('contradicts a planted %s: %s', (fault, claim) => {
    expect(check(passage, claim)).toMatchObject({ verdict: 'contradicted', fault });
  });

  it('does not support another name, an addition, or another subject', () => {
    expect(check(passage, 'The engineer, Paula Hartmann, blames narrow yards.')).toMatchObject({
      fault: 'name',
    });
    expect(
      check(
        passage,
        'About 18% of the owners complained about noise, and most of them have since sued the installers in court.',
      ),
    ).toMatchObject({ fault: 'detail', verdict: 'partly' });
    expect(check(passage, 'Cats need fresh water twice a day.')).toMatchObject({
      fault: 'source',
      verdict: 'unsupported',
    });
  });

  it('tells an upper limit from a lower one', () => {
    expect(
      check(
        'The licence covers up to five computers.',
        'The licence covers at least five computers.',
      ),
    ).toMatchObject({ verdict: 'contradicted', fault: 'direction' });
    expect(
      check(
        'The house is kept at no less than 16 degrees.',
        'The house is kept at 16 degrees or more.',
      ),
    ).toMatchObject({ verdict: 'supported' });
  });

  it.each([
    [
      'de',
      'Das Gerät kostet 1.299 Euro und wiegt 4,5 Kilogramm.',
      'Das Gerät wiegt 4,5 kg und kostet 1299 €.',
      'Das Gerät kostet 1.399 Euro.',
    ],
    [
      'fr',
      'Le marché réunit 64 commerçants et ouvre à 7 h.',
      'Le marché réunit 64 commerçants.',
      'Le marché réunit 46 commerçants.',
    ],
    [
      'es',
      'El tren tarda tres horas y cuesta 25 euros.',
      'El tren cuesta 25 euros.',
      'El tren cuesta 52 euros.',
    ],
    [
      'de',
      'Hunde dürfen den Saal nicht betreten.',
      'Den Saal dürfen Hunde nicht betreten.',
      'Hunde dürfen den Saal betreten.',
    ],
    [
      'de',
      'Der Monatsbeitrag beträgt 18,90 Euro, und der Blutdruck änderte sich nicht.',
      'Der Beitrag im Monat beträgt 18,90 Euro.',
      'Der Blutdruck änderte sich.',
    ],
    [
      'fr',
      "Depuis 2017, Claire n'utilise plus de désherbants chimiques.",
      'Depuis 2017, Claire a cessé d’utiliser des désherbants chimiques.',
      'Depuis 2017, Claire utilise des désherbants chimiques.',
    ],
  ])('checks %s', (language, source, faithful, fault) => {
    expect(check(source, faithful, language)).toMatchObject({ verdict: 'supported' });
    expect(check(source, fault, language)).toMatchObject({ verdict: 'contradicted' });
  });

  it('quotes the words that it rests on, with offsets in the source', () => {
    const found = check(passage, 'Roughly 18 percent of owners complained of noise.');
    const words = 'About 18% of the owners complained about noise.';
    const start = 100 + passage.indexOf(words);
    expect(found.evidence).toEqual({
      sourceId: 's1',
      passageId: 's1p1',
      start,
      end: start + words.length,
      text: words,
    });
  });

  it('says what a sentence lacks that cites nothing, or is too long', () => {
    expect(checkClaim('It works.', [], 'en')).toMatchObject({
      verdict: 'unsupported',
      reason: 'No source is cited.',
    });
    expect(check(passage, 'word '.repeat(2000))).toMatchObject({ verdict: 'unsupported' });
  });

  it('reads hostile text in time that grows with its length', () => {
    const texts = [
      'a'.repeat(5_000_000),
      'word 5 not more than '.repeat(20_000),
      '1,'.repeat(500_000),
      'as as as '.repeat(100_000),
      'fewer, more than in 2022 but 7 percent '.repeat(20_000),
      'each twice as much every 2 weeks at 5 pm '.repeat(10_000),
    ];
    for (const text of texts) {
      const began = performance.now();
      check(text, 'It is not as long as 5 words, and no more than the others.');
      check(text, 'It costs half as much every fortnight until 6 pm, £10 in all.');
      check('It is short.', text);
      expect(performance.now() - began).toBeLessThan(REASONABLE_MS);
    }
  });
});
