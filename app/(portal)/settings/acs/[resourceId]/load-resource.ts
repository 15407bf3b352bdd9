import "server-only";
import { notFound } from "next/navigation";
import { listAcsResources } from "@/lib/operations/acs/list-acs-resources";
import { loadPage } from "@/lib/web/load-page";

/** The resource of a page below it; the page is not found when it is not the organization's. */
export async function loadResource(resourceId: string) {
  const resources = await loadPage(listAcsResources);
  return resources.find(({ id }) => id === resourceId) ?? notFound();
}
