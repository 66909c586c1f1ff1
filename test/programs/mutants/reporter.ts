import type { TestEvent } from 'node:test/reporters';

/** What became of one test, as a line of JSON. */
export type Told = {
  name: string;
  passed: boolean;
  /** Whether an assertion of the test itself failed. */
  byAssertion: boolean;
  /** Why it failed; empty where it passed. */
  message: string;
};

/** Tells of each test in one line. */
// oxlint-disable-next-line import/no-default-export -- so Node wants a reporter
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.skip !== undefined || data.details.type === 'suite') continue;
    const { name } = data;
    if (type === 'test:pass') {
      yield lineOf({ name, passed: true, byAssertion: false, message: '' });
      continue;
    }
    const { failureType, cause } = data.details.error as {
      failureType?: string;
      cause?: Failure;
    };
    // That a part of a test failed is told of that part.
    if (failureType === 'subtestsFailed') continue;
    const byAssertion = failureType === 'testCodeFailure' && isAssertion(cause);
    const message = (cause?.message ?? failureType ?? '').split('\n', 1)[0] ?? '';
    yield lineOf({ name, passed: false, byAssertion, message });
  }
}

type Failure = { code?: string; message?: string; cause?: Failure } | undefined;

/** Whether an assertion failed, or made a property fail that was tried many times. */
const isAssertion = (failure: Failure): boolean =>
  failure?.code === 'ERR_ASSERTION' || (failure?.cause !== undefined && isAssertion(failure.cause));

const lineOf = (told: Told) => `${JSON.stringify(told)}\n`;
