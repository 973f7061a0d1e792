/** Bodies that can act on a proposal, folded. "chính phủ số" and "các bộ tiêu chí" are things, not bodies. */
const BODIES = new RegExp(
  `(?<![a-z])(?:${[
    'chinh phu(?! so| dien tu)',
    'thu tuong',
    'ttcp',
    'ttgcp',
    'quoc hoi',
    'trung uong',
    'van phong chinh phu',
    'vpcp',
    'ban chi dao',
    'to cong tac',
    'bo (?:xay dung|xd|khoa hoc|kh|tai chinh|tc|noi vu|cong an|tu phap|quoc phong|nong nghiep|nn|giao duc|gd|y te|cong thuong|van hoa|vh|ngoai giao|dan toc|thong tin|tt&tt|tai nguyen)',
    '(?:cac )?bo,? nganh',
    'cac bo(?=,| va| lien quan)',
    'b(?:xd|khcn|tc|nv|ca|tp|qp|gddt|yt|ct|nnmt)',
    'uy ban nhan dan',
    'ubnd',
    'hoi dong nhan dan',
    'hdnd',
    'so (?:xay dung|khoa hoc|tai chinh|noi vu|nong nghiep)',
    'cuc (?:phat trien do thi|chuyen doi so)',
    'co quan (?:co tham quyen|trung uong|chu tri)',
    'cap co tham quyen',
  ].join('|')})(?![a-z])`,
);

/** @param folded the text as `fold` gives it. */
export function namesAddressee(folded: string): boolean {
  return BODIES.test(folded);
}
