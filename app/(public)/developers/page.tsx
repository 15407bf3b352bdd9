import type { Metadata } from "next";
import { Reference } from "@/components/developers/reference";
import { PublicFrame } from "@/components/shell/public-frame";
import { describeReference } from "@/lib/api/document/describe-reference";
import { LIMITS } from "@/lib/web/rate-limit";
import { words } from "@/lib/words/words";

export const metadata: Metadata = { title: words("developers")("title") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?open` unfolds everything. */
export default async function DevelopersPage({ searchParams }: Props) {
  const isOpen = (await searchParams).open !== undefined;
  return (
    <PublicFrame owner={words("shell")("product")} width="wide">
      <Reference {...{ ...describeReference(), isOpen }} limit={LIMITS["api-key"].points} />
    </PublicFrame>
  );
}
