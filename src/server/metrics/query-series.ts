import type { Offload } from '../query-process/offload.ts';
import { keyOf } from './series.ts';
import type { Name, Series } from './series.ts';

/** What became of questions, and what the processes that answer them have done. */
export function querySeries({ counts, state }: Pick<Offload, 'counts' | 'state'>): Series {
  const { waiting, processes, processorSeconds } = state();
  const { questions, stops, refusals, statementErrors } = counts;
  return {
    ...labelled('juzheng_questions_total', 'route', questions),
    ...labelled('juzheng_question_stops_total', 'reason', stops),
    ...labelled('juzheng_question_refusals_total', 'reason', refusals),
    [keyOf('juzheng_questions_waiting')]: waiting,
    [keyOf('juzheng_statement_errors_total')]: statementErrors,
    [keyOf('juzheng_query_process_seconds_total')]: processorSeconds,
    [keyOf('juzheng_query_processes')]: processes,
  };
}

function labelled(name: Name, label: string, values: Readonly<Record<string, number>>): Series {
  return Object.fromEntries(
    Object.entries(values).map(([value, count]) => [
      keyOf(name, { [label]: value.toLowerCase() }),
      count,
    ]),
  );
}
