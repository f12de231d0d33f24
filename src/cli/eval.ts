import { Command } from 'commander';
import { join } from 'node:path';
import type { MakeCommand } from './commands.ts';
import { example, print } from './print.ts';

interface Options {
  readonly show?: true;
  readonly only: string;
  readonly ext: string;
}

export const evalCommand: MakeCommand = (exit) =>
  new Command('eval')
    .description('read a folder of articles with gold files beside them and count what is right')
    .argument('<cases>', 'folder with NAME.txt, .md or .html beside NAME.gold.json')
    .option('--show', 'print what is missed and what is extra')
    .option('--only <prefix>', 'only cases whose names start so', '')
    .option('--ext <endings>', 'only articles with these endings, such as `txt,md`', '')
    .addHelpText('after', example('ranktrace eval cases --show'))
    .action(async (folder: string, { show, only, ext }: Options) => {
      const [{ findCases, scoreCase }, { printCase, printScores }, { readFileSafely }, { failedArticle, readOne }, { loadEngine }] =
        await Promise.all([
          import('../run/eval/score.ts'),
          import('../run/eval/print.ts'),
          import('../run/read-file.ts'),
          import('../run/articles.ts'),
          import('../run/engine.ts'),
        ]);
      const engine = await loadEngine();
      const endings = ext.split(',').filter((ending) => ending !== '');
      const scores = findCases(folder, only, endings).map((one) => {
        const bytes = readFileSafely(join(folder, one.article));
        const article = 'status' in bytes ? failedArticle(one.article, bytes.status, bytes.error) : readOne(bytes, one.article, engine);
        const { status, error } = article.document;
        if (status !== 'ok' && status !== 'empty') {
          process.stderr.write(`${one.article}: ${error}\n`);
          exit(1);
        }
        return scoreCase(one, article, 'status' in bytes ? new Uint8Array() : bytes);
      });
      if (show === true) for (const score of scores) print(...printCase(score));
      print(...printScores(scores));
    });
