/** Slips of a scanner or of the pen that are known for certain from the words beside them. */
export const slips: readonly { wrong: RegExp; right: string; grave: boolean }[] = [
  {
    wrong:
      /(?<!\p{L})(?:phân đầu|phần đầu|phấn đầu|phân đấu|phần đấu)(?=\s(?:hoàn|đạt|vượt|xây|thực|để|trong|có|100|trở|nâng|giữ|là|tăng|giảm|không))/iu,
    right: 'phấn đấu',
    grave: false,
  },
  { wrong: /(?<!\p{L})(?:thi đưa|thí đua)(?!\p{L})/iu, right: 'thi đua', grave: false },
  { wrong: /(?<!\p{L})kê hoạch(?!\p{L})/iu, right: 'kế hoạch', grave: false },
  {
    wrong: /(?<!\p{L})(?:chi tiêu)(?=,? (?:nhiệm vụ|được giao|kế hoạch|thi đua|chủ yếu|phát triển))/iu,
    right: 'chỉ tiêu',
    grave: true,
  },
  { wrong: /(?<!\p{L})diêm(?=\s(?:thi đua|thưởng|trừ|chuẩn))/iu, right: 'điểm', grave: false },
  { wrong: /(?<!\p{L})(?:đối mới)(?!\p{L})/iu, right: 'đổi mới', grave: true },
  { wrong: /(?<!\p{L})khen thường(?!\p{L})/iu, right: 'khen thưởng', grave: true },
  { wrong: /(?<!\p{L})(?:bằng khên|băng khen)(?!\p{L})/iu, right: 'bằng khen', grave: false },
  {
    wrong: /(?<!\p{L})(?:ủy ban nhân dãn|uy ban nhân dân)(?!\p{L})/iu,
    right: 'ủy ban nhân dân',
    grave: false,
  },
  { wrong: /(?<!\p{L})(?:sơ kêt|so kết)(?!\p{L})/iu, right: 'sơ kết', grave: false },
  { wrong: /(?<!\p{L})(?:tống kết|tông kết|tổng kêt)(?!\p{L})/iu, right: 'tổng kết', grave: false },
  { wrong: /(?<!\p{L})(?:báo cao|bảo cáo)(?!\p{L})/iu, right: 'báo cáo', grave: false },
];

/** Words that nobody writes twice on purpose. */
export const doubledWord =
  /(?<!\p{L})(các|những|và|của|về|cho|trong|với|được|để|là|theo|tại|thực hiện|tổ chức|ban hành|phát động|đề nghị|kế hoạch|thi đua|khen thưởng|triển khai|nâng cao|tăng cường|đẩy mạnh)\s+\1(?!\p{L})|về (?:quy định|việc|hướng dẫn) về(?!\p{L})/iu;

/** Both ways of setting the tone in one text: hoá and hóa. */
export const oldTones = /\p{L}*(?:oá|oà|oả|oạ|(?<!q)(?:uỷ|uý|uỳ))(?!\p{L})/iu;
export const newTones = /\p{L}*(?:óa|òa|ỏa|ủy|úy|ùy|ọa)(?!\p{L})/iu;

export const knownAbbreviations = new Set(
  'UBND HĐND MTTQ UBMTTQ VT VP TĐKT HĐTĐKT TW TU BTV CT PCT NV CVP TT CV KT TM TL LĐ GRDP USD PCI PAR INDEX PAPI SIPAS ICOR OCOP CNTT THPT THCS KH QĐ XIV XVI XIII XII XI III VII VIII TNHH MTV CP GDP ISO APEC'.split(
    ' ',
  ),
);
