import type {
  CheckKind,
  CheckReason,
  OutcomeLevel,
  LinkBasis,
  NumeralKind,
  ReportKind,
  Verdict,
} from '../../vocabulary.ts';
import type { FollowUpStatus, TargetVerdict } from '../../vocabulary/plans.ts';
import { valueNames } from '../../table/value-names.ts';
import type { Language } from './language.ts';

type Named<Name extends string> = Readonly<Record<Name, Readonly<Record<Language, string>>>>;
export const levelNames: Named<OutcomeLevel> = valueNames.OutcomeLevel;
export const basisNames: Named<LinkBasis> = valueNames.LinkBasis;
export const verdictNames: Named<Verdict> = valueNames.Verdict;
export const checkNames: Named<CheckKind> = valueNames.CheckKind;
export const targetVerdictNames: Named<TargetVerdict> = valueNames.TargetVerdict;
export const followUpNames: Named<FollowUpStatus> = valueNames.FollowUpStatus;
export const reasonNames: Named<CheckReason> = valueNames.CheckReason;
export const reportKindNames: Named<ReportKind> = valueNames.ReportKind;
export const numeralNames: Named<NumeralKind> = valueNames.NumeralKind;
