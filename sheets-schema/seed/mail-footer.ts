/** Stands under every mail; uses the common variables only. */
export const MAIL_FOOTER = `Đầu mối: {{dau_moi}}, {{co_quan_gui}}{{#email_nhom}} – {{email_nhom}}{{/email_nhom}}.

Trân trọng.

{{chan_thu}}`;
