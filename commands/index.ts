import { banGiao } from './ban-giao.ts';
import { bangDiem } from './bang-diem.ts';
import { baoCao } from './bao-cao.ts';
import { batDau } from './bat-dau.ts';
import { binhXet } from './binh-xet.ts';
import { boNhom } from './bo-nhom.ts';
import { boPhieu } from './bo-phieu.ts';
import { caiDat } from './cai-dat.ts';
import { chamDiem } from './cham-diem.ts';
import { chiTieu } from './chi-tieu.ts';
import type { Command } from './command.ts';
import { congBo } from './cong-bo.ts';
import { dangKy } from './dang-ky.ts';
import { diem } from './diem.ts';
import { dienHinh } from './dien-hinh.ts';
import { doiHan } from './doi-han.ts';
import { donVi } from './don-vi.ts';
import { dotThiDua } from './dot-thi-dua.ts';
import { duLieuCuaToi } from './du-lieu-cua-toi.ts';
import { ganNhom } from './gan-nhom.ts';
import { ghiNhan } from './ghi-nhan.ts';
import { giaHan } from './gia-han.ts';
import { giaiDoan } from './giai-doan.ts';
import { giaiTrinh } from './giai-trinh.ts';
import { giaoThamDinh } from './giao-tham-dinh.ts';
import { han } from './han.ts';
import { hoanTac } from './hoan-tac.ts';
import { hop } from './hop.ts';
import { huy } from './huy.ts';
import { huyHan } from './huy-han.ts';
import { keHoach } from './ke-hoach.ts';
import { khenThuong } from './khen-thuong.ts';
import { khongXet } from './khong-xet.ts';
import { kiemPhieu } from './kiem-phieu.ts';
import { kienNghi } from './kien-nghi.ts';
import { lich } from './lich.ts';
import { lienKet } from './lien-ket.ts';
import { moi } from './moi.ts';
import { napKeHoach } from './nap-ke-hoach.ts';
import { ngayNghi } from './ngay-nghi.ts';
import { nhac } from './nhac.ts';
import { nhatKy } from './nhat-ky.ts';
import { nopBaoCao } from './nop-bao-cao.ts';
import { phanAnh } from './phan-anh.ts';
import { phanHang } from './phan-hang.ts';
import { rutBaoCao } from './rut-bao-cao.ts';
import { sangKien } from './sang-kien.ts';
import { thamDinh } from './tham-dinh.ts';
import { thanhVien } from './thanh-vien.ts';
import { themHan } from './them-han.ts';
import { thietLap } from './thiet-lap.ts';
import { thongBao } from './thong-bao.ts';
import { tienDo } from './tien-do.ts';
import { toi } from './toi.ts';
import { tongHop } from './tong-hop.ts';
import { tongHopNop } from './tong-hop-nop.ts';
import { traLai } from './tra-lai.ts';
import { troGiup } from './tro-giup.ts';
import { vanBan } from './van-ban.ts';
import { vangMat } from './vang-mat.ts';
import { viSao } from './vi-sao.ts';
import { xepHang } from './xep-hang.ts';
import { xoaDuLieu } from './xoa-du-lieu.ts';

/** Every command there is, in the order of menu and help. */
export const commands: readonly Command[] = [
  han,
  nopBaoCao,
  tienDo,
  baoCao,
  chamDiem,
  diem,
  thongBao,
  phanAnh,
  vanBan,
  hop,
  khenThuong,
  binhXet,
  boPhieu,
  kiemPhieu,
  viSao,
  xepHang,
  giaiTrinh,
  thamDinh,
  kienNghi,
  tongHop,
  toi,
  keHoach,
  giaiDoan,
  chiTieu,
  sangKien,
  dienHinh,
  dotThiDua,
  dangKy,
  lich,
  ghiNhan,
  traLai,
  rutBaoCao,
  tongHopNop,
  congBo,
  giaoThamDinh,
  khongXet,
  phanHang,
  moi,
  thanhVien,
  donVi,
  banGiao,
  ganNhom,
  boNhom,
  lienKet,
  thietLap,
  napKeHoach,
  bangDiem,
  themHan,
  doiHan,
  giaHan,
  huyHan,
  hoanTac,
  nhac,
  vangMat,
  ngayNghi,
  caiDat,
  nhatKy,
  duLieuCuaToi,
  xoaDuLieu,
  huy,
  troGiup(() => commands),
  batDau,
];
