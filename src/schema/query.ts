import { builder } from './builder.ts';
import { checkRoots } from './check.ts';
import { clauseRoots } from './clause.ts';
import { documentRoots } from './document.ts';
import { frameworkRoots } from './framework.ts';
import { honourRoots } from './honour.ts';
import { indicatorRoots } from './indicator.ts';
import { linkRoots } from './link.ts';
import { measureRoots } from './measure.ts';
import { metaRoots } from './meta.ts';
import { nodeRoots } from './node.ts';
import { numeralRoots } from './numeral.ts';
import { organizationRoots } from './organization.ts';
import { outcomeGroupRoots } from './outcome-group.ts';
import { outcomeRoots } from './outcome.ts';
import { placeRoots } from './place.ts';
import { problemRoots } from './problem.ts';
import { reportRoots } from './report.ts';
import { retiredRoots } from './retired.ts';
import { searchRoots } from './search.ts';
import { sectionRoots } from './section.ts';
import { targetRoots } from './target.ts';
import { unitRoots } from './unit.ts';

/** In the order in which readers meet them: introspection, and with it GraphiQL, keeps it. */
const roots = [
  reportRoots,
  measureRoots,
  outcomeRoots,
  linkRoots,
  outcomeGroupRoots,
  targetRoots,
  problemRoots,
  checkRoots,
  searchRoots,
  sectionRoots,
  indicatorRoots,
  unitRoots,
  documentRoots,
  organizationRoots,
  placeRoots,
  honourRoots,
  frameworkRoots,
  numeralRoots,
  clauseRoots,
  retiredRoots,
  nodeRoots,
  metaRoots,
];

builder.queryType({
  description:
    'What can be asked. Every list goes page by page; a look-up that finds nothing is null.',
});
for (const fields of roots) builder.queryFields(fields);
