import type {
  CheckKind,
  CheckReason,
  OutcomeLevel,
  LinkBasis,
  NumeralKind,
  PlaceLevel,
  ReportKind,
  Verdict,
} from '../../vocabulary.ts';
import type { FollowUpStatus, MeasureStage, TargetVerdict } from '../../vocabulary/plans.ts';
import { valueNames } from '../../table/value-names.ts';
import type { Language } from './language.ts';

type Named<Name extends string> = Readonly<Record<Name, Readonly<Record<Language, string>>>>;
export const levelNames: Named<OutcomeLevel> = valueNames.OutcomeLevel;
export const basisNames: Named<LinkBasis> = valueNames.LinkBasis;

/** The verdicts of checks in which a figure is held against what it ought to be, and not against other figures. */
const ofWhatIsWanted: Partial<Record<CheckKind, Named<Verdict>>> = {
  TARGET: {
    HOLDS: { zh: '达到', en: 'reached' },
    DOES_NOT_FOLLOW: { zh: '未达到或只达到一部分', en: 'not reached, or only in part' },
    CANNOT_BE_CHECKED: { zh: '无法比较', en: 'cannot be compared' },
  },
  NORM: {
    HOLDS: { zh: '符合', en: 'keeps it' },
    DOES_NOT_FOLLOW: { zh: '不符合', en: 'does not keep it' },
    CANNOT_BE_CHECKED: { zh: '无法比较', en: 'cannot be compared' },
  },
};

/** How a verdict is called in a check of that kind. */
export const verdictNameOf = (kind: CheckKind, verdict: Verdict) =>
  (ofWhatIsWanted[kind] ?? valueNames.Verdict)[verdict];

export const checkNames: Named<CheckKind> = valueNames.CheckKind;
export const targetVerdictNames: Named<TargetVerdict> = valueNames.TargetVerdict;
export const followUpNames: Named<FollowUpStatus> = valueNames.FollowUpStatus;
export const stageNames: Named<MeasureStage> = valueNames.MeasureStage;
export const placeLevelNames: Named<PlaceLevel> = valueNames.PlaceLevel;
export const reasonNames: Named<CheckReason> = valueNames.CheckReason;
export const reportKindNames: Named<ReportKind> = valueNames.ReportKind;
export const numeralNames: Named<NumeralKind> = valueNames.NumeralKind;
