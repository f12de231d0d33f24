import { z } from 'zod';

/*
 * A gold file: what a perfect reader would extract from the article beside it. GOLD.md says what each field means.
 */

const names = z.array(z.string());
const optional = z.boolean().optional();
const text = z.string().nullish();
const number = z.number().nullish();

const goldEntry = z.object({
  rank: number,
  within: number,
  place: names,
  type: z.string(),
  admin1: text,
  country: text,
  basis: z.string(),
  score: number,
  previous_rank: number,
  tied: z.boolean().nullish(),
  optional,
  evidence: z.string(),
});

const goldRanking = z.object({
  name: names,
  publisher: names.nullish(),
  edition: text,
  scope: text,
  size: number,
  evaluated: number,
  entries: z.array(goldEntry),
  optional,
});

const goldMetric = z.object({
  place: names,
  type: z.string().optional(),
  metric: names,
  op: z.string(),
  value: z.number(),
  value_max: number,
  unit: z.string(),
  period: text,
  change: text,
  optional,
  evidence: z.string(),
});

export const goldFile = z.object({
  document: z.object({ title: text, site: text, published: text, language: text }).optional(),
  rankings: z.array(goldRanking),
  metrics: z.array(goldMetric),
});

export type GoldEntry = z.infer<typeof goldEntry>;
export type GoldRanking = z.infer<typeof goldRanking>;
export type GoldMetric = z.infer<typeof goldMetric>;
export type GoldFile = z.infer<typeof goldFile>;
