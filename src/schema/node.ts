import { rootFields } from './builder.ts';

export const nodeRoots = rootFields((t) => ({
  node: t.nodeById({ description: 'Any object by its id; null where there is none.' }),
  nodes: t.nodesById({
    description:
      'Several objects by their ids, in the order asked; null in the place of each that is missing.',
  }),
}));
