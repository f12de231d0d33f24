import { Command } from 'commander';
import { UsageError } from '../failures.ts';
import type { MakeCommand } from './commands.ts';
import { example, printJson } from './print.ts';

export const mentionsCommand: MakeCommand = () =>
  new Command('mentions')
    .description('print the places, quantities, positions and dates in a file, with offsets')
    .argument('<file>', 'a text, Markdown or HTML file; a text is taken whole, of the others the article')
    .option('--on <date>', 'the day that "last year" is counted from, such as 2024-05-31', '')
    .addHelpText('after', example('ranktrace mentions corpus/a.txt --on 2024-05-31'))
    .action(async (path: string, { on }: { readonly on: string }) => {
      if (!/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/.test(on))
        throw new UsageError(`expected a date such as 2024-05-31 for \`--on\`, got \`${on}\``);
      const [{ cleanNamedFile, decodeNamedFile }, { mentionRecords, plainDocument }, { formatOf }] = await Promise.all([
        import('../run/one-file.ts'),
        import('../run/mentions.ts'),
        import('../run/engine.ts'),
      ]);
      const clean = formatOf(path) === 'text' ? plainDocument(decodeNamedFile(path).text) : cleanNamedFile(path);
      const published = on === '' ? clean.metadata.published : on;
      printJson(mentionRecords({ ...clean, metadata: { ...clean.metadata, published } }));
    });
