import { warn } from './terminal.ts';

/** How far a long work is: of how many things of its phase, how many are done. */
export type ProgressStep = { phase: string; done: number; total: number };

/** How often it is told: on a terminal in one line that is rewritten, elsewhere line by line. */
const between = { terminal: 200, elsewhere: 5000 };

/** Nothing is said of what takes no longer than this, nor of so little. */
const patience = 1000;
const worthTelling = 100;

const wording: Record<string, string> = {
  write: 'writing reports',
  draft: 'drafting reports',
  digest: 'looking for what changed',
  read: 'reading reports',
  copy: 'copying the snapshot',
  index: 'building indexes',
  search: 'settling the search index',
  settle: 'holding reports of one place against each other',
  analyze: 'gathering statistics',
  verify: 'verifying',
  compare: 'comparing',
  publish: 'publishing',
};

/** Tells on standard error how far a long work is, how fast it goes and how long it still takes. */
export function followProgress(): { tell: (step: ProgressStep) => void; close: () => void } {
  const isTerminal = process.stderr.isTTY;
  const pause = isTerminal ? between.terminal : between.elsewhere;
  const begun = Date.now();
  let phase = '';
  let phaseBegun = begun;
  let shownAt = 0;
  let isOpen = false;
  let isLarge = false;
  return {
    tell(step) {
      const now = Date.now();
      if (step.phase !== phase) {
        phase = step.phase;
        phaseBegun = now;
        // A phase of one step is told at once, of any other only when there is something to say.
        shownAt = step.total > 1 ? now : 0;
      }
      isLarge ||= step.total >= worthTelling;
      if (!isLarge || now - begun < patience || (now - shownAt < pause && step.done < step.total))
        return;
      shownAt = now;
      const line = describeStep(step, (now - phaseBegun) / 1000);
      if (isTerminal) {
        process.stderr.write(`\r\u001b[K${line}`);
        isOpen = true;
      } else {
        warn(line);
      }
    },
    close() {
      if (isOpen) process.stderr.write('\r\u001b[K');
      isOpen = false;
    },
  };
}

/** `reading reports: 1200 of 20000, 310 a second, 1 min 1 s left` */
function describeStep({ phase, done, total }: ProgressStep, seconds: number): string {
  const words = wording[phase] ?? phase;
  if (total <= 1) return `${words} …`;
  const rate = seconds > 0 ? done / seconds : 0;
  const ahead = `${words}: ${done} of ${total}`;
  if (rate === 0) return ahead;
  const speed = rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
  return `${ahead}, ${speed} a second, ${durationOf((total - done) / rate)} left`;
}

function durationOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
