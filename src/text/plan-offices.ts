interface OfficeUnit {
  /** At the beginning of a folded position. */
  office: RegExp;
  /** What the unit is called; null: the office's own words go on with it. */
  unit: string | null;
}

/** The unit that the holder of an office stands for. */
export const officeUnits: readonly OfficeUnit[] = [
  { office: /^(?:pho )?chanh thanh tra\s*(?=$|tinh|bo|so|thanh pho)/, unit: 'Thanh tra' },
  { office: /^(?:pho )?chanh van phong(?=\s|$)/, unit: 'Văn phòng' },
  { office: /^(?:pho )?chanh an(?: toa an nhan dan)?(?=\s|$)/, unit: 'Tòa án nhân dân' },
  { office: /^(?:pho )?vien truong(?: vien kiem sat nhan dan)?(?=\s|$)/, unit: 'Viện Kiểm sát nhân dân' },
  { office: /^(?:pho )?chi huy truong(?: bo chi huy quan su)?(?=\s|$)/, unit: 'Bộ Chỉ huy Quân sự' },
  { office: /^(?:pho )?truong phong(?=\s\S)/, unit: 'Phòng' },
  { office: /^(?:pho )?truong ban(?=\s\S)/, unit: 'Ban' },
  { office: /^(?:pho )?truong thue(?=\s\S)/, unit: 'Thuế' },
  { office: /^(?:pho )?chi cuc truong(?: chi cuc)?(?=\s\S)/, unit: 'Chi cục' },
  { office: /^(?:pho )?cuc truong(?: cuc)?(?=\s\S)/, unit: 'Cục' },
  { office: /^(?:pho )?tram truong(?: tram)?(?=\s\S)/, unit: 'Trạm' },
  {
    office:
      /^(?:pho )?(?:tong )?(?:giam doc|hieu truong|chu tich|chu nhiem|bi thu|tong bien tap|thu truong|vu truong|doi truong)\s+(?=(?:so|cong an|trung tam|cong ty|tong cong ty|truong|kho bac|benh vien|hoi|lien doan|uy ban|ubnd|dang uy|bao|dai|ban|chi nhanh|quy|ngan hang|bao hiem|dien luc|buu dien|vien|hoc vien|doi|vu|thcs|thpt|thue|xi nghiep|nha may)(?:\s|$))/,
    unit: null,
  },
];
