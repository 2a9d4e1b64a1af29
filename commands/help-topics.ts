import type { HelpTopic } from '../src/text/help.ts';

/** What `/tro_giup` groups commands by: what one does, the most used first; what is named nowhere comes last. */
export const helpTopics: readonly { topic: HelpTopic; names: readonly string[] }[] = [
  {
    topic: 'reports',
    names: [
      'han',
      'nop_bao_cao',
      'tien_do',
      'bao_cao',
      'rut_bao_cao',
      'ghi_nhan',
      'tra_lai',
      'tong_hop_nop',
      'lich',
    ],
  },
  {
    topic: 'deadlines',
    names: [
      ...['them_han', 'doi_han', 'gia_han', 'huy_han', 'hoan_tac'],
      ...['nhac', 'vang_mat', 'ngay_nghi', 'cai_dat'],
    ],
  },
  {
    topic: 'scores',
    names: [
      ...['cham_diem', 'diem', 'vi_sao', 'xep_hang', 'giai_trinh', 'tham_dinh', 'kien_nghi'],
      ...['tong_hop', 'cong_bo', 'giao_tham_dinh', 'khong_xet', 'phan_hang', 'bang_diem'],
    ],
  },
  {
    topic: 'talk',
    names: [
      'thong_bao',
      'phan_anh',
      'van_ban',
      'binh_xet',
      'bo_phieu',
      'kiem_phieu',
      'hop',
      'khen_thuong',
      'dien_hinh',
    ],
  },
  {
    topic: 'year',
    names: ['ke_hoach', 'nap_ke_hoach', 'giai_doan', 'chi_tieu', 'sang_kien', 'dang_ky', 'dot_thi_dua'],
  },
  {
    topic: 'bloc',
    names: ['toi', 'moi', 'thanh_vien', 'don_vi', 'thiet_lap', 'gan_nhom', 'bo_nhom', 'nhat_ky'],
  },
];

/** What nearly everybody came for. */
export const mostUsed: readonly string[] = [
  ...['han', 'nop_bao_cao', 'tien_do', 'bao_cao', 'them_han', 'nhac', 'cham_diem', 'huy'],
];
