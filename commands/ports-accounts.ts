export type BringingAccount =
  | { kind: 'linked'; name: string }
  /** It is that person's already. */
  | { kind: 'same' }
  /** It is somebody else's who acts for a unit. */
  | { kind: 'taken' }
  | { kind: 'unknown' | 'used' | 'expired' };

/** One person's accounts on several messengers. */
export interface AccountPorts {
  newCode(expiresAt: Date): Promise<string>;
  /** Makes the account that is speaking one of the person's whose code it is; works for strangers. */
  bring(code: string): Promise<BringingAccount>;
  /** `telegram`, `zalo`, `room`: where the person who acts is known. */
  mine(): Promise<string[]>;
}
