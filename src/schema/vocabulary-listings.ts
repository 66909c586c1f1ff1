import { places as placeTable } from '../db/tables/vocabulary.ts';
import { filterFieldsOf } from '../fields/listing.ts';
import type { Listing } from '../fields/listing.ts';
import { matchingText, idsOf, placesWithin as placesInside } from './id-sets.ts';
import { PlaceLevel } from './enums.ts';
import {
  byCode,
  byName,
  ofPlaceCodes,
  ofUnitCodes,
  some,
  theirCodes,
  unit,
} from './listing-terms.ts';
import { outcomes, reports } from './listings.ts';

/** How the vocabulary is listed: indicators, places, organizations and units. */

const ofIndicators = filterFieldsOf('indicators');
const ofPlaces = filterFieldsOf('places');
const ofOrganizations = filterFieldsOf('organizations');
const ofUnits = filterFieldsOf('units');

export const indicators: Listing = {
  table: 'indicators',
  typename: 'Indicator',
  rules: {
    codes: ofIndicators.codes('indicators', theirCodes, (values) => ({ code: { in: values } })),
    units: ofIndicators.codes('units', 'The codes of their units.', ofUnitCodes),
    hasOutcomes: ofIndicators.whether('Whether any outcome observes them.', (holds) =>
      some(holds, { outcomes: true }),
    ),
    text: ofIndicators.text('Words in their name.', (typed) => ({
      searchId: matchingText('INDICATOR', typed),
    })),
    outcomes: ofIndicators.thoseWith(
      'outcomes',
      () => outcomes,
      'Indicators that such an outcome observes.',
    ),
  },
  orders: { CODE: byCode, NAME: byName },
  facets: { units: unit },
};

export const places: Listing = {
  table: 'places',
  typename: 'Place',
  rules: {
    codes: ofPlaces.codes('places', theirCodes, (values) => ({ code: { in: values } })),
    levels: ofPlaces.anyOf(PlaceLevel, 'Their ranks.', (values) => ({ level: { in: values } })),
    parents: ofPlaces.codes('places', 'The codes of the places that they lie in.', (values) => ({
      parentId: { in: idsOf(placeTable, values) },
    })),
    within: ofPlaces.codes(
      'places',
      'The codes of places: they themselves, and every place in them at any depth.',
      (values) => ({ id: { in: placesInside(placeTable, values) } }),
    ),
    hasReports: ofPlaces.whether('Whether any report is about them.', (holds) =>
      some(holds, { reports: true }),
    ),
    text: ofPlaces.text('Words in their name or their code.', (typed) => ({
      searchId: matchingText('PLACE', typed),
    })),
    reports: ofPlaces.thoseWith('reports', () => reports, 'Places with such a report.'),
  },
  orders: { CODE: byCode, NAME: byName },
  facets: { levels: { description: 'Their ranks.', column: 'level' } },
};

export const organizations: Listing = {
  table: 'organizations',
  typename: 'Organization',
  rules: {
    codes: ofOrganizations.codes('organizations', theirCodes, (values) => ({
      code: { in: values },
    })),
    places: ofOrganizations.codes(
      'places',
      'The codes of the places that they serve.',
      ofPlaceCodes,
    ),
    text: ofOrganizations.text('Words in their name.', (typed) => ({
      searchId: matchingText('ORGANIZATION', typed),
    })),
  },
  orders: { CODE: byCode, NAME: byName },
};

export const units: Listing = {
  table: 'units',
  typename: 'Unit',
  rules: {
    codes: ofUnits.codes('units', theirCodes, (values) => ({ code: { in: values } })),
    outcomes: ofUnits.thoseWith('outcomes', () => outcomes, 'Units of such an outcome.'),
  },
  orders: { CODE: byCode, NAME: byName },
};
