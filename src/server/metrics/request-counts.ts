import type { AnsweredRequest } from '../http/listener.ts';
import { keyOf } from './series.ts';
import type { Series } from './series.ts';

/** Upper ends of the classes of duration, in seconds. */
const ends = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** The requests of one path: how they ended, and how long they took. */
type OfPath = {
  /** By the first digit of the status. */
  byStatus: Map<number, number>;
  /** How many fell into each class and into none of those below; the last one has no end. */
  classes: number[];
  seconds: number;
};

export type RequestCounts = {
  count: (answered: AnsweredRequest) => void;
  /** As series whose classes hold all that is shorter, as Prometheus has them. */
  read: () => Series;
};

/** Counts requests as numbers: their names are written when somebody reads them. */
export function createRequestCounts(): RequestCounts {
  const paths = new Map<string, OfPath>();
  let short = 0;

  function ofPath(path: string): OfPath {
    const known = paths.get(path);
    if (known) return known;
    const fresh = { byStatus: new Map(), classes: Array(ends.length + 1).fill(0), seconds: 0 };
    paths.set(path, fresh);
    return fresh;
  }

  return {
    count({ path, status, seconds, short: isShort }) {
      const counted = ofPath(kindOf(path));
      const digit = Math.floor(status / 100);
      counted.byStatus.set(digit, (counted.byStatus.get(digit) ?? 0) + 1);
      const found = ends.findIndex((end) => seconds <= end);
      const at = found < 0 ? ends.length : found;
      counted.classes[at] = (counted.classes[at] ?? 0) + 1;
      counted.seconds += seconds;
      if (isShort) short += 1;
    },
    read: () => ({
      [keyOf('juzheng_short_answers_total')]: short,
      ...Object.assign({}, ...[...paths].map(([path, counted]) => seriesOf(path, counted))),
    }),
  };
}

function seriesOf(path: string, { byStatus, classes, seconds }: OfPath): Series {
  const series: Series = {};
  for (const [digit, count] of byStatus) {
    series[keyOf('juzheng_requests_total', { path, status: `${digit}xx` })] = count;
  }
  let sum = 0;
  for (const [at, count] of classes.entries()) {
    sum += count;
    const le = String(ends[at] ?? '+Inf');
    series[keyOf('juzheng_request_seconds_bucket', { path, le })] = sum;
  }
  series[keyOf('juzheng_request_seconds_sum', { path })] = seconds;
  series[keyOf('juzheng_request_seconds_count', { path })] = sum;
  return series;
}

function kindOf(path: string): string {
  if (path === '/graphql') return 'graphql';
  if (path.startsWith('/graphql/assets/')) return 'graphiql';
  if (path.startsWith('/examples/')) return 'example';
  if (path === '/schema.graphql') return 'schema';
  return ['/health', '/ready', '/live', '/metrics'].includes(path) ? 'health' : 'other';
}
