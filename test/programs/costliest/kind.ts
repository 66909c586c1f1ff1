import { Kind, parse } from 'graphql';
import { isConnection } from './grow.ts';
import { sitesOf } from './sites.ts';

/**
 * What a question asks at the root, and which of the costly ways it takes. A question that takes
 * more steps than another has what that one has as well.
 */
export function featuresOf(query: string): Set<string> {
  const document = parse(query, { noLocation: true });
  const { fields, filters, selections } = sitesOf(document);
  const names = new Set(fields.map(({ node }) => node.name.value));
  const root = selections.find(({ isRoot }) => isRoot);
  const asked = root?.node.selections.flatMap((each) =>
    each.kind === Kind.FIELD ? each.name.value : [],
  );
  const roots = new Set(asked);
  const alike = Math.max(
    ...[...roots].map((name) => asked?.filter((each) => each === name).length ?? 0),
  );
  const steps = Math.max(0, ...filters.map((each) => each.steps));
  const words = filters.some(({ node }) => node.fields.some(({ name }) => name.value === 'text'));
  const lists = fields.filter(({ field }) => isConnection(field)).length;
  const isOrdered = fields.some(({ node }) =>
    node.arguments?.some(({ name }) => name.value === 'orderBy'),
  );
  const hasLongText = fields.some(
    ({ node, parent }) => node.name.value === 'text' && ['Report', 'Section'].includes(parent.name),
  );
  const takesIf = (holds: boolean, feature: string) => (holds ? [feature] : []);
  return new Set([
    ...(roots.size > 3 ? ['several roots'] : [...roots].toSorted()),
    ...[3, 9].flatMap((count) => takesIf(alike >= count, `${count}+ alike`)),
    ...[1, 2, 3].flatMap((count) => takesIf(steps >= count, `${count}+ steps`)),
    ...takesIf(words, 'words'),
    ...[2, 4].flatMap((count) => takesIf(lists >= count, `${count}+ lists`)),
    ...takesIf(isOrdered, 'order'),
    ...takesIf(names.has('facets'), 'facets'),
    ...takesIf(names.has('totalCount'), 'total'),
    ...takesIf(hasLongText, 'texts'),
  ]);
}

/** Of what kind it is; only the costliest of each is told, lest ten kindred ones be. */
export function kindOf(query: string): string {
  const features = [...featuresOf(query)];
  const isLess = (feature: string) => {
    const [count = '', what] = feature.split('+ ');
    return features.some((each) => each.endsWith(`+ ${what}`) && each > feature && count !== '');
  };
  return features.filter((each) => !each.includes('+ ') || !isLess(each)).join(', ');
}
