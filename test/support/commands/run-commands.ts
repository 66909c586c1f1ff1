import { run } from '../../../src/cli/program.ts';

// A start that is refused ends its process; here others follow.
process.exit = (() => {}) as typeof process.exit;

/** Runs command lines one after the other, and tells of each what the process would have said and how it would have ended. */
process.on('message', (args: string[]) => {
  void answer(args);
});

const codeNow = () => Number(process.exitCode ?? 0);

async function answer(args: readonly string[]): Promise<void> {
  const written = { out: '', err: '' };
  const was = { out: process.stdout.write, err: process.stderr.write };
  const into = (stream: 'out' | 'err') => (words: string | Uint8Array) => {
    written[stream] += typeof words === 'string' ? words : Buffer.from(words).toString();
    return true;
  };
  process.stdout.write = into('out');
  process.stderr.write = into('err');
  process.exitCode = undefined;
  await run([process.execPath, 'src/main.ts', ...args]);
  const code = codeNow();
  process.stdout.write = was.out;
  process.stderr.write = was.err;
  process.stdout.removeAllListeners('error');
  process.send?.({ code, ...written });
}
