import { Command } from 'commander';
import type { MakeCommand } from './commands.ts';
import { example, print } from './print.ts';

// The first failures are enough to act on; a changed file alone can fail every row.
const MOST_FAILURES = 20;

export const verifyCommand: MakeCommand = (exit) =>
  new Command('verify')
    .description('prove the tables from the raw files and the provenance, without running a rule')
    .argument('<dir>', 'folder that `extract` wrote')
    .requiredOption('--root <dir>', 'folder the articles were read from')
    .option('--decisions <dir>', "folder with the decisions of reviewers; without it the output's `reviews`")
    .addHelpText('after', example('ranktrace verify output --root corpus'))
    .action(async (folder: string, { root, decisions }: { readonly root: string; readonly decisions?: string }) => {
      const [{ verify }, { loadReplay }, { settle }] = await Promise.all([
        import('../run/verify.ts'),
        import('../run/grammar.ts'),
        import('../run/commit.ts'),
      ]);
      settle(folder);
      let failures = 0;
      for await (const failure of verify(folder, root, loadReplay(), decisions)) {
        failures += 1;
        if (failures > MOST_FAILURES) break;
        print(failure);
      }
      if (failures > MOST_FAILURES) print('… and more');
      if (failures > 0) exit(1);
      else print('every cell follows from its bytes');
    });
