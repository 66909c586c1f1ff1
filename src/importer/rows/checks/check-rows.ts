import type { Verdict } from '../../../vocabulary.ts';
import { explain, ratioOf } from './explain-check.ts';
import type { CheckOperand, WorkedCheck } from './explain-check.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import type { CheckFacts } from '../../read/shapes/check.ts';
import type { Path } from '../../read/parse-source.ts';

/** Adds all checks: those that follow from parts and baselines, and those that are declared. */
export function addChecks(context: ReportContext): void {
  const { rows, facts, reportId } = context;
  const own = rows.outcomes.filter((outcome) => outcome.reportId === reportId);
  for (const outcome of own) {
    const parts = own.filter(({ wholeId }) => wholeId === outcome.id);
    const partial = context.partial.has(outcome.id ?? 0);
    if (parts.length > 0) addCheck(context, sumOf(outcome, parts, partial));
    if (outcome.baselineValue != null) addCheck(context, directionOf(context, outcome));
  }
  facts.checks.forEach((check, index) => {
    const find = (slug: string, field: PropertyKey, ...rest: Path) => {
      const id = context.outcomes.rowOf(slug, ['checks', index, field, ...rest], context.report);
      return id === null ? null : (rows.outcomes[id - 1] ?? null);
    };
    const worked = workOut(context, check, find, ['checks', index]);
    if (worked) addCheck(context, { ...worked, note: check.note });
  });
}

const slugOf = ({ code }: Rows['outcomes'][number]) => code.slice(code.indexOf('/') + 1);

/** All parts must come to the whole; where only some are told, to no more than it. */
function sumOf(
  whole: Rows['outcomes'][number],
  parts: Rows['outcomes'][number][],
  partial: boolean,
): WorkedCheck {
  const all = [whole, ...parts];
  const exact = all.every(
    ({ qualifier, unitId }) => qualifier === 'EXACT' && unitId === whole.unitId,
  );
  const computed = clean(parts.reduce((sum, { value }) => sum + (value ?? 0), 0));
  return {
    kind: partial ? 'SUBSET' : 'SUM',
    code: `${partial ? 'subset' : 'sum'}-${slugOf(whole)}`,
    verdict: exact
      ? holdsIf(partial ? computed <= (whole.value ?? 0) : computed === whole.value)
      : 'CANNOT_BE_CHECKED',
    stated: (partial && exact ? computed : whole.value) ?? null,
    computed: exact ? (partial ? (whole.value ?? null) : computed) : null,
    operands: [
      { role: 'WHOLE', outcome: whole },
      ...parts.map((outcome): CheckOperand => ({ role: 'PART', outcome })),
    ],
  };
}

/** The direction that the verb says, as −1 or 1, against that of the two figures. */
function directionOf({ figures }: ReportContext, outcome: Rows['outcomes'][number]): WorkedCheck {
  const claimed = figures.all.find(
    (numeral) =>
      figures.owners.get(numeral)?.outcomeId === outcome.id &&
      numeral.quantity?.change?.role === 'TO',
  );
  const verb = claimed?.quantity?.change?.direction;
  const stated = verb === undefined ? null : verb === 'UP' ? 1 : -1;
  const computed = Math.sign(outcome.changeAbsolute ?? 0);
  return {
    kind: 'DIRECTION',
    code: `direction-${slugOf(outcome)}`,
    verdict: stated === null ? 'CANNOT_BE_CHECKED' : holdsIf(stated === computed),
    stated,
    computed,
    operands: [{ role: 'CHANGED', outcome }],
    verb: claimed?.quantity?.change?.verb,
  };
}

type Find = (slug: string, field: PropertyKey, ...rest: Path) => CheckOperand['outcome'] | null;

function workOut(
  context: ReportContext,
  check: CheckFacts,
  find: Find,
  at: Path,
): WorkedCheck | null {
  switch (check.kind) {
    case 'RATIO':
      return ratioFrom(check, find);
    case 'SUBSET':
      return subsetFrom(check, find);
    case 'REMAINDER':
      return remainderFrom(check, find);
    case 'SAME_FACT': {
      const told = check.outcomes.flatMap((slug, nth) => find(slug, 'outcomes', nth) ?? []);
      const [first] = told;
      if (!first || told.length < check.outcomes.length) return null;
      const other = told.find(
        ({ value, unitId }) => value !== first.value || unitId !== first.unitId,
      );
      return {
        kind: 'SAME_FACT',
        code: `same-${check.code}`,
        verdict: holdsIf(other === undefined),
        stated: first.value ?? null,
        computed: (other ?? first).value ?? null,
        operands: told.map((outcome): CheckOperand => ({ role: 'TOLD', outcome })),
      };
    }
    case 'SET_SIZE': {
      const evidence = context.quote(check.quote, undefined, [...at, 'quote']);
      const members = check.members.map((words, nth) =>
        context.quote(words, undefined, [...at, 'members', nth]),
      );
      return {
        kind: 'SET_SIZE',
        code: `size-${check.code}`,
        verdict:
          members.length === 0 ? 'CANNOT_BE_CHECKED' : holdsIf(members.length === check.size),
        stated: check.size,
        computed: members.length === 0 ? null : members.length,
        operands: [],
        evidence,
      };
    }
  }
}

