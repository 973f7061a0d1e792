/** Something the program around the emulator lets a person run, a function of theirs for instance. */
export type Runner = {
  /** In addresses; `sync` is also offered after the clock was moved. */
  name: string;
  /** On the button. */
  label: string;
  /** One line beside the button. */
  about?: string;
  /** Asked before it is run, where it takes something away; it may then take long, and its steps are shown as they are told. */
  asks?: string;
  /** What it resolves to, or rejects with, is shown as it is. */
  run(tellStep: (words: string) => void): Promise<unknown>;
  /** The outcome in words, for the line that tells of the run. */
  tell?(outcome: unknown): string;
};
