import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secrecyMarking } from '../../src/text/secrecy.ts';

const marked: [string, string][] = [
  // Headers.
  ['MẬT', 'MẬT'],
  ['M Ậ T', 'MẬT'],
  ['M  Ậ  T', 'MẬT'],
  ['M Ậ  T', 'MẬT'],
  ['T Ố  I M  Ậ T', 'TỐI MẬT'],
  ['Số: 12/BC-UBND   M Ậ T', 'MẬT'],
  ['Bản số 2, T Ố I  M Ậ T, ngày 02/6', 'TỐI MẬT'],
  ['MẬT - Nhà văn hóa xã', 'MẬT'],
  ['TỐI  MẬT', 'TỐI MẬT'],
  ['T Ố I  M Ậ T', 'TỐI MẬT'],
  ['T Ố I M Ậ T', 'TỐI MẬT'],
  ['T U Y Ệ T   M Ậ T', 'TUYỆT MẬT'],
  ['Tuyệt mật', 'TUYỆT MẬT'],
  ['UBND TỈNH A\nTUYỆT MẬT\nSố: 12/BC-UBND', 'TUYỆT MẬT'],
  ['Số: 12/BC-UBND (MẬT)', 'MẬT'],
  ['Số: 15-BC/TU\tM Ậ T\tHà Nội', 'MẬT'],
  ['** MẬT **', 'MẬT'],
  ['Độ mật: Mật', 'MẬT'],
  ['độ mật: tối mật', 'TỐI MẬT'],
  ['ĐỘ MẬT: TUYỆT MẬT', 'TUYỆT MẬT'],
  ['Do mat: Toi mat', 'TỐI MẬT'],
  ['MẬT\nTỐI MẬT', 'TỐI MẬT'],
  ['BÁO CÁO MẬT VỀ TÌNH HÌNH QUÝ III', 'MẬT'],
  // Captions.
  ['Gửi các đồng chí báo cáo MẬT quý III', 'MẬT'],
  ['Gui cac dong chi cong van MAT so 12', 'MẬT'],
  ['BAO CAO MAT', 'MẬT'],
  ['mật', 'MẬT'],
  ['MAT', 'MẬT'],
  ['bản TỐI-MẬT', 'TỐI MẬT'],
  ['/du_lieu_cua_toi MẬT', 'MẬT'],
  ['báo cáo của toi M Ậ T', 'MẬT'],
  ['van ban Tối MẬT', 'TỐI MẬT'],
  // Named with a number.
  ['"Tuyệt mật" 5/BC-KT ngày 11/6/2026', 'TUYỆT MẬT'],
  ['“tối mật” số 12/CV-UBND', 'TỐI MẬT'],
  ['Báo cáo mật, số 5/BC-KT ngày 11/6/2026', 'MẬT'],
  ['Em nộp công văn tối mật số 7/CV', 'TỐI MẬT'],
  ['Mật 5/BC-KT ngày 11/6', 'MẬT'],
  // File names.
  ['Cong van (MAT).pdf', 'MẬT'],
  ['[MẬT] báo cáo.docx', 'MẬT'],
  ['Cong van (mat).pdf', 'MẬT'],
  ['Báo cáo ((MẬT)).pdf', 'MẬT'],
  ['[mật] báo cáo.docx', 'MẬT'],
  ['Báo cáo (Tối mật) - bản cuối.docx', 'TỐI MẬT'],
  ['Mật - Báo cáo quý III.docx', 'MẬT'],
  ['MAT - BAO CAO.pdf', 'MẬT'],
  ['Báo cáo mật.docx', 'MẬT'],
  ['bao_cao_MAT.pdf', 'MẬT'],
  ['bao_cao_mat.pdf', 'MẬT'],
  ['bao_cao_TUYET_MAT.pdf', 'TUYỆT MẬT'],
  ['bao-cao-tuyet-mat.pdf', 'TUYỆT MẬT'],
  ['bao_cao_toi_mat.signed.pdf', 'TỐI MẬT'],
  ['A4-TUYỆTMẬT', 'TUYỆT MẬT'],
  ['BaoCaoTuyetMat.docx', 'TUYỆT MẬT'],
  ['CongVanMat.docx', 'MẬT'],
  ['BAO_CAO_MAT_2026.pdf', 'MẬT'],
  ['mật_bc.docx', 'MẬT'],
  ['bc_mật_q3.docx', 'MẬT'],
  ['KH-02.MẬT.pdf', 'MẬT'],
];

