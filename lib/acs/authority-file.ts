import "server-only";

/** The certificate authority that clients of this installation have to trust, in the data folder. */
export const AUTHORITY_FILE = "acs-authority.pem";
