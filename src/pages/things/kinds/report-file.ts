import { reportKindNames } from '../../language/labels.ts';
import { kindPage } from '../kind-page.ts';
import type { Thing } from '../thing.ts';

/** A report as it is cited, and as data; the page to read it on is another one. */
export const reportFile = kindPage({
  name: 'things/report',
  view: ({ report }, { language }): Thing | null =>
    report && {
      kind: 'report',
      code: report.code,
      title: report.title,
      cited: { zh: report.titleZh, en: report.titleEn },
      tag: reportKindNames[report.kind][language],
      figure: null,
      report,
      quotes: [],
      facts: [],
      lists: [],
      structured: { '@type': 'Report' },
    },
});
