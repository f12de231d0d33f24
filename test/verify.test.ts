import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../src/run/commit.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { fakeEngine } from './helpers/fake-reader.ts';
import { folderOf, newFolder } from './helpers/folders.ts';
import { complaintsOf } from './helpers/verify.ts';

const ARTICLES = {
  'a.txt': 'Most liveable cities – 2024\n10. Héfei\n9. Wuhan\nWuhan has 7 parks\n',
  'b.txt': 'Greenest towns\n3. Xiamen\nXiamen has 12 gardens\n',
};

async function output(): Promise<{ readonly out: string; readonly root: string }> {
  const root = folderOf(ARTICLES);
  const out = join(newFolder(), 'output');
  await extract(await findInputs([root]), { out, engine: fakeEngine });
  return { out, root };
}

const failures = ({ out, root }: { readonly out: string; readonly root: string }): Promise<readonly string[]> => complaintsOf(out, root);

type Change = readonly [file: string, from: string | RegExp, to: string];

/** Verifies an output with changed tables whose hashes in run.json were made right again: what a careful forger would do. */
async function forged(...changes: readonly Change[]): Promise<readonly string[]> {
  const whole = await output();
  const record = join(whole.out, 'run.json');
  for (const [file, from, to] of changes) {
    const path = join(whole.out, file);
    const before = hashOf(path);
    const text = readFileSync(path, 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    writeFileSync(path, text.replace(from, to));
    writeFileSync(record, readFileSync(record, 'utf8').replace(before, hashOf(path)));
  }
  return failures(whole);
}

test('an untouched output holds', async () => {
  expect(await failures(await output())).toEqual([]);
});

test('catches an offset that is one byte off, in a table or in a piece', async () => {
  const row = await forged(
    ['rankings.csv', ',10. Héfei,30,40,', ',10. Héfei,31,40,'],
    ['rankings.json', '"start":30,"end":40', '"start":31,"end":40'],
  );
  expect(row).toContainEqual(
    expect.stringMatching(/^a\.txt:2: expected entry [0-9a-f]{16}, evidence to be the bytes 31\.\.40, got "10\. Héfei"/),
  );
  const piece = await forged(['provenance.jsonl', '{"quote":"Héfei","start":34,"end":40}', '{"quote":"Héfei","start":34,"end":41}']);
  expect(piece).toContainEqual(expect.stringMatching(/^a\.txt:2: expected entry [0-9a-f]{16}, \w+ to be the bytes 34\.\.41/));
});

test('catches two quotes that changed places', async () => {
  const found = await forged(
    ['provenance.jsonl', '{"quote":"Héfei","start":34', '{"quote":"HERE","start":34'],
    ['provenance.jsonl', '{"quote":"Wuhan","start":44', '{"quote":"Héfei","start":44'],
    ['provenance.jsonl', '{"quote":"HERE","start":34', '{"quote":"Wuhan","start":34'],
  );
  expect(found).toContainEqual(expect.stringMatching(/to be the bytes 34\.\.40, got "Wuhan"/));
});

test('catches a value that was changed in table and provenance alike', async () => {
  const rank = await forged(
    ['rankings.csv', /,10,(,,Héfei)/, ',11,$1'],
    ['rankings.json', '"rank":10,', '"rank":11,'],
    ['provenance.jsonl', '"rank":{"origin":"stated","value":10,', '"rank":{"origin":"stated","value":11,'],
  );
  expect(rank).toEqual([
    expect.stringMatching(/^a\.txt:2: entry [0-9a-f]{16}, `rank`: expected "10" from "10" by `ordinal`, got "11", from `rank\/fake-item`$/),
  ]);
  const value = await forged(
    ['metrics.csv', ',=,7,', ',=,8,'],
    ['metrics.json', '"value":"7"', '"value":"8"'],
    ['provenance.jsonl', '"value":{"origin":"stated","value":"7"', '"value":{"origin":"stated","value":"8"'],
  );
  expect(value).toEqual([expect.stringContaining('`value`: expected "7" from "7" by `decimal`, got "8"')]);
  const type = await forged(
    ['metrics.csv', 'Wuhan,Wuhan,city', 'Wuhan,Wuhan,zone'],
    ['metrics.json', '"place":"Wuhan","place_raw":"Wuhan","place_type":"city"', '"place":"Wuhan","place_raw":"Wuhan","place_type":"zone"'],
    ['provenance.jsonl', /("kind":"metric".*?"place_type":\{"origin":"concluded","value":)"city"/, '$1"zone"'],
  );
  expect(type).toEqual([expect.stringContaining('`place_type`: expected "city" from "Wuhan" by `rule:city`, got "zone"')]);
});

test('catches a step that was changed', async () => {
  expect(await forged(['provenance.jsonl', '"steps":["ordinal"]', '"steps":["period"]'])).toEqual([
    expect.stringContaining('`rank`: expected step `period`'),
  ]);
  expect(await forged(['provenance.jsonl', '"steps":["ordinal"]', '"steps":["magic"]'])).toEqual([expect.stringContaining('closed list')]);
  expect(await forged(['provenance.jsonl', '"steps":["ordinal"]', '"steps":["list-order:10"]'])).toEqual([
    expect.stringContaining('expected `concluded`'),
  ]);
});

test('catches tables that do not say what the provenance says', async () => {
  expect(await forged(['rankings.csv', /,10,(,,Héfei)/, ',11,$1'])).toContainEqual(
    expect.stringContaining('`rank`: expected 10 as in the provenance, got 11'),
  );
  expect(await forged(['rankings.json', '"rank":10,', '"rank":11,'])).toEqual([
    expect.stringContaining('rankings.json: expected the rows of a.txt'),
  ]);
  expect(await forged(['provenance.jsonl', /\{"kind":"metric".*\n/, ''])).toContainEqual(
    expect.stringContaining('expected a line of provenance for metric'),
  );
  expect(await forged(['metrics.csv', /\n[^\n]*Xiamen.*\n/, '\n'])).toContainEqual(expect.stringContaining('expected 0 metrics'));
});

test('catches keys, counts and order that do not follow from the rows', async () => {
  expect(await forged(['rankings.csv', /(\n[^\n]*,9,,,Wuhan[^\n]*)(\n[^\n]*,10,,,Héfei[^\n]*)/, '$2$1'])).toContainEqual(
    expect.stringContaining('expected entries by rank'),
  );
  expect(await forged(['documents.csv', /,1,2,1,0,ok/, ',1,3,1,0,ok'])).toContainEqual(
    expect.stringContaining('a.txt: expected 2 entries as in the tables, got 3'),
  );
  const id = /^[0-9a-f]{16},b\.txt,([0-9a-f]{16})/m;
  expect(await forged(['metrics.csv', id, '0123456789abcdef,b.txt,$1'])).toContainEqual(
    expect.stringContaining('metrics.csv: expected rows in the order of documents.csv'),
  );
});

test('catches rows that no schema allows', async () => {
  expect(await forged(['rankings.csv', /,10,(,,Héfei)/, ',0,$1'])).toContainEqual(expect.stringMatching(/^rankings\.csv, row 3: .*`rank`/));
  expect(await forged(['rankings.csv', ',explicit,', ',certain,'])).toContainEqual(expect.stringContaining('`basis`'));
});

test('catches an article that changed, and a table that is not the one of run.json', async () => {
  const whole = await output();
  cpSync(join(whole.root, 'b.txt'), join(whole.root, 'a.txt'));
  expect(await failures(whole)).toEqual([expect.stringContaining('a.txt: expected the bytes with SHA-256')]);
  const other = await output();
  writeFileSync(join(other.out, 'datapackage.json'), '{}');
  expect(await failures(other)).toEqual([expect.stringMatching(/^datapackage\.json: expected SHA-256 /)]);
});
