import { describe, expect, it } from 'vitest';
import { checkAgainst as check } from './check-against.ts';

describe('checkClaim on free rewordings', () => {
  it.each([
    [
      'a month some months before a date',
      'The tram opened on 9 December 2019, fourteen months behind schedule.',
      'The tram should have been open in October 2018.',
      'The tram should have been open in November 2018.',
    ],
    [
      'a share of counts from sentences far apart',
      'In 2018 they put up 48 nest boxes. No bird came for two years. Then recordings were played. By 2023 there were 29 occupied boxes.',
      'By 2023 some 60 percent of the boxes were taken.',
      'By 2023 some 80 percent of the boxes were taken.',
    ],
    [
      'a number below zero as a loss',
      'The return of the fund in 2022 was minus 6.4 percent.',
      'In 2022 the fund lost 6.4 percent.',
      'In 2022 the fund lost 7.4 percent.',
    ],
    [
      'what is over the whole',
      'Reserves cover 118 percent of the obligations.',
      'The reserves exceed the obligations by 18 percent.',
      'The reserves exceed the obligations by 28 percent.',
    ],
    [
      'a multiple that is only a bound',
      'Wool costs 28 euros and mineral wool 11 euros.',
      'Wool is more than twice as dear as mineral wool.',
      'Wool is more than four times as dear as mineral wool.',
    ],
    [
      'a part that is only a bound',
      'Fares cover two fifths of the cost.',
      'Fares bring in less than half of the cost.',
      'Fares bring in less than a quarter of the cost.',
    ],
    [
      'a rank as a count of times in a row',
      'A second dry winter in a row could force the operator to ration water.',
      'Water might be rationed if two winters running are dry.',
      'Water might be rationed if four winters running are dry.',
    ],
    [
      'a time of day by a difference',
      'The café opens at 6 am in summer, an hour earlier than in winter.',
      'In winter the café does not open until 7 am.',
      'In winter the café does not open until 9 am.',
    ],
    [
      'an hour without its sign',
      'The baker sells out by 10.',
      'By ten in the morning the baker has sold everything.',
      'By eight in the morning the baker has sold everything.',
    ],
    [
      'a difference over two units',
      'Coffee costs £2.40; those who bring their own cup pay 30 pence less.',
      'With a cup of your own, coffee is £2.10.',
      'With a cup of your own, coffee is £2.20.',
    ],
    [
      'what a denied share leaves',
      'About 18 percent of the owners complained about noise.',
      '82 percent of the owners did not complain about noise.',
      '72 percent of the owners did not complain about noise.',
    ],
    [
      'what all have given together',
      'To found the shop, 210 villagers put up £50 each.',
      'Between them the villagers put up £10,500 for the shop.',
      'Between them the villagers put up £12,500 for the shop.',
    ],
    [
      'the time between two times of day',
      'The night train leaves at 9:40 pm and arrives at 7:15 am.',
      'The night train takes nine hours and 35 minutes.',
      'The night train takes eight hours and 35 minutes.',
    ],
    [
      'the months that are left',
      'The school is shut between November and March.',
      'The school is open from April to October.',
      'The school is open from February to October.',
    ],
  ])('reckons %s', (_, source, faithful, fault) => {
    expect(check(source, faithful)).toMatchObject({ verdict: 'supported' });
    expect(check(source, fault).verdict).not.toBe('supported');
  });

  it('reckons a multiple from the other side only where the sides are swapped', () => {
    const source =
      'Those who received a short training session used the desks twice as much as those who got only a leaflet.';
    expect(
      check(
        source,
        'People who were merely handed a leaflet used the desks only half as much as those who had been trained.',
      ),
    ).toMatchObject({ verdict: 'supported' });
    expect(
      check(
        source,
        'Those who received training used the desks half as much as those who got only a leaflet.',
      ).verdict,
    ).not.toBe('supported');
  });

  it.each([
    [
      'the degree is that of another clause',
      'Households used 11 percent less water during the ban, whereas consumption in the next county rose slightly.',
      'In the county next door people used a little more water than before.',
      'Households used more water during the ban.',
    ],
    [
      'what is said next still compares the two',
      'Cold brew was 60 percent less acidic than filter coffee, though its caffeine content was almost equal.',
      'Cold brew has nearly as much caffeine as filter coffee but far less acid.',
      'Cold brew was more acidic than filter coffee, though its caffeine content was almost equal.',
    ],
    [
      'one gains what the other loses',
      'Similar cases in Ostheim and Braun had ended in favour of the landlords.',
      'In Ostheim and Braun, tenants had lost comparable cases.',
      'Similar cases in Ostheim and Braun had ended in favour of the tenants.',
    ],
    [
      'a word bounds a share',
      'In 12 of the 260 homes lead exceeded the limit, though the water is soft.',
      'In less than five percent of the homes there was too much lead.',
      'In 12 of the 260 homes lead was below the limit, though the water is soft.',
    ],
    [
      'an order word stands first',
      'Working hours were fixed before. Before the pandemic nobody was allowed to work from home, but that has changed.',
      'Working from home was not permitted before the pandemic.',
      'After the pandemic nobody was allowed to work from home.',
    ],
  ])('takes no direction for turned where %s', (_, source, faithful, fault) => {
    expect(check(source, faithful)).toMatchObject({ verdict: 'supported' });
    expect(check(source, fault)).toMatchObject({ verdict: 'contradicted' });
  });

  it('answers one denial with another of the same sentence', () => {
    const source =
      'Milk must not be given to hedgehogs, because they cannot digest it; a bowl of water is enough.';
    expect(check(source, 'Give hedgehogs water, not milk.')).toMatchObject({
      verdict: 'supported',
    });
    expect(check(source, 'Milk must be given to hedgehogs.')).toMatchObject({
      verdict: 'contradicted',
      fault: 'negation',
    });
  });

  it('takes a unit with a number, or a noun that takes up the subject, for no addition', () => {
    expect(
      check(
        'Demand has risen every year since 2015.',
        'Demand has gone up year after year since 2015.',
      ),
    ).toMatchObject({ verdict: 'supported' });
    const buses = 'The night buses run on Fridays and Saturdays from midnight to 5 am.';
    expect(check(buses, 'At night the service is limited to Fridays and Saturdays.')).toMatchObject(
      { verdict: 'supported' },
    );
    expect(
      check(buses, 'The night buses run on Fridays and Saturdays with a snack bar on board.')
        .verdict,
    ).not.toBe('supported');
  });

  it.each([
    [
      'de',
      'Bei Windstärke 8 oder mehr bleibt die Fähre im Hafen. Die Fähre fährt sonst stündlich.',
      'Ab Windstärke 8 bleibt die Fähre im Hafen.',
      'Ab Windstärke 6 bleibt die Fähre im Hafen.',
    ],
    [
      'de',
      'An Bord des Schiffs ist Platz für 120 Fahrgäste und 15 Autos.',
      'Auf dem Schiff haben 120 Personen und 15 Autos Platz.',
      'Auf dem Schiff haben 140 Personen und 15 Autos Platz.',
    ],
    [
      'de',
      'Geschwister kosten 70 Euro im Monat, andere Kinder 145 Euro.',
      'Geschwister kosten weniger als die Hälfte.',
      'Geschwister kosten weniger als ein Viertel.',
    ],
    [
      'es',
      'La tarifa es de 30 euros, y los primeros 45 minutos de cada viaje son gratuitos.',
      'Los primeros 45 minutos no cuestan nada.',
      'Los primeros 54 minutos no cuestan nada.',
    ],
  ])('reads openers, bounds and what is free in %s', (language, source, faithful, fault) => {
    expect(check(source, faithful, language)).toMatchObject({ verdict: 'supported' });
    expect(check(source, fault, language).verdict).not.toBe('supported');
  });
});
