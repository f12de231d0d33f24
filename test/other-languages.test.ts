import { expect, test } from 'vitest';
import { loadEngine } from '../src/run/engine.ts';

const GERMAN = `# Die zehn innovativsten Städte der Welt 2024

Der Bericht wurde von der Stiftung für Städte in Wien am Montag vorgestellt, und er ist der dritte in dieser Reihe. Graz ranked 9th in the
list, ahead of Linz. Hamburg has a population of 1.9 million people, und das ist mehr als im Jahr zuvor. Wie die Stiftung mit den
Zahlen umgeht, ist nicht bekannt.

1. Berlin
2. Wien
3. Zürich

- Rom
- Paris

| # | Stadt |
| --- | --- |
| 1 | Madrid |
| 2 | Lissabon |
| 3 | Dublin |

Die Liste ist auf der Seite der Stiftung zu finden, aber sie wird nicht für alle Städte der Welt gemacht, sagt sie.
`;

test('of an article that is not English only what its lists and tables say is read, with a doubt', async () => {
  const engine = await loadEngine();
  const { document, rankings, metrics } = engine.read(Buffer.from(GERMAN), 'a.md');
  expect(document.language).toBe('de');
  expect(rankings.map(({ rank, place_raw }) => `${rank} ${place_raw}`)).toEqual([
    '1 Berlin',
    '2 Wien',
    '3 Zürich',
    '1 Madrid',
    '2 Lissabon',
    '3 Dublin',
  ]);
  expect(rankings.every(({ doubts }) => doubts.split(';').includes('language'))).toBe(true);
  expect(metrics).toEqual([]);
});

test('the same sentences in an English article are read', async () => {
  const engine = await loadEngine();
  const text =
    'The report was shown in Vienna on Monday. Graz ranked 9th in the list of the most innovative cities, and that is more than it was.';
  const { document, rankings } = engine.read(Buffer.from(text), 'a.txt');
  expect(document.language).toBe('en');
  expect(rankings.map(({ rank, place }) => `${rank} ${place}`)).toEqual(['9 Graz']);
});
