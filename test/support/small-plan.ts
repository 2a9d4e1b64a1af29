/** A commune's plan of our own around a few paragraphs: what one test is about stands alone in it. */
export const smallPlan = (body: string): string => `UBND XÃ YÊN THÀNH
KHỐI THI ĐUA SỐ 4
Số: 02/KH-KTĐ4                 Yên Thành, ngày 05 tháng 5 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua năm 2026

Căn cứ Quyết định số 12/QĐ-UBND ngày 10/3/2026 của UBND xã Yên Thành;
Khối thi đua số 4 xã Yên Thành gồm: Phòng Kinh tế (Trưởng khối), Trạm Y tế xã (Phó Trưởng khối), Phòng Văn hóa - Xã hội, Công an xã, Trường Tiểu học Yên Thành xây dựng Kế hoạch như sau:
${body}

TM. KHỐI THI ĐUA
TRƯỞNG KHỐI
Nguyễn Văn An
`;
