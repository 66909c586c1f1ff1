import {
  additivities,
  checkKinds,
  checkReasons,
  claimKinds,
  documentRelations,
  indicatorDirections,
  headBases,
  originKinds,
  indicatorGroups,
  indicatorKinds,
  languages,
  outcomeLevels,
  linkBases,
  normBounds,
  normPeriods,
  numeralKinds,
  operandRoles,
  organizationRoles,
  outcomeDimensions,
  periodBases,
  placeLevels,
  qualifiers,
  reportKinds,
  requiredParts,
  retiredTypes,
  searchTypes,
  valueTypes,
  verdicts,
  withholdings,
  wordSources,
} from '../vocabulary.ts';
import { reviewStates } from '../vocabulary/reviews.ts';
import {
  followUpStatuses,
  measureStages,
  targetReasons,
  targetVerdicts,
} from '../vocabulary/plans.ts';
import { builder } from './builder.ts';

/** An enum of the API from a vocabulary: its names and what each of them means. */
function enumOf<Name extends string>(
  name: string,
  description: string,
  words: Readonly<Record<Name, string>>,
) {
  const values = Object.entries<string>(words).map(([word, meaning]) => [
    word,
    { value: word as Name, description: meaning },
  ]);
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as Record<Name, { value: Name; description: string }>,
  });
}

export const ReportKind = enumOf('ReportKind', 'What kind of text a report is.', reportKinds);
export const OutcomeLevel = enumOf(
  'OutcomeLevel',
  'How far from the government’s own act an outcome lies (层级); IATI’s result types, with scope.',
  outcomeLevels,
);
export const MeasureStage = enumOf(
  'MeasureStage',
  'Whether a measure is carried out or still to come (实施阶段); IATI’s activity status.',
  measureStages,
);
export const ValueType = enumOf(
  'ValueType',
  'Whether an outcome is a figure, a change or words.',
  valueTypes,
);
export const Qualifier = enumOf(
  'Qualifier',
  'How the report’s words qualify a figure (概数).',
  qualifiers,
);
export const PeriodBasis = enumOf('PeriodBasis', 'Where a period comes from.', periodBases);
export const LinkBasis = enumOf(
  'LinkBasis',
  'What joins a measure to an outcome, a problem or another measure (关联依据).',
  linkBases,
);
export const PlaceLevel = enumOf('PlaceLevel', 'The rank of a place (行政层级).', placeLevels);
export const OrganizationRole = enumOf(
  'OrganizationRole',
  'What an organization has to do with a measure.',
  organizationRoles,
);
export const DocumentRelation = enumOf(
  'DocumentRelation',
  'What a measure does with a document.',
  documentRelations,
);
export const NumeralKind = enumOf('NumeralKind', 'What a numeral expression is.', numeralKinds);
export const ClaimKind = enumOf(
  'ClaimKind',
  'What kind of fact a figure of the text belongs to (数字归属).',
  claimKinds,
);
export const CheckKind = enumOf('CheckKind', 'Which relation a check looks at.', checkKinds);
export const CheckReason = enumOf(
  'CheckReason',
  'Why a check came out as it did (核对依据).',
  checkReasons,
);

export const Verdict = enumOf('Verdict', 'How a check came out (核对结论).', verdicts);
export const TargetVerdict = enumOf(
  'TargetVerdict',
  'Whether a target was kept, as far as the texts that are held say (目标完成情况).',
  targetVerdicts,
);
export const TargetReason = enumOf(
  'TargetReason',
  'Why a target and what is told of it cannot be compared (无法比较的原因).',
  targetReasons,
);
export const FollowUpStatus = enumOf(
  'FollowUpStatus',
  'What later reports tell of a planned measure (后续情况).',
  followUpStatuses,
);
export const OperandRole = enumOf('OperandRole', 'What an outcome is in a check.', operandRoles);
export const RequiredPart = enumOf(
  'RequiredPart',
  'A part that the annual report on building a law-based government must have (厅字〔2019〕28号).',
  requiredParts,
);
export const NormBound = enumOf(
  'NormBound',
  'Which way a norm bounds a figure (标准).',
  normBounds,
);
export const NormPeriod = enumOf(
  'NormPeriod',
  'The time in which a norm is to be kept.',
  normPeriods,
);
export const Additivity = enumOf(
  'Additivity',
  'Whether figures in a unit can be added up (可加性).',
  additivities,
);
export const IndicatorKind = enumOf(
  'IndicatorKind',
  'What of a variable an indicator observes (指标类型).',
  indicatorKinds,
);
export const OriginKind = enumOf(
  'OriginKind',
  'What kind of source said a fact first (来源类型).',
  originKinds,
);
export const ReviewState = enumOf(
  'ReviewState',
  'Whether a person has looked at what a fact says (审核状态).',
  reviewStates,
);
export const HeadBasis = enumOf(
  'HeadBasis',
  'What something said of a report as a whole rests on (题头依据).',
  headBases,
);
export const IndicatorGroup = enumOf(
  'IndicatorGroup',
  'Where an indicator belongs among others: groups of our own (指标分组).',
  indicatorGroups,
);
export const IndicatorDirection = enumOf(
  'IndicatorDirection',
  'Which way an indicator is better (指标方向).',
  indicatorDirections,
);
export const RetiredType = enumOf('RetiredType', 'What a retired code named.', retiredTypes);
export const SearchType = enumOf('SearchType', 'What a search can find.', searchTypes);
export const WordSource = enumOf(
  'WordSource',
  'Where words stand that a search found.',
  wordSources,
);
export const OutcomeDimension = enumOf(
  'OutcomeDimension',
  'By what outcomes can be put into groups.',
  outcomeDimensions,
);
export const Withholding = enumOf(
  'Withholding',
  'Why figures of a group are not put together (不予汇总的原因).',
  withholdings,
);
export const Language = enumOf('Language', 'A language of titles, labels and notes.', languages);

builder.enumType('OrderDirection', {
  description: 'Which way a list is ordered.',
  values: {
    ASC: { description: 'From the first or smallest on.' },
    DESC: { description: 'From the last or largest on.' },
  },
});
