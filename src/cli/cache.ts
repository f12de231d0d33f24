import { Command, Option } from 'commander';
import type { MakeCommand } from './commands.ts';
import { example, print } from './print.ts';

export const cacheCommand: MakeCommand = () =>
  new Command('cache')
    .description("say what an output's cache holds, or clear it")
    .argument('<dir>', 'folder that `extract` wrote')
    .option('--stats', 'print how many articles it holds, and its size (the default)')
    .addOption(new Option('--clear', 'delete it: the next `extract` reads all articles').conflicts('stats'))
    .addHelpText('after', example('ranktrace cache output --stats'))
    .action(async (folder: string, { clear }: { readonly clear?: true }) => {
      const { clearOf, statsOf } = await import('../run/cache/stats.ts');
      if (clear === true) print(clearOf(folder));
      else print(...statsOf(folder));
    });
