import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../failures.ts';
import type { MakeCommand } from './commands.ts';
import { example, print } from './print.ts';

export const mergeCommand: MakeCommand = () =>
  new Command('merge')
    .description('join the rankings that several articles tell into rankings_merged.csv, and what they disagree on into conflicts.csv')
    .argument('<dir>', 'folder that `extract` wrote')
    .option('--parquet', 'write both as Parquet too')
    .addHelpText('after', example('ranktrace merge output'))
    .action(async (folder: string, { parquet }: { readonly parquet?: true }) => {
      if (!existsSync(join(folder, 'run.json'))) throw new UsageError(`expected a folder that \`extract\` wrote, got \`${folder}\``);
      const { writeMerged } = await import('../run/merge/write.ts');
      const { rows, conflicts } = writeMerged(folder, { parquet: parquet === true });
      const tellers = new Map<string, string[]>();
      for (const { merged_id, documents } of rows) tellers.set(merged_id, [...(tellers.get(merged_id) ?? []), ...documents.split(';')]);
      const shared = [...tellers.values()].filter((documents) => new Set(documents).size > 1);
      const disputed = new Set(conflicts.map(({ conflict_id }) => conflict_id));
      print(
        `${rows.length} entries of ${tellers.size} rankings, ${shared.length} of them told by several articles; ${disputed.size} contradictions → ${folder}`,
      );
    });