function subsetFrom(check: CheckFacts & { kind: 'SUBSET' }, find: Find): WorkedCheck | null {
  const part = find(check.part, 'part');
  const whole = find(check.whole, 'whole');
  const less = allOf(check.less, find);
  if (part?.value == null || whole?.value == null || !less) return null;
  const computed = clean(less.reduce((left, { value }) => left - (value ?? 0), whole.value));
  return {
    kind: 'SUBSET',
    code: `subset-${check.part}-${check.whole}`,
    verdict: holdsIf(part.value <= computed),
    stated: part.value,
    computed,
    operands: [
      { role: 'PART', outcome: part },
      { role: 'WHOLE', outcome: whole },
      ...less.map((outcome): CheckOperand => ({ role: 'EXCLUDED', outcome })),
    ],
  };
}

/** What the report leaves open: a whole less what it tells of it. No figure states it. */
function remainderFrom(check: CheckFacts & { kind: 'REMAINDER' }, find: Find): WorkedCheck | null {
  const whole = find(check.whole, 'whole');
  const less = allOf(check.less, find);
  if (whole?.value == null || !less) return null;
  const isExact = [whole, ...less].every(({ qualifier }) => qualifier === 'EXACT');
  return {
    kind: 'REMAINDER',
    code: `remainder-${check.code}`,
    verdict: 'CANNOT_BE_CHECKED',
    stated: null,
    computed: isExact
      ? clean(less.reduce((left, { value }) => left - (value ?? 0), whole.value))
      : null,
    operands: [
      { role: 'WHOLE', outcome: whole },
      ...less.map((outcome): CheckOperand => ({ role: 'EXCLUDED', outcome })),
    ],
    what: check.what,
  };
}

/** The outcomes of several codes; null where one is not there. */
function allOf(codes: readonly string[], find: Find): CheckOperand['outcome'][] | null {
  const found = codes.flatMap((slug, nth) => find(slug, 'less', nth) ?? []);
  return found.length === codes.length ? found : null;
}

function ratioFrom(check: CheckFacts & { kind: 'RATIO' }, find: Find): WorkedCheck | null {
  const rate = find(check.rate, 'rate');
  const count = check.count === undefined ? undefined : find(check.count, 'count');
  const base = check.base === undefined ? undefined : find(check.base, 'base');
  const confirms = check.confirms === undefined ? undefined : find(check.confirms, 'confirms');
  if (rate?.value == null || count === null || base === null || confirms === null) return null;
  const computed = count?.value != null && base?.value ? ratioOf(count.value, base.value) : null;
  const decimals = String(rate.value).split('.')[1]?.length ?? 0;
  const rounding = 0.5 * 10 ** -decimals;
  return {
    kind: 'RATIO',
    code: `ratio-${check.rate}`,
    verdict:
      computed === null
        ? 'CANNOT_BE_CHECKED'
        : holdsIf(Math.abs(computed - rate.value) <= rounding),
    stated: rate.value,
    computed,
    operands: [
      { role: 'RATE' as const, outcome: rate },
      ...(count ? [{ role: 'COUNT' as const, outcome: count }] : []),
      ...(base ? [{ role: 'BASE' as const, outcome: base }] : []),
      ...(confirms ? [{ role: 'CONFIRMS' as const, outcome: confirms }] : []),
    ],
  };
}

const holdsIf = (holds: boolean): Verdict => (holds ? 'HOLDS' : 'DOES_NOT_FOLLOW');
const clean = (value: number) => Number(value.toFixed(10));

function addCheck(context: ReportContext, worked: WorkedCheck): void {
  const { rows, reportId } = context;
  const checkId = rows.checks.length + 1;
  const words = explain(worked);
  const first = worked.operands[0]?.outcome.textOrder;
  rows.checks.push({
    id: checkId,
    code: context.codeOf(worked.code),
    reportId,
    kind: worked.kind,
    verdict: worked.verdict,
    stated: worked.stated,
    computed: worked.computed,
    explanationZh: words.zh,
    explanationEn: words.en,
    evidenceId: context.evidence(worked.evidence ?? null),
    textOrder: first ?? context.orderAt(worked.evidence?.start ?? 0),
  });
  worked.operands.forEach(({ role, outcome }, index) => {
    rows.checkOperands.push({ checkId, ordinal: index + 1, outcomeId: outcome.id ?? 0, role });
  });
}
