import { describe, expect, test } from 'vitest';
import { planSynthesis } from '../../../functions/documents/synthesis/plan-synthesis.ts';
import { fourCounts, percent, roundFigures } from '../../../functions/domain/standing/round-figures.ts';
import { citySeeds } from '../../../sheets-schema/seed/units.ts';
import { aReport } from '../../domain/notices/notice-world.ts';
import { anInput, statements, synthesis, under, words } from './a-synthesis.ts';
import { FULL, SECTION_2, type Sent, story } from './six-cities.ts';

const model = synthesis();
const ITEMS = ['1.1', '1.2', '1.3', '1.4', '1.5', '2.1', '2.2', '2.3', '3'];
const linesUnder = (title: string, of = model) => under(of.blocks, title).map(words);

describe('part I', () => {
  test('gives the figures of the register', () => {
    const { statuses, timing } = anInput();
    const { received, expected, onTime, complete, toSupplement, overdue } = roundFigures(statuses, timing.now);
    expect(linesUnder('I. Tình hình chung')[1]).toBe(
      `Đến 10:15 ngày 27/10/2025, đã nhận ${received}/${expected} báo cáo (${percent(received, expected)}); gửi đúng hạn ${onTime}/${expected} (${percent(onTime, expected)}), gửi sau thời hạn ${received - onTime}; đủ nội dung ${complete}, cần bổ sung hoặc làm rõ ${toSupplement}; chưa gửi ${expected - received}, trong đó quá hạn ${overdue}.`,
    );
    expect([received, expected, onTime, overdue]).toEqual([4, 6, 3, 2]);
  });

  test('gives the four counts of the Government Office', () => {
    const { tasks, timing } = anInput();
    const { doneOnTime, doneLate, openInTime, openOverdue } = fourCounts(tasks, timing.now);
    const told = linesUnder('I. Tình hình chung').at(-1) ?? '';
    expect([...told.matchAll(/\d+/g)].map(Number)).toEqual([
      doneOnTime + doneLate,
      doneOnTime,
      doneLate,
      openInTime + openOverdue,
      openInTime,
      openOverdue,
    ]);
    expect(openOverdue).toBeGreaterThan(0);
  });

  test('names who filed, who was late, who is missing and why', () => {
    expect(linesUnder('I. Tình hình chung')).toEqual(
      expect.arrayContaining([
        'Gửi đúng hạn (3): Hà Nội, TP. Hồ Chí Minh, Hải Phòng.',
        'Chưa gửi (2): Cần Thơ (quá hạn 1 ngày làm việc); Huế (quá hạn 1 ngày làm việc; báo cáo BC-CXM-FFFF6666 chờ xác minh đơn vị).',
        'Đã nhận văn bản chính thức (1): Hà Nội (số 345/BC-UBND ngày 23/10/2025).',
      ]),
    );
  });

  test('cites the letter and both deadlines', () => {
    expect(linesUnder('I. Tình hình chung')[0]).toMatch(
      /Công văn số 12112\/BXD-PTĐT ngày 23\/10\/2025 của Bộ Xây dựng.*“trước ngày 24\/10\/2025” \(hết ngày 23\/10\/2025\); hạn điều chỉnh: hết ngày 24\/10\/2025\.$/,
    );
  });
});

