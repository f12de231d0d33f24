import { Random } from './random.ts';

/**
 * Ordinary news: places, people, figures, dates and quotes, as most articles have them, and no ranking. Ordinals, "first" and
 * "leading" occur as often as they do in such text, for they are what makes a reader of rankings look twice.
 */

type Words = readonly [string, ...string[]];

function words(joined: string): Words {
  const [first = '', ...rest] = joined.split('|');
  return [first, ...rest];
}

const PLACES = words(
  'Leeds|Porto|Gdansk|Lagos|Nairobi|Pune|Chengdu|Busan|Da Nang|Cebu|Perth|Quito|Rosario|Monterrey|Winnipeg|Tulsa|Ohio|Bavaria|Gujarat|Kerala|Hunan|Catalonia|Poland|Kenya|Vietnam|Chile|Norway|Morocco|Georgia|Victoria',
);
const PEOPLE: Words = [
  'Marta Kowalik',
  'Daniel Osei',
  'Priya Raman',
  'Tom Hallworth',
  'Linh Pham',
  'Sofia Marques',
  'Erik Lund',
  'Grace Wanjiru',
];
const ROLES: Words = [
  'a spokeswoman for the council',
  'the transport minister',
  'who runs the harbour authority',
  'an engineer on the project',
  'the deputy mayor',
  'a resident',
];
const BODIES: Words = [
  'the city council',
  'the water board',
  'the ministry of health',
  'the port authority',
  'the regional court',
  'the teachers’ union',
  'the weather office',
];
const THINGS: Words = [
  'tram line',
  'hospital wing',
  'flood barrier',
  'secondary school',
  'wind farm',
  'bus depot',
  'cold store',
  'footbridge',
  'archive',
];
const MONTHS: Words = ['January', 'March', 'April', 'June', 'September', 'October', 'November'];
const DAYS: Words = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const MONEY: Words = ['million euros', 'million dollars', 'million pounds', 'billion rupees', 'million yuan'];
const TOPICS: Words = ['Work on a delayed', 'Doubts over a promised', 'Residents wait for a', 'Council votes on a', 'Storm damages a new'];

