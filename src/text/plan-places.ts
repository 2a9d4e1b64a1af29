import { fold } from './fold.ts';

/** The provinces and centrally run cities since 01/7/2025. */
const CITIES = ['Hà Nội', 'Hải Phòng', 'Huế', 'Đà Nẵng', 'Cần Thơ', 'Hồ Chí Minh'];
const PROVINCES = [
  ...['Tuyên Quang', 'Lào Cai', 'Lai Châu', 'Điện Biên', 'Sơn La', 'Lạng Sơn', 'Quảng Ninh', 'Thanh Hóa'],
  ...['Nghệ An', 'Hà Tĩnh', 'Cao Bằng', 'Thái Nguyên', 'Phú Thọ', 'Bắc Ninh', 'Hưng Yên', 'Ninh Bình'],
  ...['Quảng Trị', 'Quảng Ngãi', 'Gia Lai', 'Khánh Hòa', 'Lâm Đồng', 'Đắk Lắk', 'Đồng Nai', 'Tây Ninh'],
  ...['Đồng Tháp', 'Vĩnh Long', 'Cà Mau', 'An Giang'],
];

const byFold = new Map<string, string>([
  ...CITIES.map(name => [fold(name), `thành phố ${name}`] as const),
  ...PROVINCES.map(name => [fold(name), `tỉnh ${name}`] as const),
]);

/** `Bắc Ninh` → `tỉnh Bắc Ninh`; null for what is no province. */
export const provinceNamed = (name: string): string | null => byFold.get(fold(name)) ?? null;

interface AreaHead {
  name: string;
  kind: 'province' | 'commune';
}

const PROVINCE_HEADS: Record<string, string> = { tinh: 'tỉnh', 'thanh pho': 'thành phố', tp: 'thành phố' };
const COMMUNE_HEADS: Record<string, string> = { xa: 'xã', phuong: 'phường', 'dac khu': 'đặc khu' };

/** `tp.` → `thành phố`; of folded words. */
export function areaHead(folded: string): AreaHead {
  const bare = folded.replace('.', '');
  const province = PROVINCE_HEADS[bare];
  return province
    ? { name: province, kind: 'province' }
    : { name: COMMUNE_HEADS[bare] ?? bare, kind: 'commune' };
}

/** `xã Hà Bắc` → `Hà Bắc`. */
export const placeOf = (area: string): string => area.replace(/^(?:tỉnh|thành phố|xã|phường|đặc khu) /u, '');
