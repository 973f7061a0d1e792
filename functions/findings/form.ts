import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { answers as answersTab } from '../../sheets-schema/tabs/logs.ts';
import { outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import type { StoredAnswer } from '../domain/judging/valid-content.ts';
import { fixedIds, isUnknownKey, unknownKey } from '../domain/links/form-links.ts';
import type { Doubt } from '../domain/notices/notice.ts';
import { readApplied } from '../form/applied-form.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';

const FORM = { title: 'Biểu mẫu' };

/** How the live Form stands to what the Sheet asks. */
export type FormNow = {
  /** Why its questions and words must not follow the Sheet just now; null when they may. */
  readonly wait: string | null;
  /** Whether it should accept; null while nobody can tell. */
  readonly door: boolean | null;
  /** As it was last applied. */
  readonly formHash: string;
  /** What it should be. */
  readonly wanted: { readonly round: string };
};

/**
 * While the Form is known not to accept, Google refuses what the Sheet asks of it, or it is another round's, the open
 * rounds write to nobody: there is nowhere to answer, or its questions are not theirs. No figure waits for that.
 */
export function formDoubts(rounds: readonly Round[], form: FormNow): readonly Doubt[] {
  const { refused, round: made } = readApplied(form.formHash);
  const reasonOf = (id: string) => {
    if (isShut(form)) return 'biểu mẫu đang không nhận báo cáo';
    if (refused !== '') return 'biểu mẫu chưa đổi theo được tab "Đề cương"';
    return made === '' || made === id ? null : `biểu mẫu đang là của kỳ ${made}`;
  };
  return rounds.flatMap(({ id, state }) => {
    const reason = state === 'Đang mở' ? reasonOf(id) : null;
    return reason === null ? [] : [{ scope: { round: id }, reason }];
  });
}

/** It should accept, and was closed when it was last made or seen. */
function isShut({ door, formHash }: FormNow): boolean {
  return door === true && readApplied(formHash).accepting === false;
}

/** Where the live Form is not what the Sheet says, and what it was answered that nobody asked. */
export function formFindings(
  outline: PeopleTabs['outline'],
  given: readonly StoredAnswer[],
  form: FormNow,
): readonly Finding[] {
  const { wait } = form;
  const applied = readApplied(form.formHash);
  const asked = new Set(outline.rows.map((question) => question.question));
  // The question before a part is unknown to a run that sees no outline; the rows are back by now.
  const ledAside = new Set([...fixedIds(outline.rows)].map(unknownKey));
  const byQuestion = Map.groupBy(
    given.filter((answer) => !asked.has(answer.question) && !ledAside.has(answer.question)),
    (answer) => answer.question,
  );
  return [
    ...(wait === null ? [] : [waiting(wait, isOfAnother(form))]),
    ...(isShut(form) ? [shut(applied.doorRefused)] : []),
    ...(applied.refused === '' ? [] : [refused(applied.refused)]),
    ...applied.strange.map(strange),
    ...(outline.readable
      ? [...byQuestion].map(([question, some]) =>
          isUnknownKey(question) ? unknown(question, some[0]?.version ?? '') : lost(question),
        )
      : []),
  ];
}

/** Its questions are those of another round than the one that accepts. */
function isOfAnother({ door, formHash, wanted }: FormNow): boolean {
  const { round } = readApplied(formHash);
  return door === true && round !== '' && round !== wanted.round;
}

/** @param isHeld whether the round that is open must not write to anybody meanwhile */
function waiting(why: string, isHeld: boolean): Finding {
  return finding(where(FORM), {
    level: isHeld ? 'error' : 'warning',
    found: `câu hỏi và lời dẫn của biểu mẫu giữ như cũ vì ${why}`,
    expected: 'các dòng của kỳ đang mở ở tab Đề cương, Kỳ báo cáo, Đơn vị đọc được trọn vẹn',
    fix: isHeld
      ? 'sửa dòng nói trên, hoặc chờ qua các ngày đó; biểu mẫu tự đổi theo, thư của kỳ đang mở tạm giữ tới lúc ấy'
      : 'sửa dòng nói trên; biểu mẫu tự đổi theo ở lần chạy sau',
  });
}

function shut(why: string): Finding {
  return finding(where(FORM), {
    level: 'error',
    found: `kỳ đang mở nhưng biểu mẫu không nhận báo cáo${why && `; Google từ chối mở: "${why}"`}`,
    expected: 'biểu mẫu nhận báo cáo khi có kỳ đang mở',
    fix: 'hệ thống tự mở lại ở lần chạy sau; thư có đường dẫn và thư quá hạn tạm giữ; nếu còn, báo quản trị viên',
  });
}

function refused(why: string): Finding {
  return finding(where(FORM), {
    level: 'error',
    found: `Google không nhận nội dung mới của biểu mẫu nên biểu mẫu giữ như cũ: "${why}"`,
    expected: 'biểu mẫu như các tab Đề cương, Kỳ báo cáo, Đơn vị',
    fix: 'xem lại dòng vừa sửa ở các tab đó; báo cáo vẫn được ghi nhận, thư của kỳ đang mở tạm giữ; nếu không rõ vì sao, báo quản trị viên',
  });
}

function strange(words: string): Finding {
  return finding(where(FORM), {
    level: 'warning',
    found: words,
    expected: 'biểu mẫu như tab "Đề cương"',
    fix: 'sửa ở tab "Đề cương" để biểu mẫu tự đổi theo, và trả lại chỗ đã sửa tay trên biểu mẫu',
  });
}

function unknown(question: string, version: string): Finding {
  return finding(where({ ...answersTab, ...FORM }, question, 'question'), {
    level: 'warning',
    found: `báo cáo ${version} trả lời một câu hỏi không có trong tab "Đề cương"; câu trả lời được giữ ở tab "${answersTab.title}"`,
    expected: 'mọi câu hỏi của biểu mẫu có trong tab "Đề cương"',
    fix: 'nếu câu hỏi được thêm tay trên biểu mẫu: thêm vào tab "Đề cương" rồi gỡ câu thêm tay',
  });
}

function lost(question: string): Finding {
  return finding(where(outlineTab, question, 'question'), {
    level: 'error',
    found: `không còn dòng có mã "${question}", trong khi đã có báo cáo trả lời câu này`,
    expected: `dòng "${question}"; thôi hỏi thì bỏ đánh dấu "${outlineTab.columns.used.header}"`,
    fix: `thêm lại dòng, hoặc sửa mã về "${question}"`,
  });
}
