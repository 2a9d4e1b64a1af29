/** What plans count, folded; longer words before the shorter ones that begin alike. */
export const COUNTED = [
  'bai giang(?: dien tu)?|bai bao|mo hinh|sang kien|giai phap|de tai|cong trinh|phan viec|dien hinh(?: tien tien)?|tap the|ca nhan|san pham',
  'viec lam|cach lam|tin bai|tin, bai|bai viet|bai|chuyen de|hoat dong|lop|nguoi|ho so|ho|dang vien|doan vien',
  'hoi vien|doanh nghiep|hop tac xa|to hop tac|san pham ocop|cong viec|du an|km|ha|m[2\u00b2]|m[3\u00b3]|ty dong|trieu dong|nghin dong',
  'dong chi|dong bao|dong doi|dong|ty usd|trieu usd|usd|tan|ta|tieu chi|thu tuc(?: hanh chinh)?|dich vu cong|diem cau|diem',
  'luot(?: (?:nguoi benh|benh nhan|nguoi|khach|kham|ho|hoi vien|doan vien|can bo|hoc sinh|truy cap))?|khach(?: hang)?',
  'giuong benh|buoi|cuoc|dot|lan|gian|nha|can nha|can ho|can|suat qua|suat hoc bong|suat|phan qua|don vi mau|cay(?: xanh)?|xa|phuong',
  'thon|to dan pho|khu dan cu|khu pho|truong|hoc sinh|sinh vien|hoc vien|tre em|giai(?: thuong)?|bac si|bac|phong trao|cong chuc',
  'can bo|vien chuc|giao vien|nhan vien|chien si|quan nhan|co so|don vi|cua hang|khu|cum|che|loai|bang khen|giay khen',
  'co thi dua|guong|kwh|mw|lao dong|vu(?: viec| an)?|thanh vien|dan|can nguoi|to chuc dang|to chuc|chi bo|chi hoi|chi doan',
  'quan chung(?: uu tu)?|phu nu|thanh nien|nong dan|cong nhan|nguoi lao dong|tinh nguyen vien|tuyen truyen vien',
  'cong tac vien|ky thuat|thong tu|nghi dinh|nghi quyet|quyet dinh|de an|van ban|chuong trinh|ke hoach|quy trinh|clip|video',
  'tin|phong su|chuyen muc|tuyen duong|tuyen|con duong|cau|bong den|bong|may tinh|bo may|ao am|xe dap|the bao hiem y te|the',
  'phien toa|dau sach|dau muc|bai giang(?: dien tu)?|hoi nghi|hoi dong|noi dung|nhiem vu khoa hoc|nhiem vu|linh vuc|bang sang che|cong to|hoc phan|giao trinh|tiet(?! kiem)|ngay luong|hoi thao|hoi thi|hoi dien|toa dam|nghiep doan|cong doan co so|cong doan|mai am(?: [^\\s,;.()\\d]+){0,2}?(?=[\\s,;.()]|$)|gia dinh|em|chau|con|chiec|cuon|quyen|gia suc|con giong|to tiet kiem',
  'chi nhanh|khoa|phong|so|nganh|benh vien|tram|cong ty|hoi|cau lac bo|clb|to chuyen mon|to|nhom|doi|luot',
  'ngay cong|ngay luong|ngay(?! dem| cao diem| (?:sau|truoc|ke tu|tinh tu|lam viec|dau|cuoi|hoi|thanh lap|truyen thong|\\d))|gio|phut',
  '(?:ty|trieu|nghin|ngan) (?:dong|usd|kwh|luot(?: (?:khach|nguoi|hanh khach))?|hec-ta|hecta|ha|tan|m3|m2|cay|nguoi|ban|san pham|con|lit|don vi)|ty|trieu|nghin|ngan',
  'met|lit|kg|tin chi|gb',
].join('|');

/** Behind a number these begin no name of a thing that is counted. */
const NO_THING =
  /^(?:thang|nam|quy|ngay|tuan|tuoi|khoan|dieu|va|den|trong|cua|la|hoac|tai|theo|ve|cho|voi|tro|luc|hang|cap|ben|buoc|mat|o|tu|ke|dau|cuoi|sau|truoc|moi|cung|nhu|se|da|duoc|phai|thi|khi|ma|thuoc|giai doan|noi dung|nhiem vu|linh vuc|muc|hoi nghi|ky|phien hop|ban|bo ho so|chinh|toi|de|gui|nop|dong chi|mot|hai|ba|tren|duoi|con lai|sao|thanh phan|yeu cau|nguyen tac|dieu kien|moc|khau|net|chu)(?![\p{L}])/u;
/** One syllable stands for the thing. */
const ALONE =
  /^(?:con|cai|chiec|cuon|quyen|buc|tam|ngoi|tuyen|goi|phan|chuyen|vi|ca|hom|thung|binh|giuong|may|xe|cap|doi|nhom|hat|chi|anh|tac|vuon|ao|ben|cho|trai|ve|khu|bia|cong)(?![\p{L}])/u;
/** Words that say what becomes of the thing. */
const NO_PART =
  /^(?:duoc|co|dat|la|va|cho|tai|trong|cua|tham gia|ve|tro|do|theo|voi|khong|moi|o|de|tu|den|hoac|so|thuoc|bang|nam|cap|\d)/;

/** The length of the words that a thing which is on no list is counted in: "kỹ thuật", "tình nguyện viên"; 0 for none. */
export function openUnit(folded: string): number {
  if (NO_THING.test(folded)) return 0;
  const [all = '', first = '', second = '', third = ''] =
    /^(\p{L}{2,})(?: (\p{L}+))?(?: (\p{L}+))?/u.exec(folded) ?? [];
  if (first === '') return 0;
  if (third === 'vien') return all.length;
  const alone = ALONE.test(folded) || second === '' || NO_PART.test(second);
  return alone ? first.length : first.length + 1 + second.length;
}
