import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { PlanCache } from '../../compiler/plan-cache.ts';
import type { AnsweredRequest } from '../http/listener.ts';
import type { Refusal } from '../../http/refusal.ts';
import type { Offload } from '../query-process/offload.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';
import { querySeries } from './query-series.ts';
import { createRequestCounts } from './request-counts.ts';
import { keyOf, labelled } from './series.ts';
import type { Series } from './series.ts';

export type Metrics = {
  /** Counts one request that was answered. */
  count: (answered: AnsweredRequest) => void;
  /** Counts one request that was refused before anything was asked. */
  countRefusal: (refusal: Refusal) => void;
  /** Counts errors that a client is told, by their codes. */
  countErrors: (codes: readonly string[]) => void;
  /** What this process has counted, and how it is. */
  read: () => Series;
  close: () => void;
};

/** Counts what this process answers. No label takes its value from a request. */
export function createMetrics(options: {
  plans: PlanCache | null;
  snapshots: Snapshots;
  offload: Offload;
  /** What tells this process from its siblings. */
  worker?: string | undefined;
}): Metrics {
  const { plans, snapshots, offload, worker = '1' } = options;
  const requests = createRequestCounts();
  const counted: Series = {};
  const lag = monitorEventLoopDelay();
  lag.enable();

  function add(key: string, value: number): void {
    counted[key] = (counted[key] ?? 0) + value;
  }

  return {
    count: requests.count,
    countRefusal({ status, limit = 'none', code }) {
      add(keyOf('juzheng_refused_requests_total', { status: String(status), limit }), 1);
      add(keyOf('juzheng_errors_total', { code }), 1);
    },
    countErrors(codes) {
      for (const code of codes) add(keyOf('juzheng_errors_total', { code }), 1);
    },
    read() {
      const plan = Object.entries(plans?.counts ?? {}).map(([result, count]) => [
        keyOf('juzheng_plans_total', { result }),
        count,
      ]);
      const { user, system } = process.cpuUsage();
      const late = lag.percentile(99) / 1e9;
      lag.reset();
      return {
        ...requests.read(),
        ...counted,
        ...(Object.fromEntries(plan) as Series),
        ...labelled('juzheng_not_compiled_total', 'reason', plans?.notCompiled ?? {}),
        ...querySeries(offload),
        [keyOf('juzheng_serving', { data_version: snapshots.current().version })]: 1,
        [keyOf('process_cpu_seconds_total', { worker })]: (user + system) / 1e6,
        [keyOf('process_resident_memory_bytes', { worker })]: process.memoryUsage.rss(),
        [keyOf('nodejs_eventloop_lag_p99_seconds', { worker })]: late,
      };
    },
    close() {
      lag.disable();
    },
  };
}
