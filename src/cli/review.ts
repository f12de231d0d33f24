import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../failures.ts';
import type { MakeCommand } from './commands.ts';
import { example, print } from './print.ts';

interface Options {
  readonly root: string;
  readonly by?: string;
  readonly decisions?: string;
  readonly baseline?: string;
  readonly port: string;
  readonly toGold?: string;
}

export const reviewCommand: MakeCommand = () =>
  new Command('review')
    .description('open a page on this machine for judging the rows article by article; decisions go to reviews/NAME.jsonl')
    .argument('<dir>', 'folder that `extract` wrote')
    .requiredOption('--root <dir>', 'folder the articles were read from')
    .option('--by <name>', 'name of the reviewer; without it that of the user')
    .option('--decisions <dir>', "folder for the decisions; without it the output's `reviews`")
    .option('--baseline <dir>', 'an earlier output, to list articles by what changed since')
    .option('--port <number>', 'port on 127.0.0.1; without it any free one', '0')
    .option('--to-gold <dir>', 'no page: write every fully reviewed article with its gold file into this folder')
    .addHelpText('after', example('ranktrace review output --root corpus --by anna'))
    .action(async (folder: string, { root, by = userInfo().username, decisions, baseline, port, toGold }: Options) => {
      for (const dir of [folder, ...(baseline === undefined ? [] : [baseline])])
        if (!existsSync(join(dir, 'documents.csv'))) throw new UsageError(`expected a folder that \`extract\` wrote, got \`${dir}\``);
      if (!existsSync(root)) throw new UsageError(`expected the folder the articles were read from, got \`${root}\``);
      if (!/^\d{1,5}$/.test(port)) throw new UsageError(`expected a port, got \`${port}\``);
      const [{ loadEngine }, { settle }] = await Promise.all([import('../run/engine.ts'), import('../run/commit.ts')]);
      settle(folder);
      const options = { folder, root, reviewer: by, decisions, baseline, engine: await loadEngine() };
      if (toGold !== undefined) {
        const { writeGold } = await import('../review/desk/to-gold.ts');
        print(`${await writeGold(options, toGold)} reviewed articles → ${toGold}`);
        return;
      }
      const { serveDesk } = await import('../review/desk/serve.ts');
      const { url, close } = await serveDesk(options, Number(port));
      print(url, 'Ctrl+C ends it; every decision is saved as it is made');
      await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
      await close();
    });
