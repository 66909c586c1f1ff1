import { connection } from '../fields/connection.ts';
import { builder } from './builder.ts';
import { edgeParts } from './edge.ts';
import { OrganizationRole } from './enums.ts';
import { Measure, measureListing } from './measure.ts';
import { Organization, organizationListing } from './organization.ts';

/** That an organization has a part in a measure, seen from either end. */
function edge(name: string, far: 'measure' | 'organization') {
  const { cursor, node, select } = edgeParts(far);
  return builder.drizzleObject('measureOrganizations', {
    variant: name,
    description: `An organization’s part in a measure, with the ${far} at the other end.`,
    select,
    fields: (t) => ({
      cursor: t.string(cursor),
      node: t.relation(far, { ...node, description: `The ${far} at the other end.` }),
      role: t.expose('role', {
        type: OrganizationRole,
        description: 'The part that the organization has in the measure.',
      }),
    }),
  });
}

const measureOrganizations = connection(builder, 'MeasureOrganization', {
  node: Organization,
  links: { edge: edge('MeasureOrganizationEdge', 'organization'), through: 'organization' },
  of: 'a measure’s organizations',
});

const organizationMeasures = connection(builder, 'OrganizationMeasure', {
  node: Measure,
  links: { edge: edge('OrganizationMeasureEdge', 'measure'), through: 'measure' },
  of: 'an organization’s measures',
  facets: measureListing,
});

builder.drizzleObjectField(Measure, 'organizations', (t) =>
  t.related(organizationListing, {
    description: 'The organizations that have a part in it; each edge says which part.',
    connection: measureOrganizations,
    relation: 'organizations',
    through: 'organization',
  }),
);

builder.drizzleObjectField(Organization, 'measures', (t) =>
  t.related(measureListing, {
    description: 'The measures that it has a part in; each edge says which part.',
    connection: organizationMeasures,
    relation: 'measures',
    through: 'measure',
  }),
);
