import type { FileRights, Files, Grant } from '../../ports.ts';

/** Who a file is to be shared with, by address. */
type Sharing = { readonly writers: readonly string[]; readonly readers: readonly string[] };

const EDITS = new Set(['owner', 'organizer', 'fileOrganizer', 'writer']);

/** What is still to be granted; nothing when everybody has the role already, or a higher one. Pure. */
function planSharing({ writers, readers }: Sharing, rights: FileRights | null): readonly Grant[] {
  const roleOf = (address: string) => rights?.roles.get(address.toLowerCase()) ?? '';
  return [
    ...writers
      .filter((address) => !EDITS.has(roleOf(address)))
      .map((address) => ({ address, role: 'writer' }) as const),
    ...readers.filter((address) => roleOf(address) === '').map((address) => ({ address, role: 'reader' }) as const),
  ];
}

/** Of a file that was made a moment ago. */
export const NOBODYS: FileRights = { isOpen: false, roles: new Map() };

/**
 * Shares a file with those who lack it. A refusal stops nothing: it is reported with whom to ask for what.
 * @param rights null where Drive does not tell them
 * @returns the addresses that are known to edit the file by now, in lower case
 */
export async function shareFile(
  { files, report }: { readonly files: Files; readonly report: (line: string) => void },
  { id, name, sharing }: { readonly id: string; readonly name: string; readonly sharing: Sharing },
  rights: FileRights | null,
): Promise<ReadonlySet<string>> {
  const roles = new Map(rights?.roles);
  const shared: Grant[] = [];
  // Where Drive shows nothing it shares nothing either.
  const plan = planSharing(sharing, rights);
  if (rights === null && plan.length > 0) report(`${name}: ${UNSEEN}`);
  for (const grant of rights === null ? [] : plan) {
    const refusal = await files.share(id, grant);
    if (refusal) report(`${name} chưa chia sẻ được cho ${grant.address}: ${adviceFor(refusal.status)}`);
    else {
      shared.push(grant);
      roles.set(grant.address.toLowerCase(), grant.role);
    }
  }
  if (shared.length > 0) report(`đã chia sẻ ${name} cho ${shared.map(inWords).join(', ')}`);
  return new Set([...roles].flatMap(([address, role]) => (EDITS.has(role) ? [address] : [])));
}

const UNSEEN =
  'Google không cho lệnh này xem quyền chia sẻ (tệp do tài khoản khác hoặc OAuth client khác tạo); chia sẻ bằng nút Chia sẻ của Drive';

function inWords({ address, role }: Grant): string {
  return `${address} (${role === 'writer' ? 'Người chỉnh sửa' : 'Người xem'})`;
}

/** Whom to ask for what, by the status alone: the sentence is in the language of the account. */
function adviceFor(status: number): string {
  if (status === 403)
    return 'Google Workspace của chủ sở hữu không cho chia sẻ ra ngoài. Đề nghị quản trị viên Workspace bật chia sẻ ra ngoài tổ chức cho đơn vị của chủ sở hữu (tài khoản dịch vụ luôn bị coi là ở ngoài, không đưa được vào danh sách miền tin cậy), rồi chạy lại: npm run provision';
  if (status === 400)
    return 'Google không nhận địa chỉ này, có thể địa chỉ sai hoặc chưa có tài khoản Google; kiểm tra địa chỉ, hoặc chia sẻ bằng nút Chia sẻ của Drive';
  return `Google từ chối (mã ${status}); chia sẻ bằng nút Chia sẻ của Drive, hoặc chạy lại: npm run provision`;
}
