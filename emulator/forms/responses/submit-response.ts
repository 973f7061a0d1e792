import { mayAnswer } from '../../drive/access.ts';
import type { DriveFile } from '../../service.ts';
import type { Form } from '../form.ts';
import { checkAnswers } from './check-answers.ts';
import type { StoredResponse } from './stored-response.ts';
import { SubmissionError } from './submission-error.ts';

/** What a person sends off: the account or address they give, and texts by question id. */
export type Submission = {
  respondentEmail?: string | undefined;
  answers: Readonly<Record<string, readonly string[]>>;
  /** Of the response to change; a new one when left out. */
  responseId?: string | undefined;
};

type Surroundings = { file: DriveFile; micros: bigint; visibleAt: number; newResponseId: () => string };

/** Fills in the form as a person would, keeping its rules. @throws SubmissionError for what the form would not let pass */
export function submitResponse(form: Form, submission: Submission, surroundings: Surroundings): StoredResponse {
  const { isPublished, isAcceptingResponses } = form.publishState;
  if (!isPublished) throw new SubmissionError('The form is not published.');
  if (!isAcceptingResponses) throw new SubmissionError('The form is no longer accepting responses.');
  if (!mayAnswer(surroundings.file, submission.respondentEmail)) {
    throw new SubmissionError(
      'The form is not shared with this responder: sign-in needed (no reader with view "published").',
    );
  }
  const email = emailKept(form, submission.respondentEmail);
  const earlier = earlierResponse(form, submission.responseId);
  const response: StoredResponse = {
    responseId: earlier?.responseId ?? surroundings.newResponseId(),
    createMicros: earlier?.createMicros ?? surroundings.micros,
    lastMicros: surroundings.micros,
    ...(email !== undefined && { respondentEmail: email }),
    answers: checkAnswers(form.content.items, submission.answers),
    visibleAt: surroundings.visibleAt,
  };
  form.responses.set(response.responseId, response);
  return response;
}

/** The address the form keeps: none, that of the signed-in account, or the one typed. */
function emailKept(form: Form, email: string | undefined): string | undefined {
  const { emailCollectionType } = form.content.settings;
  if (emailCollectionType === 'DO_NOT_COLLECT') return undefined;
  if (email) return email;
  const how = emailCollectionType === 'VERIFIED' ? 'a signed-in account' : 'an e-mail address';
  throw new SubmissionError(`The form asks for ${how}: give respondentEmail.`);
}

function earlierResponse(form: Form, responseId: string | undefined): StoredResponse | undefined {
  const earlier = responseId === undefined ? undefined : form.responses.get(responseId);
  if (responseId !== undefined && !earlier) throw new SubmissionError(`The form has no response ${responseId}.`);
  return earlier;
}
