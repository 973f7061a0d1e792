import { bitsOf, ENOUGH_BITS } from '../../domain/links/secret-strength.ts';
import { readApplied } from '../../form/applied-form.ts';
import { askedForm } from '../../form/asked-form.ts';
import { planForm } from '../../form/plan-form.ts';
import { broken, type Check, note, ok, some } from './check.ts';
import type { FormFacts, SheetFacts } from './doctor-facts.ts';

/** @param secret the key of the codes in the links */
export function checkSecret(secret: string): Check {
  const subject = 'Khóa của đường dẫn';
  const bits = bitsOf(secret);
  if (bits >= ENOUGH_BITS) return ok(subject, 'đủ dài');
  const found = `ngắn: nhiều nhất ${bits} bit, cần ${ENOUGH_BITS}; người có một đường dẫn có thể dò ra mã của thành phố khác`;
  return note(subject, found, 'đổi khóa giữa hai kỳ: hướng dẫn quản trị, mục 8');
}

/** The live form against what the sheet wants it to be. */
export function checkForm({ live, open }: FormFacts, { snapshot, outlook }: SheetFacts): readonly Check[] {
  const { outline, rounds, units } = snapshot.people;
  if (!outline.readable || !rounds.readable || !units.readable) return [note('Biểu mẫu', 'chưa so được với Đề cương')];
  const { wanted } = askedForm(snapshot.people, outlook.inForce);
  const plan = planForm(live, wanted, readApplied(snapshot.bookkeeping.formHash));
  const strange = plan.applied.strange;
  const pending = plan.sections.length + plan.edits.length;
  return [
    strange.length > 0
      ? broken('Biểu mẫu', some(strange), 'sửa lại trên biểu mẫu, hoặc đổi Đề cương cho khớp')
      : pending > 0
        ? broken('Biểu mẫu', `lệch với Đề cương ${pending} chỗ`, 'chạy: npm run provision')
        : ok('Biểu mẫu', `khớp Đề cương, ${wanted.items.length} mục`),
    accepting(plan.publish, wanted.accepting),
    responders(open),
  ];
}

function accepting(differs: boolean, wanted: boolean): Check {
  const words = wanted ? 'đang nhận báo cáo' : 'đang đóng, không có kỳ nào mở';
  if (!differs) return ok('Nhận báo cáo', words);
  const found = wanted
    ? 'kỳ đang mở nhưng biểu mẫu không nhận báo cáo'
    : 'biểu mẫu còn nhận báo cáo, không có kỳ nào mở';
  return broken('Nhận báo cáo', found, 'chạy: npm run provision');
}

function responders(open: boolean | null): Check {
  if (open === true) return ok('Người trả lời', 'ai có đường dẫn đều mở được biểu mẫu');
  if (open === null) return note('Người trả lời', 'tài khoản này không xem được quyền chia sẻ', 'mở thử một đường dẫn');
  return broken('Người trả lời', 'đường dẫn chưa mở cho người trả lời', 'chạy: npm run provision');
}
