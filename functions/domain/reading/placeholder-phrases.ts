/** Words that stand for an answer without being one, folded: no tone marks, lower case, single spaces. */
export type PhraseBook = {
  /** At least one must occur. */
  readonly heads: ReadonlySet<string>;
  /** What may stand around them without adding anything. */
  readonly fillers: ReadonlySet<string>;
  /** The first word of each of them: most words of a text begin none. */
  readonly beginnings: ReadonlySet<string>;
  /** Whether figures (numbers of items, documents, dates) add nothing either. */
  readonly figures: boolean;
};

/** Marks for "nothing here", letters and digits only. */
export const BLANKS: ReadonlySet<string> = set(`
  x, xx, xxx, 0, 00, 000, na, n, null, nil, none, undefined, test, testing, abc, abcd, asdf, qwerty, k, ko, kk, tbd, tba,
  todo, thu, demo
`);

const LEADS = `
  hien, hien nay, hien tai, tai thoi diem nay, den nay, cho den nay, den thoi diem nay, den thoi diem hien tai,
  den thoi diem bao cao, tinh den nay, tam thoi, dia phuong, tai dia phuong, thanh pho, tp, don vi, ve phia dia phuong,
  ve noi dung nay, noi dung nay, muc nay, phan nay, tra loi, muc, cau, va, a, cac, thi, da, dang, deu
`;

const NOTHING = `
  khong, khong co, ko co, k co, kg co, khong co gi, khong phat sinh, ko phat sinh, khong co phat sinh, khong ghi nhan,
  chua, chua co, chua co gi, chua phat sinh, chua ghi nhan, khong gap, chua gap, chua thay, khong thay,
  khong co y kien, khong y kien, khong con
`;
const NOTHING_OF_WHAT = `
  kho khan, vuong mac, vuong mat, kho khan vuong mac, kien nghi, de xuat, de xuat kien nghi, y kien, y kien gi, noi dung,
  noi dung nao, van de, van de gi, phat sinh, gi, gi them, them, khac, nao, nao khac, nao het, het, bo sung, hoac, ca, bat ky,
  trong qua trinh trien khai, trong trien khai, trong qua trinh thuc hien, can bao cao, bao cao them, de bao cao,
  lon, dang ke, nhieu, dac biet, noi bat, can neu
`;

const LATER = `
  dang cap nhat, cap nhat sau, se cap nhat, se cap nhat sau, chua cap nhat, dang duoc cap nhat, can cap nhat,
  dang tong hop, dang duoc tong hop, chua tong hop, chua tong hop xong, se tong hop, tong hop sau,
  se bao cao sau, bao cao sau, se bao cao, chua bao cao, bo sung sau, se bo sung, se bo sung sau, dang bo sung, chua bo sung,
  cho bo sung, cho cap nhat, cho tong hop, dang cho, dang cho bo sung, dang cho cap nhat, dang cho tong hop,
  gui sau, se gui, se gui sau, dien sau, se dien sau, tra loi sau, se tra loi, se tra loi sau, se co sau, se co bao cao sau,
  dang thu thap, dang hoan thien bao cao, se hoan thien sau, de sau
`;
const LATER_WHAT = `
  so lieu, noi dung, bao cao, thong tin, du lieu, sau, se, them, day du, cu the, chi tiet, bang van ban, nhe,
  thoi gian toi, trong thoi gian toi, trong thoi gian som nhat, som nhat, xin, xin phep, se duoc, duoc
`;

const LATER_IN_MORE_WORDS = `
  chua tong hop duoc, chua kip, chua kip tong hop, bao cao bo sung, bo sung them, se cung cap, cung cap sau, se co van ban,
  se co van ban rieng, se thong ke, dang thong ke, chua thong ke, chua thong ke xong, chua co so lieu, trong bao cao sau,
  xin lui thoi gian
`;
const WHY_LATER = `
  tong hop, gui, bo sung, tuan toi, trong tuan toi, trong tuan, thang toi, ky sau, dot sau, lan sau, ky toi, sau khi, khi co,
  khi, ngay khi, quan, huyen, phuong, xa, so, nganh, cac don vi, ban giao, ho so, do, nen, thoi gian gap, gap, rieng, moi,
  chung toi, bang van ban rieng, ket qua, danh muc, thong ke, day, tu, dang gui, dang lap, dong chi,
  phu trach, di cong tac, nghi phep, nghi om, dau moi, cong van, van ban, nhan, nhan duoc, moi nhan, chua nhan duoc, trinh ky, cho ky,
  doi chieu, kiem tra, nhieu viec, xin gia han
`;

const STATUS = `
  dang trien khai, da trien khai, chua trien khai, dang thuc hien, da thuc hien, chua thuc hien, dang ra soat, da ra soat,
  chua ra soat, dang xay dung, da xay dung, chua xay dung, dang du thao, da du thao, dang soan thao, da trinh, dang trinh,
  chua trinh, da ban hanh, chua ban hanh, dang hoan thien, da hoan thien, da hoan thanh, chua hoan thanh, hoan thanh,
  co ban hoan thanh, da co ban hoan thanh, sap hoan thanh, sap xong, da xong, chua xong, xong, da lam, dang lam, chua lam,
  dang chuan bi, da chuan bi, dang nghien cuu, dang xu ly, da xu ly, tiep tuc trien khai, tiep tuc thuc hien,
  theo ke hoach, theo quy dinh, dung ke hoach, dung quy dinh, dung tien do, bao dam tien do, dam bao tien do, cham tien do,
  tot, dat, dat yeu cau, day du, da day du, ok, oke, binh thuong, on dinh, co, da co, dang co
`;
const STATUS_WHAT = `
  trien khai, thuc hien, ra soat, lai, xay dung, theo ke hoach, theo quy dinh, ke hoach, ke hoach hanh dong, de an, cac de an,
  nhiem vu, cac nhiem vu, noi dung, cong viec, tot, day du, tich cuc, khan truong
`;

