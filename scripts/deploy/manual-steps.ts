import { SCOPES } from '../../functions/google/client.ts';
import { addressOf, type DeployOptions } from './plan-deploy.ts';
import { functionNames } from './resources.ts';

/** What no command can do for the two files, because they belong to a person. Told before they exist. */
export function stepsBefore(options: DeployOptions): readonly string[] {
  const run = addressOf('run', options);
  const scopes = ['https://www.googleapis.com/auth/cloud-platform', ...SCOPES].join(',');
  return [
    `Người sẽ sở hữu Bảng tính và Biểu mẫu (không phải tài khoản dịch vụ) đăng nhập: gcloud auth application-default login --scopes=${scopes}`,
    `Người đó chạy: SERVICE_ACCOUNT_EMAIL=${run} npm run provision, rồi đặt SPREADSHEET_ID và FORM_ID như lệnh in ra.`,
    `Chia sẻ cả hai tệp cho ${run} với quyền Người chỉnh sửa.`,
    'Chạy lại lệnh deploy, không có --accounts.',
  ];
}

/** What people do once everything stands. */
export function stepsAfter({ region, project }: DeployOptions): readonly string[] {
  const call = (job: string) => `gcloud scheduler jobs run ${job} --location=${region} --project=${project}`;
  return [
    `Gọi một lần: ${call(functionNames.renewWatch)}`,
    `Gọi một lần: ${call(functionNames.sync)}, chờ một phút.`,
    'Chạy npm run doctor, làm theo từng dòng cho tới khi không còn việc nào cần người xử lý.',
    'Điều phối viên kiểm tra tab Lịch thư, sau đó mới đặt Gửi thư thành Bật ở tab Cài đặt.',
  ];
}
