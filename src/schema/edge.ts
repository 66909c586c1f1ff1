import { cursorPart } from '../fields/connection.ts';
import { withPart } from '../fields/field-spec.ts';

/**
 * What every edge has that is a row of a table between two others: a link seen from one of its ends,
 * with facts of its own. `far` is its relation to the other end.
 */
export const edgeParts = (far: string) => ({
  cursor: {
    ...cursorPart,
    description: 'Its place in the list, to give as after or before.',
  },
  node: { extensions: withPart({ part: 'edgeNode' }) },
  /** What is read of the other end in any case. */
  select: { columns: {}, with: { [far]: { columns: { code: true } } } },
});
