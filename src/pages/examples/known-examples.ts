import { parametersOf } from '../../examples/parameters.ts';
import type { Parameter } from '../../examples/parameters.ts';
import { readExamples, slugOf } from '../../examples/read-examples.ts';
import type { Example } from '../../examples/read-examples.ts';
import { valueNames } from '../../table/value-names.ts';
import { aCode, aPlace, oneOf, someText, years } from '../address/parts.ts';
import type { CodesOf, Part, Parts } from '../address/parts.ts';

const codesIn: Readonly<Record<string, CodesOf>> = {
  report: 'reports',
  indicator: 'indicators',
  outcome: 'outcomes',
};

const others: Readonly<Record<string, Part>> = {
  years,
  verdicts: oneOf(Object.keys(valueNames.TargetVerdict)),
};

/** An example question that has a page. */
export type KnownExample = {
  slug: string;
  example: Example;
  parameters: readonly Parameter[];
  /** What its address can say: its variables, and which of several lists is shown. */
  parts: Parts;
};

export const knownExamples: readonly KnownExample[] = readExamples().map((example) => {
  const parameters = parametersOf(example.query);
  return { slug: slugOf(example), example, parameters, parts: partsOf(parameters) };
});

/** What each variable can be, by its name. */
function partsOf(parameters: readonly Parameter[]): Parts {
  const parts = parameters.map(({ name, isList }): [string, Part] => {
    if (name === 'places') return [name, aPlace(isList)];
    const codesOf = codesIn[name];
    if (codesOf) return [name, aCode(codesOf, isList)];
    return [name, { ...(others[name] ?? someText), isList }];
  });
  return { ...Object.fromEntries(parts), list: someText };
}

export const examplePath = (slug: string) => `/examples/${slug}`;

/** The example whose page stands at an address; null where none does. */
export const exampleAt = (pathname: string): KnownExample | null =>
  knownExamples.find(({ slug }) => pathname === examplePath(slug)) ?? null;

/** The variables that what was read of an address gives. */
export const givenIn = (
  parameters: readonly Parameter[],
  values: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    parameters.flatMap(({ name, isList, isWhole }): [string, unknown][] => {
      const value = values[name];
      if (value === undefined) return [];
      const given = (isList ? value.split(',') : [value]).map((one) =>
        isWhole ? Number(one) : one,
      );
      return [[name, isList ? given : given[0]]];
    }),
  );
