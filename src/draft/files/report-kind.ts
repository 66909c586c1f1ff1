import { reportKinds } from '../../vocabulary.ts';
import type { ReportKind } from '../../vocabulary.ts';

/** Whether a word is the name of a kind of report. */
export const isReportKind = (name: string | null): name is ReportKind =>
  name !== null && Object.hasOwn(reportKinds, name);
