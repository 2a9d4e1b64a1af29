import type { BlocSheet } from '../core/bloc-sheet.ts';
import type { Line } from '../core/message.ts';
import { blocWords } from './bloc-words.ts';
import { fieldLabel, levelName } from './setup.ts';

/** What is said of the facts of a bloc that stands, and of changing them. */

type EditField = 'name' | 'label' | 'year' | 'council' | 'level' | 'area';

const editLabel: Record<EditField, string> = { ...fieldLabel, label: 'Cách gọi' };

export const sheetText = {
  sheet: (sheet: BlocSheet): Line[] => [
    [{ bold: 'Thông tin của khối' }],
    ['1. Tên: ', { bold: sheet.name }],
    [`2. Cách gọi: ${sheet.label} (${blocWords(sheet.label).role.lead})`],
    [`3. Năm thi đua: ${sheet.year}`],
    [`4. Hội đồng: ${sheet.councilName}`],
    [`5. Cấp: ${levelName[sheet.level]}`],
    [`6. Địa bàn: ${sheet.area}`],
    [
      'Đổi mục nào thì chọn mục đó. Đơn vị: ',
      { code: '/don_vi' },
      ', người: ',
      { code: '/thanh_vien' },
      ', nhóm chat: ',
      { code: '/gan_nhom' },
      '.',
    ],
  ],
  editChoice: (no: number, field: EditField): string => `${no}. ${editLabel[field]}`,
  newValue: (field: EditField, sheet: BlocSheet): Line[] => [
    [`${editLabel[field]} hiện nay: ${editValue(field, sheet)}.`],
    [{ bold: field === 'level' || field === 'label' ? 'Chọn giá trị mới.' : 'Gõ nội dung mới.' }],
  ],
  labelChoice: (label: 'khối' | 'cụm'): string => `${blocWords(label).Bloc} – ${blocWords(label).role.lead}`,
  yearHolds: (): Line => [
    'Năm thi đua này đã có báo cáo nộp nên không đổi được năm. Sang năm mới, khối sẽ mở đợt thi đua mới.',
  ],
  unchanged: (): Line => ['Nội dung mới giống nội dung hiện nay, chưa có gì thay đổi.'],
  confirm: (field: EditField, before: BlocSheet, after: BlocSheet): Line[] => [
    [{ bold: `Đổi ${editLabel[field].toLowerCase()}` }],
    [`Hiện nay: ${editValue(field, before)}`],
    ['Đổi thành: ', { bold: editValue(field, after) }],
    [field === 'year' ? 'Các hạn đã có giữ nguyên ngày.' : 'Các hạn và báo cáo đã nộp không bị ảnh hưởng.'],
  ],
  go: (): string => 'Thực hiện',
  drop: (): string => 'Bỏ',
  changed: (sheet: BlocSheet): Line[] => [[`Đã ghi nhận thay đổi của ${sheet.name}.`]],
  renamed: (before: string, after: string): Line[] => [
    [`${before} nay có tên: `, { bold: after }, '. Các hạn và báo cáo đã nộp giữ nguyên.'],
  ],
  dropped: (): Line[] => [['Đã bỏ, chưa có gì thay đổi.']],
};

function editValue(field: EditField, sheet: BlocSheet): string {
  switch (field) {
    case 'name':
      return sheet.name;
    case 'label':
      return sheet.label;
    case 'year':
      return String(sheet.year);
    case 'council':
      return sheet.councilName;
    case 'level':
      return levelName[sheet.level];
    case 'area':
      return sheet.area;
  }
}
