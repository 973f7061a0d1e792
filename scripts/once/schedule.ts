/** Where the project lies, and the Node that runs it. */
type Place = { readonly folder: string; readonly node: string };

/** Minutes between two runs. */
const EVERY = 10;
const DOCTOR_AT = '07:30';

/**
 * Entries for three schedulers, to be copied: the run every ten minutes, and the check-up before the morning's digest.
 * Vietnamese around them.
 */
export function scheduleText({ folder, node }: Place): string {
  const [hour, minute] = DOCTOR_AT.split(':').map(Number);
  const unix = (script: string, log: string) =>
    `cd ${quoted(folder)} && ${quoted(node)} scripts/${script}.ts >> ${log} 2>&1`;
  const windows = (script: string) => `@echo off\ncd /d "%~dp0"\n"${node}" scripts\\${script}.ts >> ${script}.log 2>&1`;
  const task = (name: string, when: string, file: string) =>
    `schtasks /Create /F /TN "${name}" ${when} /TR "\\"${folder}\\${file}\\""`;
  const systemd = (name: string, script: string, when: string) => `
${name}.service
[Service]
Type=oneshot
WorkingDirectory=${folder}
ExecStart="${node}" scripts/${script}.ts

${name}.timer
[Timer]
OnCalendar=${when}
Persistent=true
[Install]
WantedBy=timers.target
`;
  return `Đặt lịch cho máy này: mỗi ${EVERY} phút một lần chạy, ${DOCTOR_AT} hằng ngày một lần kiểm tra.
Máy phải bật và có mạng; lỡ lần nào thì lần sau làm bù. Chỉ đặt lịch trên một máy.
Chủ sở hữu đăng nhập bằng OAuth client ở chế độ thử thì sau 7 ngày phải đăng nhập lại; từ ngày thứ năm hệ thống nhắc
trong nhật ký chạy, và trong bản tin điều phối nếu lịch kiểm tra cũng được đặt.

1. Windows: tạo hai tệp trong thư mục ${folder}, rồi chạy hai lệnh trong cửa sổ lệnh (cmd).

chay.cmd
${windows('once')}

kiem-tra.cmd
${windows('doctor')}

${task('So bao cao do thi', `/SC MINUTE /MO ${EVERY}`, 'chay.cmd')}
${task('So bao cao do thi - kiem tra', `/SC DAILY /ST ${DOCTOR_AT}`, 'kiem-tra.cmd')}

   Thôi chạy: schtasks /Delete /F /TN "So bao cao do thi" và schtasks /Delete /F /TN "So bao cao do thi - kiem tra"

2. Linux, macOS, cron (crontab -e), giờ của máy là giờ Việt Nam:

*/${EVERY} * * * * ${unix('once', 'once.log')}
${minute} ${hour} * * * ${unix('doctor', 'doctor.log')}

   Thôi chạy: bỏ hai dòng ấy (crontab -e)

3. Linux, systemd, giờ của máy là giờ Việt Nam: bốn tệp trong ~/.config/systemd/user/, rồi chạy
   loginctl enable-linger và systemctl --user enable --now so-bao-cao.timer so-bao-cao-kiem-tra.timer
${systemd('so-bao-cao', 'once', `*:0/${EVERY}`)}
${systemd('so-bao-cao-kiem-tra', 'doctor', DOCTOR_AT)}
   Thôi chạy: systemctl --user disable --now so-bao-cao.timer so-bao-cao-kiem-tra.timer`;
}

function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
