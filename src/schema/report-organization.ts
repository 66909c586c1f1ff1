import { connection } from '../fields/connection.ts';
import { builder } from './builder.ts';
import { edgeParts } from './edge.ts';
import { Organization, organizationListing } from './organization.ts';
import { Report, reportListing } from './report.ts';
import { origin, reviewReason, reviewState } from './review.ts';

/** That a report names an organization, seen from either end. */
function edge(name: string, far: 'report' | 'organization') {
  const { cursor, node, select } = edgeParts(far);
  return builder.drizzleObject('reportOrganizations', {
    variant: name,
    description: `That a report names an organization, with the ${far} at the other end.`,
    select,
    fields: (t) => ({
      cursor: t.string(cursor),
      node: t.relation(far, { ...node, description: `The ${far} at the other end.` }),
      evidence: t.relation('evidence', {
        description: 'The words by which the report first names it.',
      }),
      origin: t.relation('origin', origin),
      reviewState: t.expose('reviewState', reviewState),
      reviewReason: t.exposeString('reviewReason', reviewReason),
    }),
  });
}

const reportOrganizations = connection(builder, 'ReportOrganization', {
  node: Organization,
  links: { edge: edge('ReportOrganizationEdge', 'organization'), through: 'organization' },
  of: 'the organizations that a report names',
});

const organizationReports = connection(builder, 'OrganizationReport', {
  node: Report,
  links: { edge: edge('OrganizationReportEdge', 'report'), through: 'report' },
  of: 'the reports that name an organization',
  facets: reportListing,
});

builder.drizzleObjectField(Report, 'organizations', (t) =>
  t.related(organizationListing, {
    description: 'The organizations that it names; each edge holds the words that do.',
    connection: reportOrganizations,
    relation: 'organizations',
    through: 'organization',
  }),
);

builder.drizzleObjectField(Organization, 'reports', (t) =>
  t.related(reportListing, {
    description: 'The reports that name it; each edge holds the words that do.',
    connection: organizationReports,
    relation: 'reports',
    through: 'report',
  }),
);
