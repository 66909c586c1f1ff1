import type { Offload } from '../query-process/offload.ts';
import { keyOf, labelled } from './series.ts';
import type { Series } from './series.ts';

/** What became of questions, and what the processes that answer them have done. */
export function querySeries({ counts, state }: Pick<Offload, 'counts' | 'state'>): Series {
  const { waiting, processes, processorSeconds, memoryBytes } = state();
  const { questions, plannedElsewhere, reckoned, answered, stops, refusals, statementErrors } =
    counts;
  return {
    ...labelled('juzheng_questions_total', 'route', questions),
    [keyOf('juzheng_questions_planned_elsewhere_total')]: plannedElsewhere,
    [keyOf('juzheng_reckoned_rows_total')]: Math.round(reckoned.rows),
    [keyOf('juzheng_reckoned_bytes_total')]: Math.round(reckoned.bytes),
    [keyOf('juzheng_answer_bytes_total')]: answered.bytes,
    [keyOf('juzheng_statements_without_value_total')]: answered.withoutValue,
    ...labelled('juzheng_question_stops_total', 'reason', stops),
    ...labelled('juzheng_question_refusals_total', 'reason', refusals),
    [keyOf('juzheng_questions_waiting')]: waiting,
    [keyOf('juzheng_statement_errors_total')]: statementErrors,
    [keyOf('juzheng_query_process_seconds_total')]: processorSeconds,
    [keyOf('juzheng_query_process_memory_bytes')]: memoryBytes,
    [keyOf('juzheng_query_processes')]: processes,
  };
}
