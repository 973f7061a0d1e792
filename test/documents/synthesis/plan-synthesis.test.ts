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
      `Đến 10:15 ngày 27/10/2025, đã nhận 0${received}/0${expected} báo cáo (${percent(received, expected)}), trong đó 0${onTime} báo cáo gửi đúng hạn, 0${received - onTime} báo cáo gửi sau thời hạn; 0${complete} báo cáo đủ nội dung, 0${toSupplement} báo cáo cần bổ sung, làm rõ; 0${expected - received} đơn vị chưa gửi báo cáo, đều đã quá thời hạn.`,
    );
    expect([received, expected, onTime, overdue]).toEqual([4, 6, 3, 2]);
  });

  test('gives the four counts of the Government Office', () => {
    const { tasks, timing } = anInput();
    const { doneOnTime, doneLate, openInTime, openOverdue } = fourCounts(tasks, timing.now);
    const told = linesUnder('I. Tình hình chung').at(-1) ?? '';
    const both = (a: number, b: number) => (a > 0 && b > 0 ? [a + b, a, b] : a + b > 0 ? [a + b] : []);
    expect([...told.matchAll(/\d+/g)].map(Number)).toEqual([
      ...both(doneOnTime, doneLate),
      ...both(openInTime, openOverdue),
    ]);
    expect(told).not.toMatch(/(?<!\d)00?(?!\d)/);
    expect(openOverdue).toBeGreaterThan(0);
  });

  test('names who filed, who was late, who is missing and why', () => {
    expect(linesUnder('I. Tình hình chung')).toEqual(
      expect.arrayContaining([
        'Gửi đúng hạn (03): Hà Nội, TP. Hồ Chí Minh, Hải Phòng.',
        'Chưa gửi (02): Cần Thơ (quá hạn 01 ngày làm việc); Huế (quá hạn 01 ngày làm việc; báo cáo BC-CXM-FFFF6666 chờ xác minh đơn vị).',
        'Đã nhận văn bản chính thức (01): Hà Nội (số 345/BC-UBND ngày 23/10/2025).',
      ]),
    );
  });

  test('is headed by its bases: what the outline is about and the letter that asked', () => {
    expect(model.bases).toBe(
      'Thực hiện Thông báo số 382/TB-VPCP ngày 23/07/2025, Thông báo số 45-TB/TGV ngày 30/09/2025, Bộ Xây dựng đã có Công văn số 12112/BXD-PTĐT ngày 23/10/2025 đề nghị các đơn vị báo cáo. Bộ Xây dựng tổng hợp kết quả như sau:',
    );
  });

  test('of an outline that cites nothing the letter alone is the base', () => {
    const input = anInput();
    const outline = input.outline.map((question) => ({ ...question, heading: 'Nguồn lực' }));
    expect(planSynthesis({ ...input, outline }).bases).toBe(
      'Thực hiện Công văn số 12112/BXD-PTĐT ngày 23/10/2025 của Bộ Xây dựng, Bộ Xây dựng tổng hợp kết quả như sau:',
    );
  });

  test('says who was asked and both deadlines', () => {
    expect(linesUnder('I. Tình hình chung')[0]).toMatch(
      /^06 thành phố .*“trước ngày 24\/10\/2025” \(hết ngày 23\/10\/2025\), đã được điều chỉnh đến hết ngày 24\/10\/2025\.$/,
    );
  });

  test('tells nobody of what there is none of', () => {
    for (const sent of [[], story])
      expect(linesUnder('I. Tình hình chung', synthesis(sent)).join(' ')).not.toMatch(/(?<![\d/:.])00(?![\d/:])[^/]/);
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

  test('keeps every line of the valid content, in II or where II points; days in one form', () => {
    const { statuses, texts } = anInput();
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/\b0?(\d{1,2})\/0?(\d{1,2})\/(\d{4})/g, '$1/$2/$3')
        .replaceAll(/[\s.;]+/g, ' ');
    const told = plain(
      statements(model.blocks)
        .map(({ text }) => text)
        .join('\n'),
    );
    for (const { unit, version } of story.filter(({ pending }) => !pending)) {
      const valid = statuses.find((status) => status.unit.code === unit)?.items.flatMap((one) => one.versions) ?? [];
      if (!valid.includes(version)) continue;
      for (const [question, text] of texts.get(version) ?? []) {
        if (question.endsWith('ngay') || question.endsWith('du-kien') || question.endsWith('khong-co')) continue;
        for (const line of text.split('\n')) {
          const [, label, rest] = /^([^:]{2,40}): (.+)$/.exec(line) ?? [];
          expect(told).toContain(plain(question.startsWith('1.4') && label ? (rest ?? '') : line).trim());
        }
      }
    }
    expect(
      statements(model.blocks)
        .map(({ text }) => text)
        .join(' '),
    ).not.toMatch(/(?<![\d/])\d\/\d{1,2}\/20|\/\d\/20/);
  });

  test('says once what several say, with who', () => {
    const told = linesUnder('1.2. ');
    expect(told[0]).toMatch(
      /^03\/06 thành phố cùng nêu \(Hà Nội, TP\. Hồ Chí Minh, Hải Phòng\): Thực hiện theo Công văn/,
    );
    expect(told.filter((line) => line.includes('Thực hiện theo Công văn'))).toHaveLength(1);
    expect(under(model.blocks, '1.2. ')[0]?.notes).toHaveLength(3);
  });

  test('tells dates of the form as people write them', () => {
    expect(linesUnder('1.3. ')).toContain(
      '03/06 thành phố cùng nêu (Hà Nội, TP. Hồ Chí Minh, Đà Nẵng): Đã ban hành; số 88/KH-UBND ngày 30/07/2025.',
    );
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
    const told = under(synthesis([...story, later]).blocks, '1.3. ').filter(({ notes }) =>
      notes[0]?.includes('Hải Phòng'),
    );
    expect(told.map(({ text, notes }) => `${text} ${notes[0]?.split(', ')[1]}`)).toEqual([
      'Đang dự thảo. mã BC-HPG-CCCC3333',
      'dự kiến ngày 15/12/2025. mã BC-HPG-2',
      'lý do: Đang lấy ý kiến các sở, ngành; mức độ hoàn thành khoảng 60%. mã BC-HPG-CCCC3333',
    ]);
  });

  test('counts states that units choose', () => {
    expect(linesUnder('1.3. ')[0]).toBe(
      'Đã ban hành: 03/06 thành phố (Hà Nội, TP. Hồ Chí Minh, Đà Nẵng); Đang dự thảo: 01/06 thành phố (Hải Phòng).',
    );
  });

  test('says what is lacking in the words the city was told, beside what the city wrote', () => {
    const told = linesUnder('1.1. ');
    expect(told).toContain('TP. Hồ Chí Minh: Đang cập nhật.');
    expect(told.find((line) => /^Nội dung cần bổ sung, làm rõ: TP\. Hồ Chí Minh \(.+\)\.$/.test(line))).toBeDefined();
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
    const told = under(synthesis(twice).blocks, '3. Các nội dung khác').find(({ lead }) => lead === 'Đà Nẵng');
    expect(told?.text).toBe('Không xin ý kiến nữa.');
    expect(told?.notes.at(-1)).toMatch(/^Hai báo cáo BC-DNG-OTHER và BC-DNG-EEEE nêu khác nhau/);
  });

  test('a unit outside section 2 is named as outside', () => {
    expect(linesUnder('2.1. ').at(-1)).toBe('Không thuộc diện báo cáo mục này: Hải Phòng, Cần Thơ, Huế.');
  });

  test('what a unit outside section 2 writes there all the same is not hidden', () => {
    const odd = story.map((one) =>
      one.version === 'BC-HPG-CCCC3333' ? { ...one, answers: { ...one.answers, '2.1': 'Nhiệm vụ A: 40%.' } } : one,
    );
    expect(linesUnder('2.1. ', synthesis(odd))).toEqual(
      expect.arrayContaining([
        'Hải Phòng: Nhiệm vụ A: 40%.',
        'Không thuộc diện báo cáo mục này nhưng có nêu nội dung: Hải Phòng.',
      ]),
    );
  });
});

