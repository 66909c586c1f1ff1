/** Names of what can be wrong with a file, so that programs can tell it apart. */
export type UnreadableRule =
  | 'missing-file'
  | 'not-a-file'
  | 'too-large'
  | 'empty'
  | 'unknown-kind'
  | 'wrong-kind'
  | 'broken'
  | 'encrypted'
  | 'scan'
  | 'unknown-characters'
  | 'control-character'
  | 'too-many-pages'
  | 'too-much-unpacked'
  | 'too-slow'
  | 'too-much-memory';

/** Why a file is not read: what is wrong and what to do. Nothing has been written then. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly rule: UnreadableRule;
  /** As it was named; empty until a reader of files says it. */
  readonly file: string;
  readonly what: string;
  readonly help: string;

  constructor(rule: UnreadableRule, what: string, help: string, file = '') {
    super(`${file && `${file}: `}${what} ${help}`);
    this.rule = rule;
    this.what = what;
    this.help = help;
    this.file = file;
  }

  /** The same of the file under its name. */
  of(file: string): UnreadableFile {
    return new UnreadableFile(this.rule, this.what, this.help, file);
  }
}