const SENTENCES: readonly ((random: Random) => string)[] = [
  (r) => `Work on the ${r.of(THINGS)} in ${r.of(PLACES)} will begin in ${r.of(MONTHS)}, ${r.of(BODIES)} said on ${r.of(DAYS)}.`,
  (r) => `The plan costs ${r.between(2, 900)} ${r.of(MONEY)}, of which a third is paid by ${r.of(BODIES)}.`,
  (r) => `"We were told of it a week ago," said ${r.of(PEOPLE)}, ${r.of(ROLES)}.`,
  (r) => `About ${r.between(2, 95)},000 people live within a mile of the site, and many of them work in ${r.of(PLACES)}.`,
  (r) => `Heavy rain closed the road between ${r.of(PLACES)} and ${r.of(PLACES)} for the second time this month.`,
  (r) => `The first stage was finished in ${r.between(2009, 2024)}; nobody can say when the rest will follow.`,
  (r) => `A report in the spring had put the loss at ${r.between(1, 40)}.${r.below(10)} per cent of a year’s income.`,
  (r) => `${r.of(PEOPLE)} grew up in ${r.of(PLACES)} and moved to ${r.of(PLACES)} to study law.`,
  () => `It is not the first quarrel of its kind, and few here expect that it will be the last.`,
  (r) => `Opponents say that the ${r.of(THINGS)} would cast a shadow over a row of small shops.`,
  (r) => `The judges are to hear the case again on ${r.between(1, 28)} ${r.of(MONTHS)}.`,
  (r) => `Trains from ${r.of(PLACES)} were up to ${r.between(20, 180)} minutes late, and ${r.between(3, 40)} were cancelled.`,
  (r) =>
    `Asked about the delay, ${r.of(BODIES)} pointed to the price of steel, which has risen by ${r.between(4, 60)} percent since ${r.of(MONTHS)}.`,
  (r) =>
    `Some ${r.between(120, 990)} volunteers filled sandbags through the night, and the school hall was opened to those who could not go home.`,
  (r) => `In ${r.of(PLACES)} a similar ${r.of(THINGS)} was given up after three years of argument.`,
  (r) => `"Nobody asked the people who have to live beside it," ${r.of(PEOPLE)} said. "That is what makes us angry."`,
  (r) => `The company, which has offices in ${r.of(PLACES)} and ${r.of(PLACES)}, did not answer questions by telephone.`,
  (r) => `Ticket sales rose to ${r.between(1, 9)}.${r.below(10)} million in the third quarter, the firm said in a note to investors.`,
  (r) => `Police closed the square for an hour while a lorry with ${r.between(10, 30)} tonnes of gravel was towed away.`,
  () => `A leading member of the opposition called the vote a waste of everybody’s evening.`,
  (r) => `Doctors in ${r.of(PLACES)} have treated ${r.between(11, 400)} patients since ${r.of(DAYS)}, most of them children.`,
  (r) => `The old building, put up in ${r.between(1870, 1969)}, had served as a market, a barracks and a dance hall.`,
  (r) => `Under the agreement ${r.of(BODIES)} will pay for repairs until ${r.between(2026, 2040)}.`,
  (r) => `What happens to the ${r.between(12, 300)} jobs at the ${r.of(THINGS)} will be decided after the summer.`,
  (r) => `${r.of(PEOPLE)}, ${r.of(ROLES)}, declined to say who had signed the contract.`,
  (r) => `Schools in ${r.of(PLACES)} will open two hours later until the heating has been repaired.`,
  (r) => `The ferry to ${r.of(PLACES)} carries up to ${r.between(90, 700)} passengers and has room for ${r.between(20, 80)} cars.`,
  () => `For years the site was a car park; before that, nobody quite remembers.`,
  (r) => `According to ${r.of(BODIES)}, the level of the river fell by ${r.between(2, 19)} centimetres overnight.`,
  (r) => `A petition against the ${r.of(THINGS)} has gathered ${r.between(1, 9)},${r.between(100, 999)} names.`,
  (r) => `The minister flew to ${r.of(PLACES)} on ${r.of(DAYS)} for talks that both sides called useful.`,
  (r) =>
    `Rents near the ${r.of(THINGS)} have gone up by ${r.between(3, 28)} per cent in two years, which tenants blame on the plan itself.`,
  (r) => `He was sentenced to ${r.between(2, 9)} years in prison in ${r.between(2003, 2019)} and has always denied the charge.`,
  () => `It rained, and the band played on under a plastic sheet.`,
  (r) => `The museum in ${r.of(PLACES)} will lend ${r.between(3, 60)} paintings, some of which have never left the building.`,
  (r) => `One of the two bidders, based in ${r.of(PLACES)}, withdrew last week without giving a reason.`,
  (r) => `The number of calls to the helpline doubled in ${r.of(MONTHS)}, and half of them came after midnight.`,
  (r) => `Fishermen from ${r.of(PLACES)} say that they have not been asked, although the cable will cross their grounds.`,
  (r) => `Room ${r.between(2, 40)} was too small for everyone who wanted to hear the debate, so the doors were left open.`,
  (r) => `The final cost may be known by the second half of ${r.between(2026, 2030)}.`,
];

function shuffled<Value>(values: readonly Value[], random: Random): readonly Value[] {
  return values
    .map((value) => ({ value, at: random.below(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function ordinaryArticle(random: Random): string {
  const title = `${random.of(TOPICS)} ${random.of(THINGS)} in ${random.of(PLACES)}`;
  const byline = `By ${random.of(PEOPLE)}\n${random.between(1, 28)} ${random.of(MONTHS)} ${random.between(2015, 2025)}`;
  const sentences = shuffled(SENTENCES, random).slice(0, random.between(24, SENTENCES.length));
  const paragraphs: string[] = [];
  for (let at = 0, length = 0; at < sentences.length; at += length) {
    length = random.between(1, 4);
    paragraphs.push(
      sentences
        .slice(at, at + length)
        .map((sentence) => sentence(random))
        .join(' '),
    );
  }
  return [title, byline, ...paragraphs].join('\n\n') + '\n';
}

/** `count` articles of 2 to 5 KB, the same ones every time. */
export function ordinaryArticles(count: number): readonly string[] {
  const random = new Random(20260401);
  return Array.from({ length: count }, () => ordinaryArticle(random));
}
