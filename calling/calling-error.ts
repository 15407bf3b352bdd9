import type { EndReason } from "@/lib/domain/calling/end-reason";

/** What a promise of the library is rejected with: why, and ACS's code and sub-code. */
export class CallingError extends Error {
  override readonly name = "CallingError";
  readonly code: number;
  readonly subCode: number;

  constructor(message: string, { code, subCode }: EndReason) {
    super(message);
    this.code = code;
    this.subCode = subCode;
  }
}
