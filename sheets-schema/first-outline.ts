/**
 * What the code of release 0.1.0 knew by heart of the one outline it had, before `Đề cương` said it. Its files and the
 * links mailed from them are read by this for ever; a new file has the same in its cells.
 */
export const firstOutline = {
  version: 'PL1-12112',
  /** The annex's title, word for word. */
  title: 'Đề cương báo cáo tình hình triển khai đô thị thông minh tại địa phương',
  /** The headings of the annex, word for word, by number. */
  headings: {
    '1': 'Báo cáo tình hình triển khai thực hiện các nhiệm vụ được giao tại Thông báo số 382/TB-VPCP ngày 23/7/2025',
    '2': 'Tình hình triển khai các nhiệm vụ trọng tâm của 03 thành phố: Hà Nội, Hồ Chí Minh, Đà Nẵng về phát triển đô thị thông minh theo chỉ đạo tại Thông báo số 45-TB/TGV ngày 30/9/2025',
    '3': 'Các nội dung khác nếu có',
  },
  /** The question whether a unit answers section 2: links that were mailed fill it in, by this key and in these words. */
  gate: {
    section: '2',
    key: 'branch',
    title: 'Thuộc diện báo cáo Mục 2?',
    yes: 'Có, thuộc diện báo cáo Mục 2 (Hà Nội, Hồ Chí Minh, Đà Nẵng)',
    no: 'Không thuộc diện báo cáo Mục 2',
  },
} as const;
