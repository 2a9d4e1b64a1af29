/** Folded: how texts lead to the list of their units, and where it ends. */
const SUBJECT = String.raw`(?:khoi|cum)(?:\s+thi\s+dua)?(?![\p{L}])|thanh\s+vien|don\s+vi\s+trong\s+khoi`;
const VERB = String.raw`(?:bao\s+gom|gom\s+co|gom|co(?=\s+\d|\s+cac\s+(?:don vi|co quan|thanh vien|chi nhanh|truong|benh vien|doanh nghiep|cong ty)[^:.;]{0,40}:))(?!\p{L})`;
const NOUN =
  'co quan, don vi|don vi|co quan|thanh vien|doanh nghiep|dau moi|to dan pho|thon|benh vien|cong ty|hop tac xa|trung tam|chi bo|xa|phuong|so|truong|phong|ban|nganh|doan the|to chuc';
export const SENTENCE = new RegExp(
  String.raw`(?:${SUBJECT})[^.;:]{0,140}?(?<!\p{L})${VERB}(?:\s+(\d{1,3})(?:\s*\([^)]{2,20}\))?)?` +
    String.raw`(?:\s+(?:cac\s+)?(?:${NOUN})(?!\p{L})(?:\s*,\s*(?:${NOUN})(?!\p{L}))*(?:\s+thanh\s+vien)?(?=\s*:|\s+(?:sau|la|cu the|nhu sau|gom|truc thuoc)(?!\p{L})))?` +
    String.raw`(?:\s+(?:sau day|sau|la|cu the|nhu sau|gom|truc thuoc)(?!\p{L}))*\s*(:)?\s*`,
  'gu',
);
export const LABEL =
  /^(?:[^:.;]{0,60}\b)?(?:cac\s+)?(?:(?:co quan, )?don vi|co quan|doanh nghiep|dia phuong)?\s*thanh\s+vien(?:\s+(?:cua\s+|trong\s+)?(?:khoi|cum)[^:.;]{0,60})?\s*(?:\(?\s*(\d{1,3})\s*[^:.;]{0,20})?:\s*/u;
/** "Các đơn vị thuộc Cụm: …" */
export const BELONGING =
  /^\s*(?:cac\s+)?(?:co quan, don vi|don vi|co quan|thanh vien)\s+(?:thuoc|trong|cua)\s+(?:khoi|cum)[^:.;]{0,60}()\s*:\s*/;
/** "Trưởng khối: A; Phó Trưởng khối: B; các thành viên: C, D". */
export const REST = /;\s*(?:va\s+)?(?:cac\s+)?(?:don vi\s+)?thanh vien(?:\s+(?:khac|con lai|gom))?()\s*:\s*/;
export const ANNOUNCES =
  /(?:danh sach|cac)?\s*(?:co quan|don vi|thanh vien|doanh nghiep|truong|cong ty|benh vien|to dan pho|thon|phong, ban|so, nganh|xa, phuong)[^.;]{0,60}\b(?:khoi|cum)\b|(?:thanh phan|co cau|to chuc)\s+(?:khoi|cum)|(?:don vi|co quan)\s+(?:tham gia|thanh vien)|(?:don vi|co quan)?\s*thanh vien(?:\s+(?:khoi|cum)[^.;]{0,50})?\s*:?$/;
export const MEMBERS =
  /(?:thanh phan|thanh vien|danh sach|co cau)[^.;]{0,60}(?:khoi|cum)|(?:khoi|cum)[^.;]{0,40}(?:thanh phan|thanh vien|gom)/;
/** "Các đơn vị: …" where the heading says of what. */
export const ALL =
  /^\s*(?:gom\s+)?(?:cac\s+)?(?:co quan, don vi|don vi|co quan|thanh vien)(?:\s+(?:gom|la|sau))*()\s*:\s*/;
/** "Gồm 04 đơn vị: …" below "Thành phần". */
export const HEADED =
  /thanh phan|thanh vien|co cau|danh sach|to chuc (?:khoi|cum|bo may)|cac don vi|^\W*(?:[a-z\d]+[.)-]\s*)?to chuc$/;
export const BARE = /^\s*(?:bao gom|gom co|gom|co)\s+(\d{1,3})\s+[^:;.]{2,60}:\s*/;
export const NOT_MEMBERS =
  /ho so|hoi dong|to giup viec|doan kiem tra|noi dung|kinh phi|du hop|dai bieu|ban to chuc hoi|nhiem vu|tieu chi|trach nhiem|quyen han/;
/** "Sở A, Sở B được mời dự các hội nghị". */
export const GUESTS = /\sduoc moi\s|voi tu cach khach moi/;
/** The sentence goes on: the list ends before its verb. */
export const GOES_ON =
  /\s(?:(?:da|se|cung|nay|cung nhau|thong nhat|nhat tri|cung thong nhat)\s+)*(?:xay dung|ban hanh|de ra|phat dong|trien khai|to chuc|thuc hien|ky ket|ky|dang ky|lap|thong qua|thong nhat)\s+(?:va\s+(?:ban hanh|trien khai|to chuc)(?:\s+thuc hien)?\s+|noi dung\s+|ban\s+|cac\s+)*(?:ke hoach|phong trao|giao uoc|chuong trinh|hoi nghi|thi dua|noi dung)(?![\p{L}])|,?\s+(?:do|trong do|duoi su|theo quyet dinh|theo|thuoc khoi|thuoc cum|trong khoi|cung ky|nham|de|voi)\s(?!luong)/gu;
export const SENTENCE_END =
  /\.(?=\s+\p{Lu}|\s*$)|;\s+(?=(?:truong|pho|cum|khoi)\s)|\(\s*(?:sau day|goi tat|goi chung)/u;
/** The first row of a table of members. */
export const TABLE_HEAD =
  /^(?:stt|tt|so tt|ten don vi|don vi|ghi chu|vai tro|chuc danh|nhiem vu|co quan, don vi|ten co quan)/;
