import { reports as reportTable, sections as sectionTable } from '../db/tables/report.ts';
import { units as unitTable } from '../db/tables/unit.ts';
import { places as placeTable } from '../db/tables/vocabulary.ts';
import type { BoundValue } from '../fields/field-arguments.ts';
import { idsOf, placesWithin as placesInside } from './id-sets.ts';
import type { Facet, FilterField, Order } from '../fields/listing.ts';
import type { TableName } from '../db/relations.ts';

/** What several listings have in common: orders, facets, filters by codes and their wording. */

export const by = (description: string, ascending: string, descending = ascending): Order => ({
  description,
  ascending,
  descending,
});

export const inTextOrder = by(
  'The order of the text, report by report in the order of their codes.',
  'textOrder',
);
export const byCode = by('Their codes, character by character.', 'code');
export const byTitle = by(
  'Their Chinese titles, character by character and not by pinyin.',
  'titleZh',
);
export const byName = by(
  'Their Chinese names, character by character and not by pinyin.',
  'nameZh',
);
export const byYear = by(
  'The year; what has none comes last either way.',
  'yearAscending',
  'yearDescending',
);

export const present = (holds: boolean) =>
  holds ? { isNotNull: true as const } : { isNull: true as const };

/** Rows that have, or have not, a row at the other end that passes. */
export const some = <Other extends object>(holds: boolean, other: Other): Other | { NOT: Other } =>
  holds ? other : { NOT: other };

const isLinked = { hasOutcomes: { eq: true } };

/** What is known of a measure that a link leads to, where it is asked what else belongs to it. */
export const ofLinked = { hasOutcomes: isLinked, hasFigures: isLinked, hasTargets: isLinked };

/** Filters by codes, which go by the numbers of the rows that have them. */
export const ofReportCodes = (codes: BoundValue) => ({
  reportId: { in: idsOf(reportTable, codes) },
});
export const ofSectionCodes = (codes: BoundValue) => ({
  sectionId: { in: idsOf(sectionTable, codes) },
});
export const ofPlaceCodes = (codes: BoundValue) => ({ placeId: { in: idsOf(placeTable, codes) } });
export const ofUnitCodes = (codes: BoundValue) => ({ unitId: { in: idsOf(unitTable, codes) } });
export const insidePlaces = (codes: BoundValue) => ({
  placeId: { in: placesInside(placeTable, codes) },
});

export const theirCodes = 'Their own codes, as people cite them.';
export const theirReports = 'The codes of the reports that tell of them.';
export const theirSections = 'The codes of the sections that they stand in.';
const theirPlaces = 'The codes of the places whose reports tell of them.';
const placesWithin = 'The codes of places: their own reports, and those of every place in them.';

/** What facts are told in and of: the rules that the filters of all of them have. */
export const rulesOfWhere = ({ codes }: { codes: CodesOfWhere }) => ({
  reports: codes('reports', theirReports, ofReportCodes),
  sections: codes('sections', theirSections, ofSectionCodes),
  places: codes('places', theirPlaces, ofPlaceCodes),
  placesWithin: codes('places', placesWithin, insidePlaces),
});

type Where = typeof ofReportCodes | typeof ofSectionCodes | typeof ofPlaceCodes;
type CodesOfWhere = (codesOf: TableName, description: string, where: Where) => FilterField;

export const level: Facet = { description: 'Their levels (层级).', column: 'level' };
export const report: Facet = { description: 'The reports.', column: 'reportId', of: 'reports' };
export const section: Facet = { description: 'The sections.', column: 'sectionId', of: 'sections' };
export const place: Facet = { description: 'The places.', column: 'placeId', of: 'places' };
export const year: Facet = { description: 'The years.', column: 'year' };
export const unit: Facet = { description: 'The units.', column: 'unitId', of: 'units' };
export const kind: Facet = { description: 'Their kinds (类型).', column: 'kind' };
