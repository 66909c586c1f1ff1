import { Kind, getNamedType, isEnumType } from 'graphql';
import type { DocumentNode, SelectionNode } from 'graphql';
import { schema } from '../material.ts';
import { argumentIn, replaced, selectionsOf, withArgument, withSelections } from '../edit.ts';
import type { Sites } from '../sites.ts';
import type { Operator, Tools } from './operator.ts';
import { oneOf } from './operator.ts';

const roots = Object.values(schema.getQueryType()?.getFields() ?? {});

function addToRoot(
  document: DocumentNode,
  { selections }: Sites,
  added: readonly SelectionNode[],
): DocumentNode | null {
  const site = selections.find(({ isRoot }) => isRoot);
  return site ? replaced(document, site.node, withSelections(site.node, added)) : null;
}

/** Asks something else besides. */
export const addRoot: Operator = (document, sites, { random, grow }) => {
  const text = grow.field(random.pick(roots), 1 + random.below(4));
  return addToRoot(document, sites, selectionsOf(text));
};

/** Asks the same again under another name, once or as often as names may be given. */
export const askAgain: Operator = (document, { selections }, { random, material }) => {
  const site = oneOf(
    random.chance(0.6) ? selections.filter(({ isRoot }) => isRoot) : selections,
    random,
  );
  const again = site && oneOf(site.node.selections, random);
  if (!site || again?.kind !== Kind.FIELD || !again.selectionSet) return null;
  const most =
    material.limit(site.isRoot ? 'rootFields' : 'aliases', 20) - site.node.selections.length;
  const times = Math.max(1, random.chance(0.4) ? most : random.below(4));
  const copies = Array.from({ length: times }, () => again);
  return replaced(document, site.node, withSelections(site.node, copies));
};

/** Asks for as many ids as may be, with something of each type. */
export const manyNodes: Operator = (document, sites, { values, grow, material }) => {
  const ids = Array.from({ length: material.limit('ids', 100) }, () => values.idOf());
  const field = roots.find(({ name }) => name === 'nodes');
  if (!field) return null;
  const beneath = grow.selection(getNamedType(field.type), 2);
  const text = `nodes(ids: ${JSON.stringify(ids)}) { ${beneath} }`;
  return addToRoot(document, sites, selectionsOf(text));
};

/** Searches everything for something frequent, with what every hit shows. */
export const searchAll: Operator = (document, sites, { random, values, grow }) => {
  const hit = schema.getType('SearchResult');
  if (!hit) return null;
  const parts = ['snippets { source text start highlights { start end } }'];
  if (random.chance(0.5)) parts.push(`node { ${grow.selection(hit, 2)} }`);
  const counted = random.chance(0.5) ? 'totalCount' : '';
  const text = `search(text: ${JSON.stringify(values.text())}, first: ${grow.sizes.page}) { ${counted} nodes { ${parts.join(' ')} } }`;
  return addToRoot(document, sites, selectionsOf(text));
};

const figures = 'outcomeCount figureCount sum mean minimum maximum isExact withheld';

/** Groups outcomes by some things at once, or by one thing more. */
export const groupWidely: Operator = (document, sites, tools) => {
  const { random, grow } = tools;
  const site = oneOf(
    sites.fields.filter(({ node }) => node.name.value === 'outcomeGroups'),
    random,
  );
  const first = String(grow.sizes.groups);
  if (!site) {
    const text = `outcomeGroups(groupBy: [${someDimensions(tools).join(', ')}], first: ${first}) { nodes { ${figures} } }`;
    return addToRoot(document, sites, selectionsOf(text));
  }
  const by = argumentIn(site.node, 'groupBy');
  const written = by?.kind === Kind.LIST ? by.values.flatMap(nameOf) : [];
  const dimensions = new Set([...(random.chance(0.6) ? written : []), ...someDimensions(tools)]);
  const wider = withArgument(site.node, 'groupBy', `[${[...dimensions].join(', ')}]`);
  return replaced(document, site.node, withArgument(wider, 'first', first));
};

function someDimensions({ random }: Tools): string[] {
  const type = schema.getType('OutcomeDimension');
  if (!isEnumType(type)) return [];
  const names = type.getValues().map(({ name }) => name);
  return [...new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(names)))];
}

const nameOf = (node: { kind: string; value?: unknown }) =>
  node.kind === Kind.ENUM ? [String(node.value)] : [];

/** Writes another value in the place of one. */
export const anotherValue: Operator = (document, { values: sites }, { random, values }) => {
  const site = oneOf(
    sites.filter(({ spot }) => !['first', 'last'].includes(spot.name)),
    random,
  );
  if (!site) return null;
  const { node, type, spot } = site;
  const [other] = selectionsOf(`f(v: ${values.valueOf(type, spot)})`);
  const value = other?.kind === Kind.FIELD ? other.arguments?.[0]?.value : undefined;
  return value ? replaced(document, node, { ...node, value }) : null;
};
