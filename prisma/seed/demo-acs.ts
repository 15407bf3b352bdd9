import path from "node:path";
import { AUTHORITY_FILE } from "@/lib/acs/authority-file";
import { connectionString } from "@/lib/acs/connection-string";
import { insertAcsResource, listAcsResources } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { env } from "@/lib/env";
import type { DemoOrganization } from "./demo-cast";

/** What a program needs to use a demo organization through the API of ACS. */
export type DemoConnection = {
  organization: string;
  connectionString: string;
  /** The file of the certificate authority that it has to trust. */
  authority: string;
};

/** The connection of a demo organization's resource, which is made when it has none with a key that opens. */
export async function connectionOf({ slug, name }: DemoOrganization): Promise<DemoConnection> {
  const { id } = await database().organization.findUniqueOrThrow({ where: { slug } });
  const known = (await listAcsResources(id)).map(({ keys }) => keys.primary);
  const key =
    known.find((each) => each !== null) ??
    (await insertAcsResource(database(), id, "Demo")).keys.primary;
  return {
    organization: name,
    connectionString: connectionString(key),
    authority: path.resolve(env().ACS_DATA_DIR, AUTHORITY_FILE),
  };
}
