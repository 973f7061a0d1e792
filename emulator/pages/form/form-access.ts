import { mayAnswer } from '../../drive/access.ts';
import type { Form } from '../../forms/form.ts';
import type { DriveFile } from '../../service.ts';
import type { Faults } from './answer-faults.ts';

/** A form, and its file, which says with whom it is shared. */
export type Shared = { form: Form; file: DriveFile };

/** Why nobody may answer now, in words; nothing when somebody may. */
export function closedBecause({ form, file }: Shared): { words: string; status: 200 | 403 } | undefined {
  const { isPublished, isAcceptingResponses } = form.publishState;
  if (!isPublished) return { words: 'Biểu mẫu này chưa được công bố.', status: 403 };
  if (!isAcceptingResponses) return { words: 'Biểu mẫu này không còn nhận câu trả lời.', status: 200 };
  if (file.permissions.some(({ view }) => view === 'published')) return undefined;
  return { words: 'Cần đăng nhập bằng tài khoản được cấp quyền để trả lời biểu mẫu này.', status: 403 };
}

/** The form keeps an address, or is shared with some people only. */
export const asksAddress = ({ form, file }: Shared): boolean =>
  form.content.settings.emailCollectionType !== 'DO_NOT_COLLECT' || !mayAnswer(file, undefined);

export function faultsOfAddress(shared: Shared, email: string): Faults {
  if (!asksAddress(shared)) return new Map();
  if (email === '') return new Map([['emailAddress', 'Đề nghị ghi địa chỉ e-mail.']]);
  const isAllowed = mayAnswer(shared.file, email);
  return new Map(isAllowed ? [] : [['emailAddress', 'Biểu mẫu chưa được chia sẻ với địa chỉ này.']]);
}