/** Our own sentences around the words that look alike. */
const ordinary = [
  'bảo mật',
  'bí mật kinh doanh',
  'Báo cáo bảo mật, số 5/BC-KT',
  'Báo cáo mật độ dân số, số 5/BC-TYT ngày 11/6',
  'Kế hoạch bảo vệ bí mật nhà nước số 15/KH-UBND',
  'Bí mật kinh doanh, số 5/BC-KT',
  'Mật ong 5/6 thu 20 lít',
  'bí mật nhà nước',
  'mật độ',
  'mật khẩu',
  'Đảm bảo an ninh mật mã',
  'MẬT ĐỘ DÂN SỐ',
  'CÔNG TÁC BẢO MẬT',
  'C Ô N G  T Á C  B Ả O  M Ậ T',
  'B Ả O M Ậ T',
  'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'TẬP HUẤN BẢO VỆ BÍ\nMẬT NHÀ NƯỚC NĂM 2026',
  'NÂNG CAO NHẬN THỨC VỀ BẢO\nMẬT',
  'rút mật ong',
  'MẬT ONG RỪNG TÂY BẮC',
  'mật thiết',
  'QUAN HỆ MẬT THIẾT, THÂN MẬT',
  'mat khau',
  'MAT KHAU',
  'Format',
  'FORMAT.docx',
  'ĐỘ MẬT',
  'XÁC ĐỊNH ĐỘ MẬT CỦA VĂN BẢN',
  'Độ mật: Không',
  'Độ mật: Thường',
  'Danh mục các độ Mật, Tối mật, Tuyệt mật do Thủ tướng ban hành',
  'Đề nghị không gửi tài liệu mật, văn bản tối mật qua nhóm',
  'Hệ thống không tiếp nhận tài liệu có độ mật; tệp chưa được lưu.',
  'Văn bản ĐÃ GIẢI MẬT',
  'LỘ, LỌT BÍ MẬT',
  'do mat mat tai san',
  'do mất mát tài sản',
  'MẶT TRẬN TỔ QUỐC',
  'MAT TRAN TO QUOC',
  'UB MAT TRAN To quoc xa',
  'LỄ RA MẮT',
  'LE RA MAT',
  'GẶP MẶT ĐẦU XUÂN',
  'MẤT ĐOÀN KẾT NỘI BỘ',
  'MAT DOAN KET NOI BO',
  'mat',
  'Mat',
  'toi mat the roi',
  'tối mát trời',
  'Đồng chí Mai (vắng mặt)',
  'thuật ngữ mật',
  'mật (thu hoạch tháng 4)',
  'Chu de: MAT GOC DI SAN',
  'Doi bong SAO MAT',
  // File names.
  'Báo cáo bảo mật.docx',
  'bao_cao_bao_mat.pdf',
  'BaoCaoBaoMat.docx',
  'BAO_CAO_MAT_TRAN.pdf',
  'mat_tran_to_quoc.pdf',
  'ke_hoach_ra_mat.pdf',
  'Le ra mat CLB.docx',
  'danh_sach_vang_mat.xlsx',
  'toi_mat_the.jpg',
  'Cong tac bao ve bi mat nha nuoc.pdf',
  'Doi mat khau.docx',
  'mat.png',
  'Mật độ dân số.xlsx',
  'material.pdf',
  'Số lượng mật thu hoạch.xlsx',
];

describe('an official marking is found', () => {
  it.each(marked)('%j → %s', (text, level) => {
    expect(secrecyMarking(text)).toBe(level);
    expect(secrecyMarking(text.normalize('NFD'))).toBe(level);
  });

  it('anywhere in a header of ordinary lines, with invisible signs between', () => {
    const line = fc.constantFrom(...ordinary.filter(text => !text.includes('\n')));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 5 }), (before, after) => {
        // A line that ends in half a word takes the next one with it.
        const lines = [...before, '', 'M\u200bẬT', ...after];
        expect(secrecyMarking(lines.join('\n'))).toBe('MẬT');
      }),
    );
  });
});

describe('talk of secrecy is no marking', () => {
  it.each(ordinary)('%j', text => {
    expect(secrecyMarking(text)).toBeNull();
    expect(secrecyMarking(text.normalize('NFD'))).toBeNull();
  });
});

const PLANS = new URL('../../../shared/plans/', import.meta.url);
describe.skipIf(!existsSync(PLANS))('the five plans', () => {
  const plans = existsSync(PLANS) ? readdirSync(PLANS).filter(name => name.endsWith('.txt')) : [];
  it.each(plans)('%s has no marking, as a whole and line by line', name => {
    const text = readFileSync(new URL(name, PLANS), 'utf8');
    const lines = text.split('\n');
    const asShouted = lines.map(line => line.toUpperCase());
    expect([text, ...lines, ...asShouted].filter(one => secrecyMarking(one) !== null)).toEqual([]);
  });
});
