/** Something the program around the emulator lets a person run, a function of theirs for instance. */
export type Runner = {
  /** In addresses; `sync` is also offered after the clock was moved. */
  name: string;
  /** On the button. */
  label: string;
  /** One line beside the button. */
  about?: string;
  /** What it resolves to, or rejects with, is shown as it is. */
  run(): Promise<unknown>;
  /** The outcome in words, for the line that tells of the run. */
  tell?(outcome: unknown): string;
};
