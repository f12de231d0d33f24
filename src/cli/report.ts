import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../failures.ts';
import type { MakeCommand } from './commands.ts';
import { example, print } from './print.ts';

interface Options {
  readonly out?: string;
  readonly root?: string;
  readonly baseline?: string;
}

export const reportCommand: MakeCommand = () =>
  new Command('report')
    .description('write one HTML file that shows a run: changes, pictures, rules, every article with its evidence')
    .argument('<dir>', 'folder that `extract` wrote')
    .option('-o, --out <file>', 'the file; without it `report.html` in the folder')
    .option('--root <dir>', 'folder the articles were read from: with gold files beside them, how often each rule is right')
    .option('--baseline <dir>', 'an earlier output, to show what changed since and why')
    .addHelpText('after', example('ranktrace report output --root corpus --baseline before'))
    .action(async (folder: string, { out = join(folder, 'report.html'), root, baseline }: Options) => {
      for (const dir of [folder, ...(baseline === undefined ? [] : [baseline])])
        if (!existsSync(join(dir, 'documents.csv'))) throw new UsageError(`expected a folder that \`extract\` wrote, got \`${dir}\``);
      const [{ reportHtml }, { diffOutputs }, { writeWhole }, { settle }] = await Promise.all([
        import('../review/report/index.ts'),
        import('../review/diff/index.ts'),
        import('../run/table-file.ts'),
        import('../run/commit.ts'),
      ]);
      settle(folder);
      const diff = baseline === undefined ? undefined : diffOutputs(baseline, folder);
      writeWhole(out, reportHtml(folder, { root, diff }));
      print(out);
    });
