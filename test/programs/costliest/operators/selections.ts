import { Kind, getNamedType, isCompositeType, isObjectType } from 'graphql';
import type { FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { isConnection, isLeaf } from '../grow.ts';
import type { AnyField } from '../grow.ts';
import { replaced, selectionsOf, withSelections } from '../edit.ts';
import type { SelectionSite, Sites } from '../sites.ts';
import type { Operator } from './operator.ts';
import { oneOf } from './operator.ts';

const fieldsOf = ({ type }: SelectionSite): AnyField[] =>
  isObjectType(type) ? Object.values(type.getFields()) : [];

const ofRows = ({ selections }: Sites) =>
  selections.filter(({ type, isRoot }) => {
    return !isRoot && isObjectType(type) && !type.name.endsWith('Connection');
  });

/** Asks for something more of a row, with what stands beneath it. */
export const growHere: Operator = (document, sites, { random, grow }) => {
  const site = oneOf(ofRows(sites), random);
  const field = site && oneOf(fieldsOf(site), random);
  if (!field) return null;
  const text = grow.field(field, 1 + random.below(3));
  return replaced(document, site.node, withSelections(site.node, selectionsOf(text)));
};

/** Goes on from a row to a list of others, and from each of them back to where it came from. */
export const nestInverse: Operator = (document, sites, { random, grow }) => {
  const site = oneOf(ofRows(sites), random);
  const there = site && oneOf(fieldsOf(site).filter(isConnection), random);
  const page = there && getNamedType(there.type);
  const rows = isObjectType(page) ? page.getFields()['nodes'] : undefined;
  const row = rows && getNamedType(rows.type);
  if (!site || !there || !isObjectType(row)) return null;
  const back = oneOf(
    Object.values(row.getFields()).filter((field) => leadsTo(field, site.type.name)),
    random,
  );
  const size = () => grow.size(grow.sizes.page);
  const beneath = back ? backward(back, size(), grow.selection(site.type, 1)) : 'id';
  const text = `${there.name}(first: ${size()}) { nodes { ${beneath} } }`;
  return replaced(document, site.node, withSelections(site.node, selectionsOf(text)));
};

function leadsTo(field: AnyField, typename: string): boolean {
  const type = getNamedType(field.type);
  const nodes = isObjectType(type) ? type.getFields()['nodes'] : undefined;
  return (nodes ? getNamedType(nodes.type) : type).name === typename;
}

const backward = (field: AnyField, size: number, beneath: string) =>
  isConnection(field)
    ? `${field.name}(first: ${size}) { nodes { ${beneath} } }`
    : `${field.name} { ${beneath} }`;

/** Asks for everything of a row that is no row itself. */
export const allLeaves: Operator = (document, sites, { random }) => {
  const site = oneOf(ofRows(sites), random);
  const text = site
    ? fieldsOf(site)
        .filter(isLeaf)
        .map(({ name }) => name)
        .join(' ')
    : '';
  if (!site || text === '') return null;
  return replaced(document, site.node, withSelections(site.node, selectionsOf(text)));
};

/** Of types that have them, or lead to them at once, the texts that may be long. */
const longTexts: Readonly<Record<string, string>> = {
  Report: 'text',
  Section: 'text report { text }',
  Measure: 'report { text } section { text } evidence { exact prefix suffix }',
  Outcome: 'report { text } section { text } statement evidence { exact prefix suffix }',
  Evidence: 'exact prefix suffix report { text } section { text }',
  Link: 'report { text } note evidence { exact }',
  Check: 'report { text } explanation',
  Numeral: 'report { text } section { text }',
  Document: 'report { text } evidence { exact }',
};

export const addLongTexts: Operator = (document, sites, { random }) => {
  const site = oneOf(
    ofRows(sites).filter(({ type }) => longTexts[type.name]),
    random,
  );
  if (!site) return null;
  const added = selectionsOf(longTexts[site.type.name] ?? '');
  return replaced(document, site.node, withSelections(site.node, added));
};

/** Moves what stands in one place into a fragment, and spreads it wherever else it fits. */
export const intoFragment: Operator = (document, sites, { random }) => {
  const site = oneOf(ofRows(sites), random);
  if (!site) return null;
  const taken = new Set(
    document.definitions.map((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? each.name.value : '',
    ),
  );
  let nth = 0;
  while (taken.has(`F${nth}`)) nth += 1;
  const name = { kind: Kind.NAME, value: `F${nth}` } as const;
  const fragment: FragmentDefinitionNode = {
    kind: Kind.FRAGMENT_DEFINITION,
    name,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: site.type.name } },
    selectionSet: site.node,
  };
  const spread: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: [{ kind: Kind.FRAGMENT_SPREAD, name }],
  };
  let changed = replaced(document, site.node, spread);
  for (const other of ofRows(sites)) {
    if (other.node === site.node || other.type !== site.type || !random.chance(0.5)) continue;
    changed = replaced(changed, other.node, withSelections(other.node, spread.selections));
  }
  return { ...changed, definitions: [...changed.definitions, fragment] };
};

/** Leaves something out, wherever something else remains beside it. */
export const remove: Operator = (document, { selections }, { random }) => {
  const site = oneOf(
    selections.filter(({ node }) => node.selections.length > 1),
    random,
  );
  const selection = site && oneOf(site.node.selections, random);
  return selection ? replaced(document, selection, null) : null;
};

/** Puts what is asked of the same type elsewhere in the place of what is asked here. */
export const repeatElsewhere: Operator = (document, sites, { random }) => {
  const site = oneOf(ofRows(sites), random);
  const other = oneOf(
    sites.selections.filter(({ node, type }) => type === site?.type && node !== site.node),
    random,
  );
  if (!site || !other || !isCompositeType(other.type)) return null;
  return replaced(document, site.node, other.node);
};

/** Of what is asked in one place leaves one thing only. */
export const keepOne: Operator = (document, { selections }, { random }) => {
  const site = oneOf(
    selections.filter(({ node }) => node.selections.length > 2),
    random,
  );
  const kept = site && oneOf(site.node.selections, random);
  return kept ? replaced(document, site.node, { ...site.node, selections: [kept] }) : null;
};
