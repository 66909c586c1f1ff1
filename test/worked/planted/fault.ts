/** A file of a report, words that stand in it, and what takes their place. */
type Change = readonly [file: string, from: string | RegExp, to: string];

/** The rule, the facts that are told of, their words right before the place, and what is to be done. */
type Told = readonly [rule: string, file: string, before: string, help: RegExp];

/** A fault of a curator or of a text, planted alone in the worked example. */
export type PlantedFault = { name: string; changes: readonly Change[]; told: readonly Told[] };

export const facts23 = 'made-up-zixu-2023/facts.yaml';
export const text23 = 'made-up-zixu-2023/report.txt';
export const facts24 = 'made-up-zixu-2024/facts.yaml';
export const text24 = 'made-up-zixu-2024/report.txt';
