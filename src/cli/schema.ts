import { Command, Option } from 'commander';
import type { MakeCommand } from './commands.ts';
import { example, print, printJson } from './print.ts';

export const schemaCommand: MakeCommand = () =>
  new Command('schema')
    .description('print the JSON Schemas of every table, with the meaning of each column')
    .option('--columns', 'print the columns as text instead')
    .addOption(new Option('--markdown', 'print the columns as Markdown instead').conflicts('columns'))
    .addHelpText('after', example('ranktrace schema --columns'))
    .action(async ({ columns, markdown }: { readonly columns?: true; readonly markdown?: true }) => {
      const { columnMarkdown, columnTexts, jsonSchemas } = await import('../run/datapackage.ts');
      if (markdown === true) process.stdout.write(columnMarkdown());
      else if (columns === true) print(...columnTexts());
      else printJson(jsonSchemas());
    });
