import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { onDisk } from '../../run/table-file.ts';
import { Desk, type DeskOptions } from './desk.ts';

/** Writes each article whose rows were all judged, as its bytes, and its gold file beside it. Returns how many. */
export async function writeGold(options: DeskOptions, folder: string): Promise<number> {
  const desk = new Desk(options);
  let written = 0;
  onDisk(folder, () => mkdirSync(folder, { recursive: true }));
  for (const { id, source, status, rows } of desk.sources) {
    if (status !== 'ok' || rows === 0) continue;
    const { isReviewed, gold, bytes } = await desk.gold(id);
    if (!isReviewed) continue;
    // "news/a.html.gz" and "feed.ndjson!7" → "a.html", "feed.ndjson-7"
    const name = basename(source.replace(/[!~]/g, '-')).replace(/\.gz$/i, '');
    onDisk(join(folder, name), () => {
      writeFileSync(join(folder, name), bytes);
      writeFileSync(join(folder, `${name.slice(0, name.length - extname(name).length)}.gold.json`), `${JSON.stringify(gold, null, 2)}\n`);
    });
    written += 1;
  }
  return written;
}
