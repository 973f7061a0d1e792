import { LONGEST_LIST, readAddresses } from '../address.ts';
import { type Cell, shown } from '../cell.ts';
import { type ColumnKind, cellCodec, type Remark, WRONG } from './kind.ts';

/** One e-mail address. */
export const email: ColumnKind<string> = {
  codec: cellCodec(
    (cell) => {
      const { addresses, wrong } = readAddresses(String(cell));
      const [only] = addresses;
      return only !== undefined && addresses.length === 1 && wrong.length === 0 ? only : WRONG;
    },
    (address) => address,
  ),
  expected: 'một địa chỉ e-mail, ví dụ dothithongminh@boxaydung.example',
  doc: 'e-mail address',
  rule: { type: 'TEXT_CONTAINS', text: '@' },
  longest: LONGEST_LIST,
  remark: mended,
  question: 'short',
  empty: 'refused',
};

const ADDRESSES = 'một địa chỉ e-mail, ví dụ sxd@haiphong.example; nhiều địa chỉ thì cách nhau bằng dấu chấm phẩy';

/** The addresses of one row. Those that can be read are used although others beside them cannot. */
export const emails: ColumnKind<readonly string[]> = {
  codec: cellCodec<readonly string[]>(
    (cell) => {
      const { addresses } = readAddresses(String(cell));
      return addresses.length > 0 ? addresses : WRONG;
    },
    (addresses) => addresses.join('; '),
  ),
  expected: ADDRESSES,
  doc: 'e-mail addresses parted by `;`',
  rule: { type: 'TEXT_CONTAINS', text: '@' },
  longest: LONGEST_LIST,
  remark: (cell) => leftOut(cell) ?? mended(cell),
  question: 'short',
  empty: 'refused',
};

function leftOut(cell: Cell): Remark | null {
  const { addresses, wrong } = readAddresses(String(cell));
  if (wrong.length === 0) return null;
  return {
    level: 'error',
    found: `${wrong.map((part) => `"${shown(part)}"`).join(', ')} không phải địa chỉ e-mail`,
    expected: ADDRESSES,
    fix: `sửa hoặc xóa chỗ đó; thư vẫn gửi tới ${addresses.join('; ')}`,
  };
}

function mended(cell: Cell): Remark | null {
  const { addresses, isMended } = readAddresses(String(cell));
  if (!isMended) return null;
  const right = addresses.join('; ');
  return {
    level: 'warning',
    found: `"${shown(cell)}", đọc là ${right}`,
    expected: right,
    fix: `kiểm tra rồi ghi lại: ${right}; trong lúc đó thư vẫn dùng địa chỉ này`,
  };
}