describe('parts III and IV', () => {
  test('a list takes the place of an earlier "không có"', () => {
    const told = linesUnder('3. Nhân lực');
    expect(told).toEqual([
      'Hải Phòng: Cán bộ chuyên trách về đô thị thông minh cấp phường còn thiếu, chưa được đào tạo.',
    ]);
    expect(linesUnder('III. ').join()).not.toContain('Hải Phòng');
  });

  test('who says that there is none is named', () => {
    expect(linesUnder('IV. ')).toContain(
      'Các thành phố báo cáo không có đề xuất, kiến nghị: Hải Phòng (mục 1.5), Hà Nội (mục 2.3), TP. Hồ Chí Minh (mục 2.3).',
    );
  });

  test('who ticks "không có" beside a list has said something', () => {
    const both = story.map((one) =>
      one.unit === 'HNI' ? { ...one, answers: { ...one.answers, '1.4-khong-co': 'Không có' } } : one,
    );
    expect(linesUnder('III. ', synthesis(both)).join()).not.toContain('Hà Nội (mục 1.4)');
    expect(linesUnder('1.4. ', synthesis(both))[0]).toMatch(
      /^04\/06 thành phố nêu khó khăn, vướng mắc \(Hà Nội, .*được tổng hợp tại phần III\.$/,
    );
  });

  test('proposals stand under the body they ask; one that asks nobody says so', () => {
    expect(linesUnder('1. Bộ Xây dựng')[0]).toMatch(
      /^02\/06 thành phố cùng nêu \(Hà Nội, Đà Nẵng\): Đề nghị Bộ Xây dựng sớm/,
    );
    expect(linesUnder('2. Bộ Tài chính')).toHaveLength(1);
    expect(linesUnder('3. Chưa nêu rõ cơ quan xử lý')).toEqual([
      'TP. Hồ Chí Minh: Hạ tầng cần được quan tâm đầu tư đồng bộ hơn nữa.',
    ]);
  });

  test('nothing sent leaves no group, and says so', () => {
    const empty = synthesis([]);
    expect(linesUnder('III. ', empty)).toEqual(['Chưa nhận được nội dung khó khăn, vướng mắc nào từ các thành phố.']);
  });
});

describe('notes', () => {
  test('every paragraph of a unit’s words has one for each unit that says it; what the register tells has none', () => {
    const { statuses } = anInput();
    const versions = new Map(
      statuses.flatMap(({ unit, versions: own }) => own.map((one) => [one.version, unit] as const)),
    );
    const quoting = statements(model.blocks).filter(({ renders }) => renders.length > 0);
    expect(quoting.length).toBeGreaterThan(10);
    for (const { notes } of quoting) {
      for (const note of notes) {
        const [, unit, version = ''] =
          /^Báo cáo của (.+), mã (BC-[\w-]+), gửi \d{2}:\d{2} ngày \d{2}\/\d{2}\/\d{4}(?:, mục [\d.]+)?\.$/.exec(
            note,
          ) ?? [];
        expect(versions.get(version)?.shortName, note).toBe(unit);
      }
    }
    const noted = statements(model.blocks).filter(({ renders, notes }) => renders.length === 0 && notes.length > 0);
    expect(noted.map(({ notes }) => notes.join())).toEqual([
      expect.stringContaining('đề nghị người soạn thảo rà soát lại'),
      expect.stringContaining('đề nghị người soạn thảo rà soát lại'),
    ]);
  });

  test('paragraphs of one version that follow each other bear it once, where they end', () => {
    const [first, second] = under(model.blocks, '1.1. ').filter(({ renders }) =>
      renders.some(({ place }) => place === '1.1/HNI'),
    );
    expect(first?.notes.length).toBeGreaterThan(0);
    expect(second?.text).toMatch(/^Việc rà soát hoàn thành/);
  });

  test('the moment is that of the version, not of the first one', () => {
    expect(under(model.blocks, '3. Nhân lực')[0]?.notes).toEqual([
      'Báo cáo của Hải Phòng, mã BC-HPG-DDDD4444, gửi 08:00 ngày 26/10/2025, mục 1.4.',
    ]);
  });

  test('a version that waits to be identified is quoted nowhere', () => {
    expect(statements(model.blocks).some(({ notes }) => notes.join().includes('FFFF6666'))).toBe(false);
  });

  test('nothing in the words of the report comes from the machine', () => {
    const told = statements(model.blocks).map(words).join('\n');
    expect(told).not.toMatch(/Sổ theo dõi|BC-(?!CXM)[A-Z]{3}-|Kết quả kiểm tra|\[/);
  });
});

describe('a sheet for each body that has to act', () => {
  const [, ...sheets] = model.annexes;

  test('holds what is asked of it, with who asks, and room for its answer', () => {
    expect(sheets.map(({ title }) => title)).toEqual([
      'Nội dung gửi Bộ Xây dựng xem xét, xử lý',
      'Nội dung gửi Bộ Tài chính xem xét, xử lý',
    ]);
    const [table] = sheets[1]?.tables ?? [];
    expect(table?.header).toEqual(['TT', 'Nội dung', 'Đơn vị nêu', 'Ý kiến xử lý']);
    expect(table?.rows).toEqual([
      ['1', 'Đề nghị Bộ Tài chính hướng dẫn nguồn chi thường xuyên cho thuê dịch vụ.', 'Hà Nội, Đà Nẵng', ''],
    ]);
  });

  test('a difficulty is on the sheet of the body that its unit says has to settle it', () => {
    const named = story.map((one) =>
      one.unit === 'HNI'
        ? { ...one, answers: { ...one.answers, '1.4': 'Chưa có biên chế (thẩm quyền: Bộ Nội vụ).' } }
        : one,
    );
    const annex = synthesis(named).annexes.find(({ title }) => title.includes('Bộ Nội vụ'));
    expect(annex?.tables.map(({ caption }) => caption)).toEqual(['Khó khăn, vướng mắc thuộc thẩm quyền xử lý']);
  });
});

describe('the appendix', () => {
  const [tracking, verdicts] = model.annexes[0]?.tables ?? [];
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
