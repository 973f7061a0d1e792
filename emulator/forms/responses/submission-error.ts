/** The form would not let a person submit this; the message says what stands in the way. */
export class SubmissionError extends Error {}
