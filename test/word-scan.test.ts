import { expect, test } from 'vitest';
import { keyOf, packTables, unpackTables } from '../src/extractors/word-scan-file.ts';
import { tablesOf } from '../src/extractors/word-scan-tables.ts';
import { WordScan } from '../src/extractors/word-scan.ts';

const needs = [['rank', 'ranking'], ['king'], [' of the '], ['«'], ['in gold']];

function metBy(text: string): readonly number[] {
  const scan = new WordScan(needs);
  const bits = new Int32Array(scan.length);
  scan.read(text, 0, text.length, bits, 0);
  return needs.flatMap((_, need) => (((bits[need >> 5] ?? 0) & (1 << (need & 31))) === 0 ? [] : [need]));
}

test.each([
  ['A RANKING', [0, 1]],
  ['kin g of  the town', [2]],
  ['a viking in golden', [1, 4]],
  ['ranc', []],
])('%j meets %j', (text, met) => {
  expect(metBy(text)).toEqual(met);
});

test('tables come out of a file as they went in, wherever they lie in memory', () => {
  const tables = tablesOf(needs);
  const file = packTables(tables);
  const shifted = new Uint8Array(file.length + 1);
  shifted.set(file, 1);
  expect(unpackTables(file)).toEqual(tables);
  expect(unpackTables(shifted.subarray(1))).toEqual(tables);
  expect(keyOf(needs)).not.toBe(keyOf(needs.slice(1)));
});
