import { Command } from 'commander';
import type { MakeCommand } from './commands.ts';
import { example, print, printJson } from './print.ts';

interface Options {
  readonly json?: true;
  readonly encoding?: string;
}

export const cleanCommand: MakeCommand = () =>
  new Command('clean')
    .description("print an article's text as the cleaner keeps it")
    .argument('<file>', 'an article')
    .option('--json', 'print blocks, metadata and what was left out, with offsets')
    .option('--encoding <name>', 'encoding of an article that does not say its own')
    .addHelpText('after', example('ranktrace clean corpus/a.html --json'))
    .action(async (path: string, { json, encoding }: Options) => {
      const { cleanNamedFile } = await import('../run/one-file.ts');
      const { source, blocks, metadata, dropped } = cleanNamedFile(path, encoding);
      const { text } = source;
      if (json !== true) print(text);
      else {
        printJson({
          text,
          blocks: blocks.map(({ kind, start, end }) => ({ kind, start, end, text: text.slice(start, end) })),
          metadata,
          dropped: dropped.map(({ start, end, reason }) => ({ start, end, reason })),
        });
      }
    });
