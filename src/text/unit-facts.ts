import type { Line } from '../core/message.ts';
import { clip } from './fold.ts';

const LABEL_UNITS = 40;

/** Sentences of what is told of units beside their points: exclusions, ties, who verifies whom. */
export const unitFactText = {
  locked: (): Line[] => [['Điểm đã công bố và đã khóa nên không ghi thêm được. Chỉ còn kiến nghị theo hạn.']],
  knockout: {
    usage: (): Line[] => [
      ['Đề nghị gõ tên đơn vị, lý do và văn bản nguồn, ví dụ:'],
      ['/khong_xet Phòng Kinh tế: có đơn tố cáo đang xem xét (Công văn 12/TTr ngày 01/12/2026)'],
    ],
    noUnit: (): Line[] => [
      ['Hệ thống chưa thấy tên đơn vị nào của khối. Xem tên: ', { code: '/thanh_vien' }],
      ...unitFactText.knockout.usage(),
    ],
    list: (lines: readonly string[]): Line[] =>
      lines.length === 0
        ? [['Chưa ghi đơn vị nào không xét.']]
        : [[{ bold: 'Đang ghi không xét thi đua:' }], ...lines.map((line): Line => [`• ${line}`])],
    preview: (
      unit: string,
      { reason, source }: { reason: string; source: string },
      held: readonly { reason: string; source: string }[],
    ): Line[] => [
      [{ bold: `Sẽ ghi không xét ${unit}: ` }, `${reason} (${source}).`],
      ...held.map((one): Line => [`Đang ghi: ${one.reason} (${one.source}).`]),
      ['Điểm vẫn được chấm, không xếp hạng; đơn vị không đề nghị khen thưởng được và được báo ngay.'],
    ],
    previewTakenBack: (unit: string, held: readonly { reason: string; source: string }[]): Line[] => [
      [{ bold: `Sẽ bỏ ghi không xét ${unit}:` }],
      ...held.map((one): Line => [`• ${one.reason} (${one.source})`]),
      ['Đơn vị được xét thi đua trở lại và được báo ngay.'],
    ],
    exclude: 'Ghi không xét',
    takeBack: 'Bỏ ghi không xét',
    notHeld: (unit: string): Line[] => [
      [`${unit} đang được xét thi đua; không có gì để bỏ ghi. Xem: `, { code: '/khong_xet' }],
    ],
    noReason: (unit: string): Line[] => [
      [`Đề nghị ghi rõ lý do không xét ${unit} và văn bản nguồn trong ngoặc đơn.`],
    ],
    told: (unit: string, reason: string, source: string): Line[] => [
      [{ bold: `Đã ghi không xét ${unit}: ` }, `${reason} (${source}).`],
      [`Bỏ ghi: gõ /khong_xet ${unit}: bỏ.`],
    ],
    takenBack: (unit: string): Line[] => [[`Đã bỏ ghi không xét ${unit}.`]],
    /** To the unit. */
    notice: (unit: string, reason: string, source: string): Line[] => [
      [{ bold: `${unit} được ghi không xét thi đua: ` }, `${reason} (${source}).`],
      [
        'Điểm vẫn được chấm, không xếp hạng. Nếu chưa đúng, đề nghị đồng chí báo Trưởng khối trước khi công bố.',
      ],
    ],
    noticeTakenBack: (unit: string): Line[] => [
      [`Trưởng khối đã bỏ ghi không xét; ${unit} được xét thi đua.`],
    ],
    noSource: 'Trưởng khối ghi nhận',
    withdrawn: 'Trưởng khối bỏ ghi',
  },
  tie: {
    none: (): Line[] => [['Không có đơn vị nào đồng hạng chưa phân định.']],
    /** What is told so far, each line a unit. */
    held: (lines: readonly string[]): Line[] =>
      lines.length === 0
        ? []
        : [
            [{ bold: 'Đang ghi:' }],
            ...lines.map((line): Line => [`• ${line}`]),
            ['Sửa: gõ lại /phan_hang kèm số mới. Bỏ ghi: ', { code: '/phan_hang bỏ' }, '.'],
          ],
    chainEnds: (names: readonly string[]): Line[] => [
      [`${names.join('; ')} đồng hạng; bảng điểm không quy định thêm thứ tự ưu tiên nên giữ đồng hạng.`],
    ],
    decide: (names: readonly string[]): Line[] => [
      [`${names.join('; ')} bằng điểm; bảng điểm giao Khối quyết định. Đơn vị nào xếp trên?`],
    ],
    numbers: (names: readonly string[], what: string): Line[] => [
      [`${names.join('; ')} bằng điểm; cần ${what} của từng đơn vị.`],
      [`Đề nghị gõ, ví dụ: /phan_hang ${names.map((name, n) => `${name} ${Math.max(7 - n, 0)}`).join(', ')}`],
    ],
    twoReadings: (typed: string, readings: readonly string[]): Line[] => [
      [`“${typed}” có thể hiểu là ${readings.join(' hoặc ')}; chưa ghi gì.`],
      ['Đề nghị gõ lại cả dòng: hàng nghìn không dùng dấu, số lẻ viết dấu phẩy.'],
    ],
    negative: (typed: string): Line[] => [
      [`“${typed}” nhỏ hơn 0 nên không ghi được; chưa ghi gì. Đề nghị gõ lại cả dòng.`],
    ],
    notWhole: (typed: string): Line[] => [
      [`Số phiếu là số nguyên, “${typed}” thì không; chưa ghi gì. Đề nghị gõ lại cả dòng.`],
    ],
    notTied: (names: readonly string[]): Line[] => [
      [`${names.join('; ')}: bảng điểm không phân định các đơn vị này theo cách vừa gõ; chưa ghi gì.`],
    ],
    unclear: (): Line[] => [
      ['Hệ thống chưa rõ ghi gì. Gõ số liệu sau tên từng đơn vị, hoặc “… xếp trên …” khi Khối quyết định.'],
    ],
    nothingHeld: (): Line[] => [['Chưa ghi gì để phân định đồng hạng nên không có gì để bỏ.']],
    label: (unit: string) => clip(`${unit} xếp trên`, LABEL_UNITS),
    /** Typed or pressed, it is said as a decision. */
    decides: (unit: string) => `xếp trên: ${unit}`,
    preview: (what: string, lines: readonly string[], missing: readonly string[]): Line[] => [
      [{ bold: `Sẽ ghi ${what}:` }],
      ...lines.map((line): Line => [`• ${line}`]),
      ...(missing.length > 0 ? [[`Còn thiếu: ${missing.join('; ')}.`]] : []),
    ],
    previewTakenBack: (lines: readonly string[]): Line[] => [
      [{ bold: 'Sẽ bỏ ghi:' }],
      ...lines.map((line): Line => [`• ${line}`]),
    ],
    /** Where it holds a value already. */
    changes: (unit: string, before: string | null, value: string) =>
      before === null || before === value ? `${unit}: ${value}` : `${unit}: ${before} → ${value}`,
    place: (value: string) => `thứ tự ${value}`,
    confirm: 'Xác nhận',
    done: (lines: readonly string[]): Line[] => [
      ['Đã ghi:'],
      ...lines.map((line): Line => [`• ${line}`]),
      ['Sửa: gõ lại; bỏ ghi: ', { code: '/phan_hang bỏ' }, ', cho đến khi công bố.'],
    ],
    takenBack: (lines: readonly string[]): Line[] => [
      ['Đã bỏ ghi:'],
      ...lines.map((line): Line => [`• ${line}`]),
    ],
    decided: 'Khối quyết định',
    counted: 'Trưởng khối ghi nhận',
    withdrawn: 'Trưởng khối bỏ ghi',
  },
  assign: {
    usage: (): Line[] => [
      ['Đề nghị gõ đơn vị được chấm và đơn vị chấm, ví dụ:'],
      ['/giao_tham_dinh Trạm Y tế cho Phòng Kinh tế'],
    ],
    list: (lines: readonly string[]): Line[] => [
      [{ bold: 'Ai thẩm định ai:' }],
      ...lines.map((line): Line => [`• ${line}`]),
    ],
    line: (unit: string, verifier: string | null): string =>
      verifier === null ? `${unit}: chưa có đơn vị thẩm định` : `${unit}: ${verifier}`,
    own: (unit: string): Line[] => [[`${unit} không thể tự thẩm định. Đề nghị chọn đơn vị khác.`]],
    done: (unit: string, verifier: string): Line[] => [[`Đã giao ${verifier} thẩm định ${unit}.`]],
    notice: (unit: string): Line[] => [
      [`Đơn vị đồng chí được giao thẩm định (chấm chéo) ${unit}. Khi có bản chấm, gõ /tham_dinh.`],
    ],
  },
} as const;
