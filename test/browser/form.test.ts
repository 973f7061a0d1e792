import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { ids, linkTo, NO, openFormOfEveryKind, openSectionedForm, responsesOf, YES } from './a-form.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const running = runEmulator();

describeInBrowser('a city fills in the form, in a browser that runs no script', () => {
  const openWindow = openBrowser();
  const openPage = () => openWindow({ javaScriptEnabled: false });
  const prefilled = { [ids.city]: 'Huế', [ids.code]: 'HUE-123', [ids.reports]: YES };

  test('from its own link, through both sections, to the confirmation', async () => {
    const form = await openSectionedForm(running);
    const page = await openPage();
    await page.goto(linkTo(running, form, prefilled));
    expect(await page.getByLabel('Đơn vị báo cáo').inputValue()).toBe('Huế');
    expect(await page.getByLabel('Mã của đơn vị').inputValue()).toBe('HUE-123');
    await page.getByLabel('Ngày của văn bản').fill('2025-10-23');
    await page.getByLabel('Không mật').check();
    await page.getByRole('button', { name: 'Tiếp' }).click();
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Mục 2. Ba thành phố');
    await page.getByLabel('Trung tâm điều hành <b>đô thị</b>').fill('Đã vận hành.\nTừ tháng 6/2024.');
    await page.getByRole('button', { name: 'Tiếp' }).click();
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Mục 3. Nội dung khác');
    await page.getByRole('button', { name: 'Gửi' }).click();
    expect(await page.getByText('đã được ghi lại').count()).toBe(1);
    expect(responsesOf(form).map(({ answers }) => answers)).toEqual([
      {
        [ids.city]: ['Huế'],
        [ids.code]: ['HUE-123'],
        [ids.signed]: ['2025-10-23'],
        [ids.secrecy]: ['Không mật'],
        [ids.reports]: [YES],
        [ids.centre]: ['Đã vận hành.\nTừ tháng 6/2024.'],
      },
    ]);
  });

  test('the branch leads past a section, whose answer is not sent', async () => {
    const form = await openSectionedForm(running);
    const page = await openPage();
    await page.goto(linkTo(running, form, { ...prefilled, [ids.centre]: 'Điền sẵn' }));
    await page.getByLabel('Không mật').check();
    await page.getByLabel(NO).check();
    await page.getByRole('button', { name: 'Tiếp' }).click();
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Mục 3. Nội dung khác');
    await page.getByRole('button', { name: 'Gửi' }).click();
    expect(Object.keys(responsesOf(form)[0]?.answers ?? {}).sort()).toEqual([
      ids.city,
      ids.code,
      ids.secrecy,
      ids.reports,
    ]);
  });

  test('going back and forth loses nothing', async () => {
    const form = await openSectionedForm(running);
    const page = await openPage();
    await page.goto(linkTo(running, form, prefilled));
    await page.getByLabel('Không mật').check();
    await page.getByRole('button', { name: 'Tiếp' }).click();
    await page.getByLabel('Trung tâm điều hành <b>đô thị</b>').fill('Đang xây dựng');
    await page.getByRole('button', { name: 'Quay lại' }).click();
    expect(await page.getByLabel('Không mật').isChecked()).toBe(true);
    await page.getByLabel('Không mật').uncheck();
    await page.getByRole('button', { name: 'Tiếp' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('Câu hỏi này bắt buộc phải trả lời.');
    await page.getByLabel('Không mật').check();
    await page.getByLabel('Mã của đơn vị').press('Enter');
    expect(await page.getByLabel('Trung tâm điều hành <b>đô thị</b>').inputValue()).toBe('Đang xây dựng');
  });

  test('a required question left open keeps the person on its page and says so beside it', async () => {
    const form = await openSectionedForm(running);
    const page = await openPage();
    await page.goto(linkTo(running, form));
    await page.getByRole('button', { name: 'Tiếp' }).click();
    expect(await page.getByRole('alert').count()).toBe(4);
    expect(await page.getByLabel('Mã của đơn vị').getAttribute('aria-invalid')).toBe('true');
    expect(responsesOf(form)).toEqual([]);
  });

  test('an edit begins with the earlier answers and keeps the response', async () => {
    const form = await openSectionedForm(running);
    const page = await openPage();
    await page.goto(linkTo(running, form, { ...prefilled, [ids.reports]: NO }));
    await page.getByLabel('Không mật').check();
    await page.getByRole('button', { name: 'Tiếp' }).click();
    await page.getByLabel('Kiến nghị').fill('Lần đầu');
    await page.getByRole('button', { name: 'Gửi' }).click();
    const first = responsesOf(form)[0];
    await page.getByRole('link', { name: 'Chỉnh sửa câu trả lời' }).click();
    expect(await page.getByLabel('Mã của đơn vị').inputValue()).toBe('HUE-123');
    await page.getByRole('button', { name: 'Tiếp' }).click();
    expect(await page.getByLabel('Kiến nghị').inputValue()).toBe('Lần đầu');
    await page.getByLabel('Kiến nghị').fill('Lần hai');
    await page.getByRole('button', { name: 'Gửi' }).click();
    const [only, ...more] = responsesOf(form);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ responseId: first?.responseId, createMicros: first?.createMicros });
    expect(only?.answers[ids.other]).toEqual(['Lần hai']);
  });

  test('every kind of question is answered as the API tells it', async () => {
    const form = await openFormOfEveryKind(running);
    const page = await openPage();
    await page.goto(linkTo(running, form, { '00000012': 'Cấp nước' }));
    expect(await page.getByLabel('Nội dung của mục khác').inputValue()).toBe('Cấp nước');
    await page.getByLabel('Giao thông').check();
    await page.getByRole('group', { name: 'Mức độ' }).getByLabel('4').check();
    await page.getByLabel('Ngày giờ họp').fill('2025-10-24T08:30');
    await page.getByLabel('Giờ mở cửa').fill('07:30');
    await page.getByLabel('Thời lượng').fill('1:30:00');
    await page.getByLabel('Ngày truyền thống').fill('11-08');
    await page.getByRole('group', { name: 'Quý I' }).getByLabel('Chưa').check();
    await page.getByRole('button', { name: 'Gửi' }).click();
    expect(responsesOf(form)[0]?.answers).toEqual({
      '00000012': ['Giao thông', 'Cấp nước'],
      '00000013': ['4'],
      '00000014': ['2025-10-24 08:30'],
      '00000015': ['07:30'],
      '00000016': ['1:30:00'],
      '00000017': ['11-08'],
      '00000018': ['Chưa'],
    });
  });

  test('a choice that is not required can be taken back, as soon as it is made', async () => {
    const form = await openFormOfEveryKind(running);
    const page = await openPage();
    await page.goto(linkTo(running, form, { '00000015': '07:30' }));
    expect(await page.getByRole('button', { name: 'Xóa lựa chọn' }).count()).toBe(0);
    await page.getByLabel('Có', { exact: true }).check();
    await page.getByRole('button', { name: 'Xóa lựa chọn' }).click();
    expect(await page.getByLabel('Có', { exact: true }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Gửi' }).click();
    expect(responsesOf(form)[0]?.answers).toEqual({ '00000015': ['07:30'] });
  });

  test('its owner may have it say how many pages there are, and what comes after sending', async () => {
    const form = await openSectionedForm(running);
    const page = await openPage();
    await page.goto(linkTo(running, form, prefilled));
    expect(await page.getByText('Trang 1/').count()).toBe(0);
    form.presentation = { hasProgressBar: true, confirmation: 'Thư xác nhận sẽ tới.', hasLinkToAnswerAgain: false };
    await page.goto(linkTo(running, form, prefilled));
    expect(await page.getByText('Trang 1/3').count()).toBe(1);
    await page.getByLabel('Không mật').check();
    await page.getByRole('button', { name: 'Tiếp' }).click();
    expect(await page.getByText('Trang 2/3').count()).toBe(1);
    await page.getByRole('button', { name: 'Tiếp' }).click();
    await page.getByRole('button', { name: 'Gửi' }).click();
    expect(await page.getByText('Thư xác nhận sẽ tới.').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Gửi câu trả lời khác' }).count()).toBe(0);
  });

  test('a form that is closed says so and asks nothing', async () => {
    const form = await openSectionedForm(running);
    form.publishState = { isPublished: true, isAcceptingResponses: false };
    const page = await openPage();
    await page.goto(linkTo(running, form));
    expect(await page.getByText('không còn nhận câu trả lời').count()).toBe(1);
    expect(await page.getByRole('button').count()).toBe(0);
  });
});
