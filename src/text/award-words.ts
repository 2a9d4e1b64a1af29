import type { AwardBasis, AwardProposal, AwardStanding, AwardStepKind, DossierPaper } from '../core/award.ts';

/** What awards, their papers and their ways are called. */

export const paperName: Record<DossierPaper, string> = {
  request: 'tờ trình',
  achievements: 'báo cáo thành tích',
  minutes: 'biên bản kèm kết quả bỏ phiếu',
};
export const standingName: Record<AwardStanding, string> = {
  preparing: 'đang lập hồ sơ',
  sent: 'đã trình',
  granted: 'đã được tặng',
  refused: 'không được tặng',
  withdrawn: 'đã rút',
};
export const stepName: Record<AwardStepKind, string> = {
  ...paperName,
  sent: 'trình hồ sơ',
  granted: 'được tặng',
  refused: 'không được tặng',
  withdrawn: 'rút đề nghị',
};
export const basisName: Record<AwardBasis, string> = {
  ranking: 'kết quả chấm điểm',
  ballot: 'kết quả bình xét',
  meeting: 'kết luận cuộc họp',
  lead: 'đề nghị của Trưởng khối',
};

export const awardee = ({ subject, unitName }: Pick<AwardProposal, 'subject' | 'unitName'>): string =>
  subject === null ? unitName : `${subject} (${unitName})`;
