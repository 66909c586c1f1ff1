import { organizations } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { matchingText } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { byCode, byName, ofPlaceCodes, theirCodes } from './listing-terms.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

const filters = filterFieldsOf('organizations');

export const organizationListing = declareListing({
  table: 'organizations',
  typename: 'Organization',
  rules: {
    codes: filters.ownCodes(theirCodes),
    places: filters.codes('places', 'The codes of the places that they serve.', ofPlaceCodes),
    text: filters.text('Words in their name.', (typed) => ({
      searchId: matchingText('ORGANIZATION', typed),
    })),
  },
  orders: { CODE: byCode, NAME: byName },
});

export const Organization = builder.drizzleNode('organizations', {
  name: 'Organization',
  description: 'A body of Party or government, or any other that a report names (机构).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: pageUrl(t, organizations, 'organization'),
    name: worded(t, organizations, {
      description: 'Its name in full, without abbreviations.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    hasTranslation: translated(t, organizations, {
      what: 'name',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    place: t.relation('place', {
      nullable: true,
      description: 'The place that it governs or serves.',
    }),
  }),
});

const organizationConnection = connection(builder, 'Organization', {
  node: Organization,
  of: 'organizations',
});

builder.drizzleObjectField('places', 'organizations', (t) =>
  t.related(organizationListing, {
    description: 'The organizations that govern or serve it.',
    connection: organizationConnection,
    relation: 'organizations',
  }),
);

export const organizationRoots = rootFields((t) => ({
  organization: t.lookup('organizations', {
    typename: 'Organization',
    type: Organization,
    description: 'One organization by its id or code; null where there is none.',
  }),
  organizations: t.page(organizationListing, {
    description: 'The organizations that reports name.',
    connection: organizationConnection,
  }),
}));
