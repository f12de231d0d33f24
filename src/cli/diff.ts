import { Command, Option } from 'commander';
import type { MakeCommand } from './commands.ts';
import { example, print, printJson } from './print.ts';

interface Options {
  readonly markdown?: true;
  readonly json?: true;
  readonly all?: true;
  readonly check?: true;
}

// Of each cause: enough to see what it does, and a hundred causes still fit into a pull request.
const MOST_ROWS = 20;

export const diffCommand: MakeCommand = (exit) =>
  new Command('diff')
    .description('say what changed between two outputs, and why: the article, a rule, the gazetteer, the program, a decision')
    .argument('<old>', 'folder that `extract` wrote')
    .argument('<new>', 'folder that `extract` wrote later')
    .option('--markdown', 'print Markdown, for a pull request')
    .addOption(new Option('--json', 'print every change with its cause as JSON').conflicts('markdown'))
    .option('--all', `print all rows of each cause, not the first ${MOST_ROWS}`)
    .option('--check', 'exit 1 if anything differs')
    .addHelpText('after', example('ranktrace diff baseline output --check'))
    .action(async (old: string, now: string, { markdown, json, all, check }: Options) => {
      const [{ diffOutputs }, { diffMarkdown, diffText }, { settle }] = await Promise.all([
        import('../review/diff/index.ts'),
        import('../review/diff/print.ts'),
        import('../run/commit.ts'),
      ]);
      for (const folder of [old, now]) settle(folder);
      const diff = diffOutputs(old, now);
      const most = all === true ? Infinity : MOST_ROWS;
      if (json === true) printJson(diff);
      else print(...(markdown === true ? diffMarkdown(diff, most) : diffText(diff, most)));
      if (check === true && diff.differs) exit(1);
    });
