import test from 'node:test';
import assert from 'node:assert/strict';
import { figure, laidOut, probe, table } from './world.js';
import { kinds } from '../../assets/js/charts/index.js';
import { between, places } from '../../assets/js/charts/race-frames.js';
import { clockOf } from '../../assets/js/charts/race-clock.js';
import { now } from '../../assets/js/charts/race-place.js';

const jan = Date.UTC(2025, 0, 1);
const mar = Date.UTC(2025, 2, 1);

/** rows: [name, modality, date, count] */
function world(rows, more = {}) {
  const posts = { '2025-01': 1000, '2025-03': 10000 };
  return figure('race', table('race', {
    source: ['category', rows.map(() => 'hn')], by: ['category', rows.map(() => 'family')], name: ['text', rows.map((r) => r[0])], modality: ['category', rows.map((r) => r[1])],
    date: ['text', rows.map((r) => r[2])], count: ['count', rows.map((r) => r[3])], posts: ['count', rows.map((r) => (more.raw ? null : posts[r[2]] || 5000))],
  }), { options: { sources: ['hn'], titles: { hn: 'Mentions on HN' }, nouns: { hn: 'mentions' }, places: { hn: 'on HN' }, bys: { hn: 'family' }, rates: more.raw ? [] : ['hn'], notes: { 'hn|2025-03': '10,000 posts' } } });
}
const three = (more) => world([['Ada', 'nlp', '2025-01', 3], ['Bob', 'cv', '2025-01', 9], ['Cyd', 'nlp', '2025-01', 1], ['Ada', 'nlp', '2025-03', 20], ['Bob', 'cv', '2025-03', 10], ['Cyd', 'nlp', '2025-03', 0]], more);
const order = (bars) => bars.slice().sort((a, b) => a.y - b.y).map((b) => b.key);

test('at a date bars stand at their counts, in their ranks; of 10,000 posts where these are known', () => {
  const { placed, words, shown } = laidOut(kinds.race, three());
  assert.deepEqual(order(placed.now.bars), ['Ada', 'Bob']);
  assert.deepEqual(placed.now.bars.map((b) => b.text), ['20', '10']);
  assert.equal(placed.now.note, '10,000 posts');
  assert.ok(Math.abs(placed.now.bars[0].w / placed.now.bars[1].w - 2) < 1e-9);
  assert.equal(words.title, 'Ada leads in March\u00a02025 with 20 in 10,000 posts, Bob follows with 10');
  assert.deepEqual(shown.values, { rank: [1, 2], name: ['Ada', 'Bob'], modality: ['nlp', 'cv'], rate: [20, 10], count: [20, 10] });
  const first = laidOut(kinds.race, three(), { at: '2025-01' });
  assert.deepEqual(order(first.placed.now.bars), ['Bob', 'Ada', 'Cyd']);
  assert.deepEqual(first.placed.now.bars.map((b) => b.text), ['30', '90', '10']);
  assert.equal(laidOut(kinds.race, three(), { unit: 'count', at: '2025-01' }).words.title, 'Bob leads in January\u00a02025 with 9 mentions, Ada follows with 3');
});

test('between two dates lengths run straight and nobody jumps', () => {
  const { placed } = laidOut(kinds.race, three());
  let before = null;
  for (let k = 0; k <= 2000; k += 1) {
    const at = new Map(now(placed, jan + ((mar - jan) * k) / 2000).bars.map((b) => [b.key, b.place]));
    if (before) for (const [key, place] of at) if (before.has(key)) assert.ok(Math.abs(place - before.get(key)) < 0.2, `${key} at ${k}`);
    before = at;
  }
  // At rest nobody stands in another's place.
  for (let k = 0; k <= 50; k += 1) assert.ok(now(placed, jan + ((mar - jan) * k) / 50, true).bars.every((b) => Number.isInteger(b.place)));
  const half = now(placed, (jan + mar) / 2);
  assert.match(half.note, /^interpolated, January\u00a02025 to March\u00a02025$/);
  assert.equal(half.bars.find((b) => b.key === 'Bob').value, 50);
});

test('over the line of dates stands who leads, from the date on which they begin to', () => {
  assert.deepEqual(laidOut(kinds.race, three()).placed.leads.map((l) => [l.text, l.anchor]), [['leads: Bob', 'start'], ['Ada', 'end']]);
  const rows = (name, counts) => counts.map((c, i) => [name, 'nlp', `2025-0${i + 1}`, c]);
  const changing = world([...rows('Ada', [9, 9, 1, 1, 9]), ...rows('Bob', [1, 1, 5, 5, 5])], { raw: true });
  const { placed } = laidOut(kinds.race, changing);
  assert.deepEqual(placed.leads.map((l) => l.text), ['leads: Ada', 'Bob', 'Ada']);
  assert.deepEqual(placed.leads.map((l) => l.x), [placed.dates[0], placed.dates[2], placed.frame.W]);
  const tie = world([...rows('Ada', [9, 2]), ...rows('Bob', [9, 3])], { raw: true });
  assert.deepEqual(laidOut(kinds.race, tie).placed.leads.map((l) => l.text), ['leads: Ada, Bob', 'Bob']);
  assert.deepEqual(laidOut(kinds.race, world(rows('Ada', [9, 8, 7]), { raw: true })).placed.leads, [], 'who always led needs no word');
});

