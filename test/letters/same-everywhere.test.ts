import { expect, test } from 'vitest';
import { planDashboard } from '../../functions/dashboard/plan-dashboard.ts';
import { planNotices } from '../../functions/domain/notices/plan-notices.ts';
import {
  COUNTED,
  countRules,
  roundFigures,
  roundRules,
  rulesOf,
  taskLabel,
} from '../../functions/domain/standing/round-figures.ts';
import { digestVariables } from '../../functions/letters/digest-variables.ts';
import { type MailSources, mailSources } from '../../functions/letters/letter-sources.ts';
import { planLetter } from '../../functions/letters/plan-letter.ts';
import { unitVariables } from '../../functions/letters/unit-variables.ts';
import { writeMail } from '../../functions/mail/write-mail.ts';
import { overviewRows } from '../../functions/projections/overview-rows.ts';
import { aDashboard } from '../dashboard/a-dashboard.ts';
import { allTasks, sixCities } from '../documents/synthesis/six-cities.ts';
import {
  aContact,
  aReport,
  aStatus,
  aTaskStatus,
  at,
  day,
  decidedFor,
  ledgerRow,
  policyInput,
  usualSettings,
} from '../domain/notices/notice-world.ts';

type Own = Partial<Parameters<typeof policyInput>[1]>;

/** Cần Thơ, of whom nothing came; each item that it is asked lacks. */
function silentCity() {
  const city = sixCities().statuses.find(({ unit }) => unit.code === 'CTO');
  if (!city) throw new Error('No such city.');
  return city;
}

function arranged(now: string, own: Own = {}) {
  const { statuses } = sixCities();
  const contacts = [aContact('BXD-2', { role: 'Điều phối' })];
  const policy = policyInput(now, { statuses, tasks: allTasks(now, statuses), rows: [], contacts, ...own });
  const none = { rows: [] };
  const snapshot = {
    people: { units: none, tasks: none, templates: none, outline: none },
    logs: { answers: { rows: [], lines: [] } },
    bookkeeping: { formUri: '', sheetUrl: '', lastGoodRun: '', doctor: '', doctorAt: '', lookedAt: '' },
  } as unknown as Parameters<typeof mailSources>[0];
  const reading = { policy, unread: new Map() as MailSources['unread'] };
  const more = { linkSecret: 'x'.repeat(32), mailDomain: 'a.example', findings: [], planned: planNotices(policy) };
  return { policy, sources: mailSources(snapshot, reading, more) };
}

function theDigest(now: string, own: Own = {}) {
  const { policy, sources } = arranged(now, own);
  return { policy, variables: digestVariables(sources) };
}

test('digest, Tổng quan and the leaders’ page tell the same figures at the same moment, each with its rule', () => {
  const { policy, variables } = theDigest('2025-10-27 10:15');
  const { parts } = overviewRows(policy, '');
  const sheet = new Map(parts.flatMap(({ rows }) => rows).map(({ label, value, about }) => [label, { value, about }]));
  const page = planDashboard({ ...aDashboard(), policy });
  const names = {
    doneOnTime: 'ht_dung_han',
    doneLate: 'ht_qua_han',
    openInTime: 'cht_trong_han',
    openOverdue: 'cht_qua_han',
  };
  for (const [name, rule] of rulesOf(countRules)) {
    const told = sheet.get(taskLabel(rule));
    expect([variables[names[name]], told?.value]).toEqual([told?.value, told?.value]);
    expect(page.counts.find(({ label }) => label === rule.label)).toMatchObject({
      value: String(told?.value),
      about: rule.rule,
    });
    expect(told?.about).toContain(COUNTED);
  }
  expect(String(variables['cach_dem']).toLowerCase()).toBe(COUNTED.toLowerCase());
  for (const { label, rule } of [roundRules.overdue, roundRules.toSupplement]) {
    expect(page.figures.find((one) => one.label === label)).toMatchObject({
      value: String(sheet.get(label)?.value),
      about: rule,
    });
  }
  expect((variables['qua_han'] as unknown[]).length).toBe(sheet.get(roundRules.overdue.label)?.value);
  expect((variables['can_bo_sung'] as unknown[]).length).toBe(sheet.get(roundRules.toSupplement.label)?.value);
});

test.each([
  ['whose official document came alone', () => ({ ...silentCity(), filedAt: at('2025-10-24 08:00') }), 1],
  ['that sent what says nothing', () => ({ ...silentCity(), versions: [aReport()] }), 0],
] as const)('a unit %s is asked for nothing, in no list and no figure', (_, status, received) => {
  const { policy, variables } = theDigest('2025-10-27 10:15', { statuses: [status()], tasks: [] });
  expect(roundFigures(policy.statuses, policy.now)).toMatchObject({ received, toSupplement: 0 });
  expect(variables['can_bo_sung']).toEqual([]);
  const { attention } = planDashboard({ ...aDashboard(), policy });
  expect(attention.shown.filter((line) => line.includes('mục'))).toEqual([]);
});

