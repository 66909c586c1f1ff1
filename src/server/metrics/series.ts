/** Values by name and labels, as `juzheng_requests_total{path="graphql",status="2xx"}`. */
export type Series = Record<string, number>;

/** What each name means; what is not here is not told. */
const descriptions = {
  juzheng_requests_total: ['counter', 'Requests answered, by what was asked for and how it ended.'],
  juzheng_refused_requests_total: [
    'counter',
    'Requests refused before anything was asked, by status and by the limit that stood in the way.',
  ],
  juzheng_errors_total: ['counter', 'Errors told to clients, by extensions.code.'],
  juzheng_request_seconds: ['histogram', 'How long requests took, from first to last byte.'],
  juzheng_short_answers_total: ['counter', 'Answers of the fast path, past Yoga.'],
  juzheng_plans_total: [
    'counter',
    'Requests by their plan: compiled for it, known already, or left to the executor for want of one.',
  ],
  juzheng_questions_total: [
    'counter',
    'Questions by where they were answered: in the serving process, as short ones or as long ones in others.',
  ],
  juzheng_questions_planned_elsewhere_total: [
    'counter',
    'New questions that another process has planned, as there were too many of them for the serving one.',
  ],
  juzheng_not_compiled_total: [
    'counter',
    'Operations that have no plan, by why, each counted once when it is first asked; requests for them are juzheng_plans_total{result="left"}.',
  ],
  juzheng_reckoned_rows_total: ['counter', 'Rows that questions were reckoned to read at most.'],
  juzheng_reckoned_bytes_total: ['counter', 'Bytes that they were reckoned to write at most.'],
  juzheng_answer_bytes_total: ['counter', 'Bytes that compiled statements wrote.'],
  juzheng_statements_without_value_total: [
    'counter',
    'Compiled statements left to the executor for a cursor that names no row, or for what SQLite takes.',
  ],
  juzheng_questions_waiting: ['gauge', 'Questions that wait for their turn in other processes.'],
  juzheng_question_stops_total: ['counter', 'Processes ended in the middle of a question, by why.'],
  juzheng_question_refusals_total: [
    'counter',
    'Questions not answered by other processes, by why.',
  ],
  juzheng_statement_errors_total: [
    'counter',
    'Compiled statements that ended in an error and were left to the executor.',
  ],
  juzheng_query_process_seconds_total: [
    'counter',
    'Seconds of a processor that other processes took for questions.',
  ],
  juzheng_query_process_memory_bytes: [
    'gauge',
    'Bytes of memory that they have of their own, as last looked at; never more than queryMemoryBytes in each serving process.',
  ],
  juzheng_query_processes: ['gauge', 'Processes that answer questions, the spare one included.'],
  juzheng_serving: ['gauge', 'Processes that serve a version of the data.'],
  process_cpu_seconds_total: ['counter', 'Seconds of a processor that each process has used.'],
  process_resident_memory_bytes: ['gauge', 'Resident memory of each process.'],
  nodejs_eventloop_lag_p99_seconds: [
    'gauge',
    'How late the event loop of each process was, all but one time in a hundred, since last asked.',
  ],
} as const;

type Name = keyof typeof descriptions;

/** The key of a value. */
export function keyOf(name: Name | `${Name}_${string}`, labels: Record<string, string> = {}) {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

/** The values of a closed list of labels. */
export function labelled(
  name: Name,
  label: string,
  values: Readonly<Record<string, number>>,
): Series {
  return Object.fromEntries(
    Object.entries(values).map(([value, count]) => [
      keyOf(name, { [label]: value.toLowerCase() }),
      count,
    ]),
  );
}

/** The values of several processes as one: what bears the same labels is added up. */
export function addUp(several: readonly Series[]): Series {
  const sums: Series = {};
  for (const series of several) {
    for (const [key, value] of Object.entries(series)) sums[key] = (sums[key] ?? 0) + value;
  }
  return sums;
}

/** Prometheus' text format, 0.0.4. */
export function printSeries(series: Series): string {
  const keys = Object.keys(series);
  const lines = Object.entries(descriptions).flatMap(([name, [type, help]]) => {
    const ours = keys.filter((key) => nameIn(key, type) === name);
    if (ours.length === 0) return [];
    return [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...ours.map((key) => `${key} ${series[key]}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function nameIn(key: string, type: string): string {
  const [name = ''] = key.split('{');
  return type === 'histogram' ? name.replace(/_(?:bucket|sum|count)$/, '') : name;
}
