#!/usr/bin/env node
import { systemCode } from '../failures.ts';
import { run } from './run.ts';

// "ranktrace schema | head" closes the pipe early; that is no failure.
process.stdout.on('error', (error) => {
  if (systemCode(error) === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