const ELSEWHERE = `
  nhu tren, y nhu tren, da neu tren, da neu o tren, neu tren, nhu da neu, nhu da neu tren, da trinh bay o tren, nhu o tren,
  nhu muc, nhu noi dung muc, nhu noi dung tai muc, nhu phan, da neu tai, da neu o, da neu tai muc, da trinh bay tai,
  tai muc, xem muc, xem tai muc, xem phan, xem, xem tai, xem trong, de nghi xem, xin xem, vui long xem,
  trung noi dung muc, trung noi dung, trung muc, trung voi muc, tuong tu, tuong tu muc, tuong tu nhu muc, giong muc, giong nhu tren,
  theo van ban, theo bao cao, theo phu luc, theo file, theo tep, theo cong van, theo de cuong, tai bao cao, tai van ban,
  bao cao so, van ban so, cong van so, tai phu luc, trong bao cao, trong van ban, da co trong bao cao, chi tiet tai, chi tiet theo, chi tiet trong, chi tiet xem,
  chi tiet kem theo, chi tiet nhu, da gui, da bao cao tai, da bao cao trong, nhu da bao cao, nhu bao cao, gui kem,
  kem theo, dinh kem, gui kem theo, nhu phu luc, nhu van ban, nhu file, nhu ky truoc, nhu lan truoc, nhu bao cao truoc,
  nhu da bao cao ky truoc, khong thay doi, khong doi, khong thay doi so voi, giu nguyen, giu nguyen nhu,
  da duoc neu, duoc neu, da neu trong, da neu cu the, da the hien, duoc the hien, the hien tai, the hien trong, da trinh bay,
  duoc trinh bay, duoc de cap, da de cap, da bao cao, da co tai, nhu ky, nhu lan, nhu ky bao cao truoc, xem lai, xin xem trong,
  gui qua, se gui qua, da gui qua, khong nhac lai, khong neu lai, da trao doi truc tiep, da bao cao truc tiep
`;
const ELSEWHERE_WHAT = `
  co, van ban, phu luc, bao cao, file, tep, tap tin, muc, phan, noi dung, so, tai, o, theo, cua, ngay, thang, nam, chi tiet,
  cong van, nay, do, diem, khoan, bieu, bang, bieu mau, ke hoach, quyet dinh, cu the, ubnd, uy ban nhan dan, so xay dung,
  tren, o tren, duoi day, kem theo, dinh kem, gui kem, xem, da, ky truoc, lan truoc, truoc, so voi ky truoc, gui bo,
  gui bo xay dung, bo xay dung, chinh thuc, i, ii, iii, iv, v, b, c, d, link, duong dan, duoi, sau,
  ban giay, ban cung, ban mem, giay, buu dien, thu dien tu, email, zalo, fax, truc lien thong, truc, lien thong, he thong,
  duong cong van, duong, qua, gui, trong, tuan truoc, hom truoc, truc tiep, doan cong tac, doan, buoi lam viec, buoi, lam viec,
  cuoc hop, hoi nghi, lanh dao cuc, cuc, bo, voi, day, day du, bao cao truoc, da gui, rieng, quan ly van ban, cac kien nghi, xem xet
`;

export const PLACEHOLDER_PHRASES: Readonly<Record<'negative' | 'deferral' | 'status' | 'reference', PhraseBook>> = {
  negative: book(NOTHING, `${LEADS},${NOTHING_OF_WHAT}`),
  deferral: book(LATER, `${LEADS},${LATER_WHAT}`),
  status: book(STATUS, `${LEADS},${STATUS_WHAT}`),
  reference: { ...book(ELSEWHERE, `${LEADS},${ELSEWHERE_WHAT}`), figures: true },
};

/** Words that hold a sentence together and say nothing by themselves. */
export const LINKING_WORDS: PhraseBook = book(
  '',
  `
  va, cua, cac, nhung, da, dang, se, duoc, voi, cho, theo, tai, tren, duoi, ve, la, co, thi, do, de, nay, khi, tu, den, o, trong,
  ngoai, nhu, cung, con, lai, ra, vao, mot, bi, boi, ma, vi, nen, rat, qua, deu, moi, hay, hoac, neu, gi, nao, muc, tung, viec,
  kho khan, vuong mac, de nghi, kien nghi, de xuat, noi dung, nhiem vu, tinh hinh, chu yeu, lien quan den, ve mat
`,
);

/** The same heads and more, with all that is said around them in a sentence: it need not be made of them alone. */
export const ROUNDABOUT_PHRASES: Readonly<Record<'deferral' | 'reference', PhraseBook>> = {
  deferral: book(`${LATER},${LATER_IN_MORE_WORDS}`, `${LEADS},${LATER_WHAT},${WHY_LATER}`),
  reference: { ...PLACEHOLDER_PHRASES.reference, figures: false },
};

function book(headPhrases: string, fillerPhrases: string): PhraseBook {
  const [heads, fillers] = [set(headPhrases), set(fillerPhrases)];
  const beginnings = new Set([...heads, ...fillers].map((phrase) => phrase.replace(/ .*/, '')));
  return { heads, fillers, beginnings, figures: false };
}

function set(phrases: string): ReadonlySet<string> {
  return new Set(
    phrases
      .split(/[,\n]/)
      .map((phrase) => phrase.trim())
      .filter(Boolean),
  );
}