test('where two bars pass each other one of them has words, and at rest all have', () => {
  const { placed } = laidOut(kinds.race, three());
  const height = 17 / placed.step;
  let met = 0;
  for (let k = 0; k <= 2000; k += 1) {
    const [ada, bob] = ['Ada', 'Bob'].map((key) => now(placed, jan + ((mar - jan) * k) / 2000).bars.find((b) => b.key === key));
    assert.equal(ada.words, 1, 'who rises keeps the words');
    if (Math.abs(ada.place - bob.place) >= height) continue;
    met += 1;
    assert.equal(bob.words, 0, `at ${k}`);
  }
  assert.ok(met > 10);
  for (let k = 0; k <= 50; k += 1) assert.ok(now(placed, jan + ((mar - jan) * k) / 50, true).bars.every((b) => b.words === 1));
});

test('who comes rises from below the last rank, who goes sinks there, and no number stands beside them', () => {
  const rows = [['Ada', 'nlp', '2025-01', 10], ['Bob', 'cv', '2025-01', 5], ['Bob', 'cv', '2025-03', 5], ['Cyd', 'nlp', '2025-03', 9]];
  const { placed } = laidOut(kinds.race, world(rows, { raw: true }), { top: '5' });
  assert.deepEqual(order(now(placed, jan).bars), ['Ada', 'Bob']);
  assert.deepEqual(order(now(placed, mar).bars), ['Cyd', 'Bob']);
  const early = now(placed, jan + (mar - jan) * 0.25).bars;
  assert.equal(early.find((b) => b.key === 'Ada').text, '');
  assert.equal(early.some((b) => b.key === 'Cyd'), false);
  const late = now(placed, jan + (mar - jan) * 0.52).bars.find((b) => b.key === 'Cyd');
  assert.ok(late === undefined || late.place > 1.5);
  assert.deepEqual(between(null, 8, 0.5), [0, null]);
  assert.deepEqual(between(null, 8, 1), [8, 8]);
  assert.deepEqual(between(8, null, 0), [8, 8]);
});

test('a date without a count between two that have one is a pale bar, and unknown in the table', () => {
  const rows = [['Ada', 'nlp', '2025-01', 10], ['Bob', 'cv', '2025-01', 1], ['Bob', 'cv', '2025-02', 2], ['Ada', 'nlp', '2025-03', 20], ['Bob', 'cv', '2025-03', 1]];
  const { placed, shown, words } = laidOut(kinds.race, world(rows, { raw: true }), { at: '2025-02' });
  const ada = placed.now.bars.find((b) => b.key === 'Ada');
  assert.ok(ada.gap && ada.text.startsWith('≈'));
  assert.deepEqual(shown.values.count, [null, 2]);
  // What is not known leads no sentence.
  assert.match(words.title, /^Bob leads in February/);
});

test('equal ones stand in the order of names, and none is beyond the last', () => {
  assert.deepEqual(places([3, 0, 5, 3], 2), [1, 2, 0, 2]);
  const rows = ['b', 'a', 'c'].flatMap((n) => [[n, 'nlp', '2025-01', 2], [n, 'nlp', '2025-03', 2]]);
  const { placed, words } = laidOut(kinds.race, world(rows, { raw: true }));
  assert.deepEqual(order(placed.now.bars), ['a', 'b', 'c']);
  assert.equal(words.title, 'a and b lead in March\u00a02025');
});

test('colors leave the race, and what an address makes up is held to the dates', () => {
  assert.deepEqual(order(laidOut(kinds.race, three(), { off: ['nlp'] }).placed.now.bars), ['Bob']);
  assert.equal(laidOut(kinds.race, three(), { off: ['nlp', 'cv'] }).words.title, 'Nobody to show here');
  assert.deepEqual(laidOut(kinds.race, three(), { at: '1999-01' }).placed.now.title, 'January\u00a02025');
  const accepts = kinds.race.accepts(three(), three().table, true);
  assert.ok(accepts.at('2025-02-11') && !accepts.at('2025-13') && !accepts.at('x') && !accepts.top('7') && !accepts.source('?'));
});

test('one date is drawn and has nothing to play; a hostile name stays text', () => {
  const { placed, words } = laidOut(kinds.race, world([[probe, 'nlp', '2025-01', 4]], { raw: true }), {}, 358);
  assert.equal(placed.now.bars.length, 1);
  assert.doesNotMatch(`${words.title} ${placed.now.bars[0].w} ${placed.dates}`, /NaN/);
  assert.equal(words.title, `${probe} leads in January\u00a02025 with 4 mentions`);
});

test('the clock rests on dates and takes ways by the calendar', () => {
  const clock = clockOf([jan, mar, Date.UTC(2025, 3, 1)]);
  assert.equal(clock.moment(0), jan);
  assert.equal(clock.moment(0.4), jan);
  assert.equal(clock.moment(clock.total + 1), Date.UTC(2025, 3, 1));
  for (const t of [jan, jan + 5 * 864e5, mar]) assert.ok(Math.abs(clock.moment(clock.second(t)) - t) < 1);
  const [a, b] = [clock.second(mar) - clock.second(jan), clock.second(Date.UTC(2025, 3, 1)) - clock.second(mar)];
  assert.ok(a > 1.6 * b && a < 2 * b);
});