test('the numbers in the subject count the tasks of the register too: what the lists below name', () => {
  const tasks = [
    ...['HPG', 'HUE'].map((code) =>
      aTaskStatus('T1', '2025-10-20', { unit: { ...aTaskStatus('T1', '2025-10-20').unit, code } }),
    ),
    aTaskStatus('T2', '2025-10-27'),
    aTaskStatus('T3', '2025-10-28'),
    aTaskStatus('T4', '2025-10-20', { done: true }),
    aTaskStatus('T5', '2025-10-20', { isBeforeOperation: true }),
    // The round's own, which is a report of the list of reports.
    aTaskStatus('L12112-BC', '2025-10-20', { isAskedByRound: true }),
    aTaskStatus('L12112-PL1-1.1', '2025-10-20', { isAskedByRound: true, isPart: true }),
  ];
  const { variables } = theDigest('2025-10-27 08:00', { statuses: [], tasks });
  expect(variables).toMatchObject({ so_qua_han: 2, so_hom_nay: 1, so_truoc_van_hanh: 1 });
  expect(variables['nhiem_vu_qua_han']).toHaveLength(1);
});

test('the subject counts what waits for a word about tasks: where report and register differ, and what is reported done', () => {
  const reported = {
    item: '1.3',
    round: '2025-10',
    versions: ['BC-HPG-1'],
    verdict: 'Đủ',
    state: 'Đã ban hành',
    isIssued: true,
    issuedOn: day('2025-07-30'),
    sentOn: null,
    asksSent: true,
    filedAt: at('2025-10-24 08:00'),
  } as const;
  const tasks = [
    aTaskStatus('T1', '2025-07-31', { reported }),
    aTaskStatus('T2', '2025-07-31', { reported: { ...reported, state: null } }),
    // Nothing is to be decided of what the report itself completes, or has not issued.
    aTaskStatus('T3', '2025-07-31', { reported, done: true, doneBy: 'report' }),
    aTaskStatus('T4', '2025-07-31', { reported: { ...reported, isIssued: false, state: 'Đang dự thảo' } }),
  ];
  const { variables } = theDigest('2025-10-27 08:00', { statuses: [], tasks });
  const lines = (variables['can_quyet_dinh'] as readonly { readonly dong: string }[]).map(({ dong }) => dong);
  expect(lines).toEqual([
    expect.stringMatching(/^T1, .*ghi "Đã ban hành".*chưa ghi ngày gửi, sổ chưa ghi hoàn thành/),
    expect.stringMatching(/^T2: .*đã báo cáo, chờ xác nhận hoàn thành/),
  ]);
  expect(variables).toMatchObject({ so_can_xu_ly: 2, co_viec: true });
});

test('a city’s day of the visit is the same in its invitation, the digest and the leaders’ page', () => {
  const visit = {
    round: '2025-10',
    expected: 'khoảng từ 24-31/10/2025',
    day: null,
    hour: null,
    place: null,
    note: null,
  };
  const visits = [
    { ...visit, unit: 'HPG', day: day('2025-10-27'), hour: '14 giờ 00' },
    { ...visit, unit: 'HUE' },
  ];
  const { policy, sources } = arranged('2025-10-20 08:30', {
    statuses: [aStatus()],
    tasks: [],
    contacts: [aContact('HPG-1')],
    visits,
  });
  const invitation = decidedFor(policy).find(({ notice }) => notice.kind === 'Đề nghị gửi báo cáo')?.notice;
  const words = '14 giờ 00 thứ Hai, ngày 27/10/2025';
  expect(invitation && unitVariables(invitation, aStatus(), sources)).toMatchObject({ lich_lam_viec: words });
  const lines = [`HPG: ${words}`, 'Chưa ấn định ngày (dự kiến khoảng từ 24-31/10/2025): HUE'];
  const told = digestVariables(sources)['lich_lam_viec'] as readonly { readonly dong: string }[];
  expect(told.map(({ dong }) => dong.replace(/^Hải Phòng/, 'HPG'))).toEqual(lines);
  expect(planDashboard({ ...aDashboard(), policy }).visits.map((line) => line.replace(/^Hải Phòng/, 'HPG'))).toEqual(
    lines,
  );
});

test.each([
  [
    null,
    false,
    'văn bản không ghi thời hạn, hạn cuối hết ngày 31/10/2025 do Cục Phát triển đô thị, Bộ Xây dựng ấn định',
  ],
  [
    'trước ngày 01 tháng 11 năm 2025',
    true,
    'thời hạn "trước ngày 01 tháng 11 năm 2025", hạn cuối hết ngày 31/10/2025,',
  ],
] as const)(
  'a task mail says what the document words, and who set the day where it words none: %s',
  async (deadlineText, isWritten, words) => {
    const task = { ...aTaskStatus('T1', '2025-10-31').task, deadlineText };
    const tasks = [aTaskStatus('T1', '2025-10-31', { task, isWritten, approvedAt: at('2025-10-20 08:00') })];
    const rows = [ledgerRow('T1/HPG/nhac-nhiem-vu/-1@2025-10-31', 'đã gửi', '2025-10-30 08:30')];
    const settings = { ...usualSettings, goLive: at('2025-10-01 08:00') };
    const { policy, sources } = arranged('2025-11-03 08:30', {
      statuses: [],
      tasks,
      rows,
      settings,
      contacts: [aContact('HPG-1')],
    });
    const late = decidedFor(policy).find(({ notice }) => notice.kind === 'Nhiệm vụ quá hạn')?.notice;
    if (!late) throw new Error('Nobody is called late.');
    const { text } = await writeMail({ ...planLetter(late, sources), enclosures: [] });
    expect(text).toContain(words);
    expect(text).not.toContain('""');
  },
);