describe('part II', () => {
  const everything: Sent[] = citySeeds.map(({ code }) => ({
    unit: code,
    version: `BC-${code}-1`,
    when: '2025-10-24 09:00',
    answers: { ...FULL, ...SECTION_2, '3': 'Nội dung khác.' },
  }));
  const worlds = { 'the story': story, 'nothing sent': [], 'everything sent': everything } as const;

  for (const [name, sent] of Object.entries(worlds)) {
    test.each(ITEMS)(`${name}: every city is quoted or named as missing under item %s`, (item) => {
      const told = linesUnder(`${item}. `, synthesis(sent)).join('\n');
      for (const { shortName } of citySeeds) expect(told).toContain(shortName);
    });
  }

  test('keeps every line of the valid content, in II or where II points', () => {
    const { statuses, texts } = anInput();
    const told = statements(model.blocks)
      .map(({ text }) => text)
      .join('\n');
    for (const { unit, version } of story.filter(({ pending }) => !pending)) {
      const valid = statuses.find((status) => status.unit.code === unit)?.items.flatMap((one) => one.versions) ?? [];
      if (!valid.includes(version)) continue;
      for (const [question, text] of texts.get(version) ?? []) {
        if (question.endsWith('ngay') || question.endsWith('du-kien') || question === '1.4-khong-co') continue;
        for (const line of text.split('\n')) expect(told).toContain(line);
      }
    }
  });

  test('tells dates of the form as people write them', () => {
    expect(linesUnder('1.3. ')).toContain('Hà Nội: Đã ban hành; số, ký hiệu: 88/KH-UBND; ngày 30/07/2025.');
    expect(linesUnder('1.3. ')).toContain(
      'Hải Phòng: Đang dự thảo; dự kiến ngày 30/11/2025; lý do: Đang lấy ý kiến các sở, ngành; mức độ hoàn thành khoảng 60%.',
    );
  });

  test('facts of two versions are two paragraphs, each with its own source', () => {
    const later: Sent = {
      unit: 'HPG',
      version: 'BC-HPG-2',
      when: '2025-10-26 09:00',
      answers: { '1.3-du-kien': '2025-12-15' },
    };
    const told = under(synthesis([...story, later]).blocks, '1.3. ').filter(({ source }) =>
      source.startsWith('Hải Phòng'),
    );
    expect(told.map(({ text, source }) => `${text} ${source.split(', ')[1]}`)).toEqual([
      'Đang dự thảo. BC-HPG-CCCC3333',
      'dự kiến ngày 15/12/2025. BC-HPG-2',
      'lý do: Đang lấy ý kiến các sở, ngành; mức độ hoàn thành khoảng 60%. BC-HPG-CCCC3333',
    ]);
  });

  test('counts states that units choose', () => {
    expect(linesUnder('1.3. ')[1]).toBe(
      'Đã ban hành (3): Hà Nội, TP. Hồ Chí Minh, Đà Nẵng; Đang dự thảo (1): Hải Phòng.',
    );
  });

  test('says what is lacking in the words the city was told, beside what the city wrote', () => {
    const told = linesUnder('1.1. ');
    expect(told).toContain('TP. Hồ Chí Minh: Đang cập nhật');
    expect(told.find((line) => line.startsWith('TP. Hồ Chí Minh: Kết quả kiểm tra: Thiếu'))).toBeDefined();
  });

  test('two responses that disagree are told, and the newer counts', () => {
    const twice = [
      ...story,
      {
        unit: 'DNG',
        version: 'BC-DNG-OTHER',
        response: 'r-other',
        when: '2025-10-26 09:00',
        answers: { '3': 'Thành phố xin ý kiến về lịch làm việc.' },
      },
      { unit: 'DNG', version: 'BC-DNG-EEEE', when: '2025-10-26 10:00', answers: { '3': 'Không xin ý kiến nữa.' } },
    ];
    const told = linesUnder('3. Các nội dung khác', synthesis(twice));
    expect(told).toContain('Đà Nẵng: Không xin ý kiến nữa.');
    expect(told.find((line) => line.startsWith('Đà Nẵng: Hai báo cáo BC-DNG-OTHER và BC-DNG-EEEE'))).toBeDefined();
  });

  test('a unit outside section 2 is named as outside', () => {
    expect(linesUnder('2.1. ').at(-1)).toBe('Không thuộc diện báo cáo mục này (3): Hải Phòng, Cần Thơ, Huế.');
  });

  test('what a unit outside section 2 writes there all the same is not hidden', () => {
    const odd = story.map((one) =>
      one.version === 'BC-HPG-CCCC3333' ? { ...one, answers: { ...one.answers, '2.1': 'Nhiệm vụ A: 40%.' } } : one,
    );
    expect(linesUnder('2.1. ', synthesis(odd))).toEqual(
      expect.arrayContaining(['Hải Phòng: Nhiệm vụ A: 40%.', 'Hải Phòng: Không thuộc diện báo cáo mục này.']),
    );
  });
});

