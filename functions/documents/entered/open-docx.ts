import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { zip, zipEntry } from '../decree/zip.ts';

/** A text of twenty pages has 50 KB; pictures make it larger. */
const LARGEST_FILE = 20_000_000;
/** Of the parts that are read, unpacked: some hundreds of pages. */
const LARGEST_TEXT = 12_000_000;
const MOST_PARTS = 2_000;
/** Deflate grows a piece a thousandfold at most: it is counted before the next one. */
const PIECE = 4_096;

/** The parts of a .docx that hold words, packed anew without anything else. */
export type OpenDocx = { readonly words: Uint8Array; readonly parts: ReadonlyMap<string, string> };

/** Why a file is not read, for whoever wanted to enter it. */
export type Refused = { readonly refused: string };

const SIGNATURES = { zip: [0x50, 0x4b, 0x03, 0x04], ole: [0xd0, 0xcf, 0x11, 0xe0] } as const;
const MAIN = 'word/document.xml';
/** Never pictures, fonts, programs, other files put in. */
const IS_READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/custom\.xml|word\/(?:_rels\/)?[\w-]+\.xml(?:\.rels)?)$/;

/**
 * Opens a file as a .docx, or says why not. Nothing in it is believed: what is unpacked is counted as it comes and not as
 * the archive says it will be, and only parts with words are unpacked at all.
 */
export function openDocx(file: Uint8Array): OpenDocx | Refused {
  if (file.length > LARGEST_FILE) return refuse('lớn hơn 20 MB; đề nghị bỏ bớt hình ảnh rồi lưu lại');
  if (begins(file, SIGNATURES.ole)) return refuse(whyOle(file));
  if (!begins(file, SIGNATURES.zip)) return refuse('không phải là .docx; đề nghị mở bằng Word và lưu dạng .docx');
  const found = unpack(file);
  if (typeof found === 'string') return refuse(found);
  const types = found.parts.get('[Content_Types].xml') ?? '';
  if (found.hasMacros || /macroEnabled/i.test(types)) {
    return refuse('có macro; đề nghị lưu lại dạng .docx (không macro)');
  }
  if (!found.parts.has(MAIN)) return refuse('không phải là .docx; đề nghị mở bằng Word và lưu dạng .docx');
  if ([...found.parts.values()].some((xml) => /<!(?:DOCTYPE|ENTITY)/i.test(xml))) {
    return refuse('có cấu trúc không dùng trong .docx; đề nghị mở bằng Word và lưu lại');
  }
  const entries = [...found.parts].map(([name, text]) => zipEntry(name, Buffer.from(text)));
  return { words: zip(entries), parts: found.parts };
}

function refuse(why: string): Refused {
  return { refused: `Tệp ${why}. Chưa ghi gì.` };
}

function begins(file: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => file[at] === byte);
}

/** Word keeps a file with a password, and one of before 2007, in the older container. */
function whyOle(file: Uint8Array): string {
  return Buffer.from(file).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'có mật khẩu; đề nghị bỏ mật khẩu rồi lưu lại'
    : 'là .doc của Word đời cũ; đề nghị mở bằng Word và lưu dạng .docx';
}

const DAMAGED = 'bị hỏng; đề nghị mở bằng Word và lưu lại';
const TOO_LONG = 'có nội dung quá lớn khi giải nén';

/** In pieces, stopping at the first that is too much. @returns why not, when it cannot be unpacked */
function unpack(
  file: Uint8Array,
): { readonly parts: ReadonlyMap<string, string>; readonly hasMacros: boolean } | string {
  const parts = new Map<string, string>();
  let [size, names, hasMacros] = [0, 0, false];
  let why: string | null = null;
  const stop = (because: string) => {
    why ??= because;
  };
  const archive = new Unzip((part) => {
    names += 1;
    if (names > MOST_PARTS) stop(TOO_LONG);
    if (/vbaProject|\.bin$/i.test(part.name) && /vba/i.test(part.name)) hasMacros = true;
    if (!IS_READ.test(part.name)) return;
    if (parts.has(part.name)) stop(DAMAGED);
    const pieces: Uint8Array[] = [];
    part.ondata = (error, piece, isLast) => {
      if (error) return stop(DAMAGED);
      size += piece.length;
      if (size > LARGEST_TEXT) return stop(TOO_LONG);
      pieces.push(piece);
      if (isLast) parts.set(part.name, Buffer.concat(pieces).toString('utf8'));
    };
    part.start();
  });
  archive.register(UnzipInflate);
  archive.register(UnzipPassThrough);
  try {
    for (let at = 0; at < file.length && why === null; at += PIECE) {
      archive.push(file.subarray(at, at + PIECE), at + PIECE >= file.length);
    }
  } catch {
    stop(DAMAGED);
  }
  return why ?? { parts, hasMacros };
}
