/** Titles and honours of people and units, folded. A family's or a village's are none of the bloc's awards. */
export const TITLE =
  /tap the lao dong (?:xuat sac|tien tien)|chien si thi dua(?: (?:co so|cap co so|toan quoc|cap (?:tinh|bo|nganh|thanh pho)|nganh|toan quan))?|lao dong tien tien|chien si tien tien|don vi tien tien/;
const HONOUR = /co thi dua|bang khen|giay khen|huan chuong|ky niem chuong/;
const APPLIES = /dang ky|huong ung/;

/** "90% cá nhân đạt Lao động tiên tiến", "Bằng khen: 02 tập thể": how many receive it, not what has to be done. */
export const isOfAward = (clause: string): boolean =>
  (TITLE.test(clause) || HONOUR.test(clause)) && !APPLIES.test(clause);
