import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadEngine } from '../src/run/engine.ts';
import { extract } from '../src/run/extract.ts';
import { findInputs } from '../src/run/inputs.ts';
import { writeMerged } from '../src/run/merge/write.ts';
import { newFolder } from './helpers/folders.ts';
import { sharedPath, testShared } from './helpers/shared.ts';
import { complaintsOf } from './helpers/verify.ts';

testShared(
  'three articles, two of the corpus and one beside it, tell one ranking; where they contradict each other both stand',
  async () => {
    const out = join(newFolder(), 'output');
    const corpus = join(import.meta.dirname, '../corpus');
    const inputs = await findInputs([corpus, sharedPath('seeds')], { root: join(sharedPath(), '..') });
    await extract(inputs, { out, engine: await loadEngine() });
    const { rows, conflicts } = writeMerged(out);
    const told = rows.filter(
      ({ publisher, edition }) => publisher === 'Institute of Scientific and Technical Information of China' && edition === '2019',
    );
    expect(told.map(({ rank, place, supporters }) => `${rank} ${place} ${supporters}`)).toEqual([
      ...['1 Shenzhen 3', '2 Hangzhou 3', '3 Guangzhou 2', '4 Nanjing 2', '5 Wuhan 2', '6 Suzhou 1', "6 Xi'an 1", "7 Xi'an 1"],
      ...['8 Changsha 2', '9 Xiamen 2', '10 Hefei 2'],
    ]);
    expect(new Set(told.map(({ merged_id }) => merged_id)).size).toBe(1);
    expect(conflicts.filter(({ merged_id }) => merged_id === told[0]?.merged_id).map(({ place, rank }) => `${rank} ${place}`)).toEqual([
      "6 Xi'an",
      "7 Xi'an",
    ]);
    expect(await complaintsOf(out, join(sharedPath(), '..'))).toEqual([]);
    expect(readFileSync(join(out, 'datapackage.json'), 'utf8')).toContain('rankings_merged.csv');
    await extract(inputs, { out, engine: await loadEngine() });
    expect(existsSync(join(out, 'conflicts.csv'))).toBe(false);
  },
  600_000,
);
