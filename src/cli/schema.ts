import { Command } from 'commander';
import type { MakeCommand } from './commands.ts';
import { example, print, printJson } from './print.ts';

export const schemaCommand: MakeCommand = () =>
  new Command('schema')
    .description('print the JSON Schemas of every table, with the meaning of each column')
    .option('--columns', 'print the columns as text instead')
    .addHelpText('after', example('ranktrace schema --columns'))
    .action(async ({ columns }: { readonly columns?: true }) => {
      const { columnTexts, jsonSchemas } = await import('../run/datapackage.ts');
      if (columns === true) print(...columnTexts());
      else printJson(jsonSchemas());
    });
