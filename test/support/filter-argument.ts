import {
  checkKinds,
  claimKinds,
  indicatorGroups,
  originKinds,
  outcomeLevels,
  linkBases,
  namesOf,
  numeralKinds,
  periodBases,
  placeLevels,
  qualifiers,
  reportKinds,
  checkReasons,
  requiredParts,
  retiredTypes,
  valueTypes,
  verdicts,
} from '../../src/vocabulary.ts';
import { reviewStates } from '../../src/vocabulary/reviews.ts';
import {
  followUpStatuses,
  measureStages,
  targetReasons,
  targetVerdicts,
} from '../../src/vocabulary/plans.ts';
import { allListings } from '../../src/fields/listing.ts';
import '../../src/schema/schema.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import type { Random } from './corpus-rows.ts';
import { rulesOf } from './oracle.ts';
import type { Typename } from './oracle.ts';

type Source = { rows: Rows; random: Random };

/** Words of the corpus and pieces of them, alone and together, and one that stands nowhere. */
export const typed = [
  '审批',
  '复议',
  '批复',
  '县',
  '5g',
  'GDP增长',
  '长一',
  "o'brien",
  '\uff11',
  '行政决策',
  '决 策',
  '𠮷',
  'Outcome 2',
  '撤销 审批',
  '审查',
  ',',
  '另有',
  '没有的词',
  '   ',
];

const closed: Record<string, readonly string[]> = {
  'Report.kinds': namesOf(reportKinds),
  'Check.kinds': namesOf(checkKinds),
  'Numeral.kinds': namesOf(numeralKinds),
  'Place.levels': namesOf(placeLevels),
  'Outcome.levels': namesOf(outcomeLevels),
  valueTypes: namesOf(valueTypes),
  stages: namesOf(measureStages),
  claimKinds: namesOf(claimKinds),
  qualifiers: namesOf(qualifiers),
  periodBases: namesOf(periodBases),
  linkBases: namesOf(linkBases),
  bases: namesOf(linkBases),
  'Target.verdicts': namesOf(targetVerdicts),
  verdictReasons: namesOf(targetReasons),
  followUps: namesOf(followUpStatuses),
  verdicts: namesOf(verdicts),
  groups: namesOf(indicatorGroups),
  originKinds: namesOf(originKinds),
  reviewStates: namesOf(reviewStates),
  reasons: namesOf(checkReasons),
  missingParts: namesOf(requiredParts),
  types: namesOf(retiredTypes),
  dimensions: ['撤销', '维持', '无'],
  populations: ['内部事项', '外部事项', '无'],
  periods: ['上半年', '全年', '截至目前', '截止目前', '2020', '2021-01/2021-06'],
};

/** Of which table the codes are that a rule, or an argument, takes. */
export const coded: Record<string, keyof Rows> = {
  reports: 'reports',
  sections: 'sections',
  places: 'places',
  placesWithin: 'places',
  within: 'places',
  parents: 'places',
  organizations: 'organizations',
  publishers: 'organizations',
  issuers: 'organizations',
  awarders: 'organizations',
  owners: 'organizations',
  measures: 'measures',
  frameworks: 'frameworks',
  documents: 'documents',
  frameworkItems: 'frameworkItems',
  frameworkItemsWithin: 'frameworkItems',
  'FrameworkItem.parents': 'frameworkItems',
  'FrameworkItem.within': 'frameworkItems',
  missingFrameworkItems: 'frameworkItems',
  indicators: 'indicators',
  silentOn: 'indicators',
  units: 'units',
};

const listings = allListings();

/** The types at the other end of a relation, as the filters themselves say. */
export const nested: Readonly<Record<string, Typename>> = Object.fromEntries(
  listings.flatMap(({ typename, rules }) =>
    Object.entries(rules).flatMap(([name, { input }]) =>
      'other' in input ? [[`${typename}.${name}`, input.other().typename as Typename]] : [],
    ),
  ),
);

/** The table of each listed type, which its root field is called after. */
export const tableOf = (typename: Typename) => {
  const listing = listings.find((each) => each.typename === typename);
  if (!listing)
    throw new Error(
      `${typename} is not listed: declare how in its file in src/schema (declareListing)`,
    );
  return listing.table;
};

/** A value for a field of a filter, at random. */
export function filterArgument(
  typename: Typename,
  name: string,
  source: Source,
  depth = 2,
): unknown {
  const { rows, random } = source;
  const { below, chance, pick } = random;
  const several = <Item>(make: () => Item) => Array.from({ length: 1 + below(3) }, make);
  const other = nested[`${typename}.${name}`];
  if (other) {
    const rules = rulesOf(other).filter((rule) => depth > 0 || !nested[`${other}.${rule}`]);
    const rule = pick(rules);
    return { [rule]: filterArgument(other, rule, source, depth - 1) };
  }
  if (/^(has|is|with)[A-Z]/.test(name)) return chance(0.5);
  const names = closed[`${typename}.${name}`] ?? closed[name];
  if (names) return several(() => pick(names));
  if (name === 'text') return pick(typed);
  if (name === 'years') return several(() => 2017 + below(9));
  if (name === 'period' || name === 'due') {
    const year = 2017 + below(7);
    return {
      ...(chance(0.7) && { from: `${year}-01-01` }),
      ...(chance(0.7) && { to: `${year + below(2)}-06-30` }),
    };
  }
  if (name === 'shareReached') {
    const from = below(10) / 10;
    return { ...(chance(0.8) && { from }), ...(chance(0.8) && { to: from + below(4) / 10 }) };
  }
  if (name === 'depths') return several(() => 1 + below(4));
  if (['value', 'baseline', 'change'].includes(name)) {
    const from = name === 'change' ? -100 + below(150) : below(7);
    return {
      ...(chance(0.8) && { from }),
      ...(chance(0.8) && { to: from + below(4) * (name === 'change' ? 20 : 1) }),
    };
  }
  const table =
    name === 'codes' ? tableOf(typename) : (coded[`${typename}.${name}`] ?? coded[name]);
  if (!table) {
    throw new Error(
      `no values for the filter ${typename}.${name}: in test/support/filter-argument.ts name the table of its codes in \`coded\`, its values in \`closed\`, or draw some in \`filterArgument\``,
    );
  }
  const codes = rows[table] as { code: string }[];
  return several(() => (chance(0.05) ? 'nowhere' : pick(codes).code));
}

/** A filter that goes so many steps from one type to the next, and there asks for something. */
export function deepFilter(typename: Typename, source: Source, steps: number): object {
  const { pick } = source.random;
  const ways = rulesOf(typename).filter((rule) => nested[`${typename}.${rule}`]);
  if (steps === 0 || ways.length === 0) {
    const rule = pick(rulesOf(typename).filter((name) => !nested[`${typename}.${name}`]));
    return { [rule]: filterArgument(typename, rule, source) };
  }
  const way = pick(ways);
  return { [way]: deepFilter(nested[`${typename}.${way}`]!, source, steps - 1) };
}
