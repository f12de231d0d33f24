import { Command } from 'commander';
import { UsageError } from '../failures.ts';
import type { MakeCommand } from './commands.ts';
import { example, print } from './print.ts';

export const tryCommand: MakeCommand = () =>
  new Command('try')
    .description('run one rule over a folder of articles, all rules on a sentence, or count what each rule does')
    .argument('[what]', 'name of a rule, such as `rank/list-item`, or a sentence; without it, hits, wins and losses of all rules')
    .argument('[corpus]', 'folder of articles', 'corpus')
    .addHelpText(
      'after',
      `${example('ranktrace try rank/list-item corpus')}\n  $ ranktrace try "Osaka ranked 9th in the Global Cities Index 2023."`,
    )
    .action(async (what: string | undefined, corpus: string) => {
      const { countRules, tryRule, trySentence } = await import('../review/try.ts');
      if (what === undefined) print(...(await countRules(corpus)));
      else if (/\s/.test(what)) print(...(await trySentence(what)));
      else if (what.includes('/')) print(...(await tryRule(what, corpus)));
      else throw new UsageError(`expected the name of a rule (\`family/name\`) or a sentence, got \`${what}\``);
    });