describe('parts III and IV', () => {
  test('a list takes the place of an earlier "không có"', () => {
    const told = linesUnder('3. Nhân lực');
    expect(told).toEqual([
      'Hải Phòng (mục 1.4): Nhân lực: cán bộ chuyên trách về đô thị thông minh cấp phường còn thiếu, chưa được đào tạo.',
    ]);
    expect(linesUnder('III. ').join()).not.toContain('Hải Phòng');
  });

  test('who says that there is none is named', () => {
    expect(linesUnder('IV. ')).toContain(
      'Báo cáo không có đề xuất, kiến nghị: Hải Phòng (mục 1.5), Hà Nội (mục 2.3), TP. Hồ Chí Minh (mục 2.3).',
    );
  });

  test('who ticks "không có" beside a list has said something', () => {
    const both = story.map((one) =>
      one.unit === 'HNI' ? { ...one, answers: { ...one.answers, '1.4-khong-co': 'Không có' } } : one,
    );
    expect(linesUnder('III. ', synthesis(both)).join()).not.toContain('Hà Nội (mục 1.4)');
    expect(linesUnder('1.4. ', synthesis(both))).toContain('Hà Nội: Nêu 2 khó khăn, vướng mắc, tổng hợp tại phần III.');
  });

  test('proposals stand under the body they ask; one that asks nobody says so', () => {
    expect(linesUnder('1. Bộ Xây dựng')[0]).toMatch(/^Hà Nội \(mục 1\.5\): Đề nghị Bộ Xây dựng/);
    expect(linesUnder('2. Bộ Tài chính')).toHaveLength(2);
    expect(linesUnder('3. Chưa nêu rõ cơ quan xử lý')).toEqual([
      'TP. Hồ Chí Minh (mục 1.5): Hạ tầng cần được quan tâm đầu tư đồng bộ hơn nữa.',
    ]);
  });

  test('nothing sent leaves no group, and says so', () => {
    const empty = synthesis([]);
    expect(linesUnder('III. ', empty)).toEqual([
      'Chưa nhận được nội dung khó khăn, vướng mắc nào từ các đơn vị đã gửi báo cáo.',
    ]);
  });
});

describe('sources', () => {
  test('every paragraph has one: the register at its moment, or a version of the unit it speaks of', () => {
    const { statuses } = anInput();
    const versions = new Map(
      statuses.flatMap(({ unit, versions: own }) => own.map((one) => [one.version, unit] as const)),
    );
    for (const { source, lead } of statements(model.blocks)) {
      if (source === 'Sổ theo dõi, 10:15 ngày 27/10/2025') continue;
      const [unit, version = '', moment] = source.split(', ');
      expect(versions.get(version)?.shortName).toBe(unit);
      expect(moment).toMatch(/^\d{2}:\d{2} ngày \d{2}\/\d{2}\/\d{4}$/);
      if (lead !== null) expect(lead.startsWith(unit ?? '')).toBe(true);
    }
  });

  test('the moment is that of the version, not of the first one', () => {
    expect(under(model.blocks, '3. Nhân lực')[0]?.source).toBe('Hải Phòng, BC-HPG-DDDD4444, 08:00 ngày 26/10/2025');
  });

  test('a version that waits to be identified is quoted nowhere', () => {
    expect(statements(model.blocks).some(({ source }) => source.includes('FFFF6666'))).toBe(false);
  });
});

describe('the appendix', () => {
  const [tracking, verdicts] = model.appendix.tables;
  test('has a row for each unit and a column for each item', () => {
    expect(tracking?.rows.map((row) => row[1])).toEqual(citySeeds.map(({ shortName }) => shortName));
    expect(verdicts?.header.slice(1)).toEqual(ITEMS.map((item) => `Mục ${item}`));
  });

  test('tells the register’s own words', () => {
    expect(tracking?.rows[1]).toEqual([
      '2',
      'TP. Hồ Chí Minh',
      'Đề nghị bổ sung',
      'Đúng hạn',
      '24/10/2025',
      '09:05 ngày 24/10/2025',
      '–',
      '1.1 Thiếu; 1.5 Cần làm rõ',
    ]);
    expect(verdicts?.rows[1]?.slice(0, 3)).toEqual(['TP. Hồ Chí Minh', 'Thiếu', 'Đủ']);
    expect(verdicts?.rows[4]?.slice(0, 2)).toEqual(['Cần Thơ', 'Chưa gửi']);
  });
});

test('what a report says after the lock is named, not quoted', () => {
  const input = anInput();
  const late = aReport('BC-CTO-9', '2025-11-29 10:00');
  const statuses = input.statuses.map((one) => (one.unit.code === 'CTO' ? { ...one, afterLock: [late] } : one));
  const told = linesUnder('1.1. ', planSynthesis({ ...input, statuses }));
  expect(told.at(-1)).toContain('báo cáo BC-CTO-9 gửi sau khi khóa, chờ chấp nhận');
});
