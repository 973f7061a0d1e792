export type Verdict = 'Đủ' | 'Cần làm rõ' | 'Thiếu' | 'Không áp dụng';
