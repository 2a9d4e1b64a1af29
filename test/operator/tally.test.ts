import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import { run } from '../../src/operator/run.ts';

const example = (name: string) => join(projectRoot(), 'examples', name);
const tally = (...files: string[]) =>
  run(['tally', ...files], () => {
    throw new Error('no settings are needed');
  });

test('a table and facts are counted without a database, as JSON', async () => {
  const { code, lines } = await tally(example('bang-diem-mau.json'), example('so-lieu-mau.json'));
  expect(code).toBe(0);
  const told = JSON.parse(lines.join('\n'));
  expect(told).toMatchObject({ provisional: true, problems: [], stage: 'verified' });
  expect(told.units[0]).toMatchObject({ id: 'ha-long', points: 90.56, max: 100, rank: 2 });
  expect(told.units[0].criteria[0].children[0]).toMatchObject({
    no: '1',
    points: 14,
    rule: { id: 'relative_to_leader', version: 1 },
    because: ['Kết quả 120, chỉ tiêu 100: 14 điểm.', 'Dẫn đầu: Xã Đông Sơn (150/100).'],
  });
  expect(told.units[3]).toMatchObject({
    rank: null,
    percent: 100,
    knockouts: ['Không xét: VI. Để xảy ra việc không được xét thi đua'],
  });
});

test('a file that cannot be counted is refused by name and place', async () => {
  const table = example('bang-diem-mau.json');
  expect((await tally(table, table)).code).toBe(1);
  const wrong = await tally(example('so-lieu-mau.json'), table);
  expect(wrong.code).toBe(1);
  expect(wrong.lines[0]).toMatch(/so-lieu-mau\.json có \d+ chỗ cần sửa:$/);
  expect(wrong.lines).toContain('- name: chưa ghi. Đây là mục bắt buộc.');
  expect((await tally(table, example('khong-co.json'))).lines[0]).toMatch(/^Không thấy tệp /);
  expect((await tally(table)).code).toBe(2);
});
