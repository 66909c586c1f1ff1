import { Kind, parse, print, validate } from 'graphql';
import type { ASTNode, DocumentNode, GraphQLNamedType } from 'graphql';
import type { Random } from '../../support/corpus-rows.ts';
import { schema } from './material.ts';
import * as filters from './operators/filters.ts';
import type { Operator, Tools } from './operators/operator.ts';
import { oneOf } from './operators/operator.ts';
import * as pages from './operators/pages.ts';
import * as roots from './operators/roots.ts';
import * as selections from './operators/selections.ts';
import { replaced, withSelections } from './edit.ts';
import { sitesOf } from './sites.ts';

export const operators: Readonly<Record<string, Operator>> = {
  ...filters,
  ...pages,
  ...selections,
  ...roots,
};

/** Those that make a question smaller, for one that is refused. */
const smaller: readonly Operator[] = [
  pages.lowerFirst,
  pages.lowerFirst,
  selections.remove,
  filters.narrowFilter,
];

const shorter: readonly Operator[] = [
  selections.keepOne,
  selections.remove,
  filters.narrowFilter,
  pages.dropArgument,
];

const read = (query: string) => parse(query, { noLocation: true });

const isLegal = (document: DocumentNode) => validate(schema, document).length === 0;

/** How often something is tried that may come to nothing. */
const tries = 20;

/** One to three changes; every mutant parses and is valid. The question itself where none is found. */
export function mutate(query: string, tools: Tools): string {
  const { random } = tools;
  let mutant = query;
  for (let changes = 1 + random.below(3); changes > 0; changes -= 1) {
    mutant = change(mutant, Object.values(operators), tools);
  }
  return mutant;
}

/** A question that asks for less. */
export const shrink = (query: string, tools: Tools): string => change(query, smaller, tools);

/** A shorter question, that may ask for as much. */
export const shorten = (query: string, tools: Tools): string => change(query, shorter, tools);

function change(query: string, among: readonly Operator[], tools: Tools): string {
  const document = read(query);
  const sites = sitesOf(document);
  for (let left = tries; left > 0; left -= 1) {
    const operator = oneOf(among, tools.random);
    const changed = operator?.(document, sites, tools);
    // Printed and read again, so that no node stands in two places.
    const text = changed ? print(withoutUnused(changed)) : query;
    if (text !== query && isLegal(read(text))) return text;
  }
  return query;
}

/** A child that asks some of what each of two asks, or takes over one filter or selection. */
export function cross(one: string, two: string, tools: Tools): string {
  const { random } = tools;
  const [mine, theirs] = [read(one), read(two)];
  const [here, there] = [sitesOf(mine), sitesOf(theirs)];
  for (let left = tries; left > 0; left -= 1) {
    const text = random.chance(0.3)
      ? crossRoots(mine, here, there, tools)
      : transplant(mine, here, there, tools);
    if (text !== null && text !== one && isLegal(read(text))) return text;
  }
  return one;
}

type Found = ReturnType<typeof sitesOf>;

function crossRoots(mine: DocumentNode, here: Found, there: Found, { random }: Tools) {
  const [site, other] = [here, there].map(({ selections: all }) =>
    all.find(({ isRoot }) => isRoot),
  );
  if (!site || !other) return null;
  const some = other.node.selections.filter(() => random.chance(0.6));
  return print(replaced(mine, site.node, withSelections(site.node, some)));
}

function transplant(mine: DocumentNode, here: Found, there: Found, { random }: Tools) {
  const pair = random.chance(0.5)
    ? pairOf(here.filters, there.filters, random)
    : pairOf(here.selections, there.selections, random);
  return pair ? print(withoutUnused(replaced(mine, pair[0], pair[1]))) : null;
}

type Place = { node: ASTNode; type: GraphQLNamedType };

/** Two places of one type, the second of which can stand for the first. */
function pairOf(
  here: readonly Place[],
  there: readonly Place[],
  random: Random,
): readonly [ASTNode, ASTNode] | null {
  const site = oneOf(here, random);
  const other = oneOf(
    there.filter(({ type }) => type === site?.type),
    random,
  );
  return site && other ? [site.node, other.node] : null;
}

/** Leaves out fragments that nothing spreads any more. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const text = print(document);
  const definitions = document.definitions.filter((each) => {
    return each.kind !== Kind.FRAGMENT_DEFINITION || text.includes(`...${each.name.value}\n`);
  });
  const left = { ...document, definitions };
  return definitions.length < document.definitions.length ? withoutUnused(left) : left;
}
