import type { Command } from 'commander';
import { cacheCommand } from './cache.ts';
import { cleanCommand } from './clean.ts';
import { diffCommand } from './diff.ts';
import { evalCommand } from './eval.ts';
import { explainCommand } from './explain.ts';
import { extractCommand } from './extract.ts';
import { mentionsCommand } from './mentions.ts';
import { mergeCommand } from './merge.ts';
import { reportCommand } from './report.ts';
import { reviewCommand } from './review.ts';
import { schemaCommand } from './schema.ts';
import { tryCommand } from './try.ts';
import { verifyCommand } from './verify.ts';

/** Makes a command; it calls `exit` where it ends with another code than 0. */
export type MakeCommand = (exit: (code: number) => void) => Command;

/** In the order of the help. */
export const commands: readonly MakeCommand[] = [
  extractCommand,
  explainCommand,
  tryCommand,
  evalCommand,
  diffCommand,
  mergeCommand,
  reviewCommand,
  reportCommand,
  verifyCommand,
  cacheCommand,
  cleanCommand,
  mentionsCommand,
  schemaCommand,
];
