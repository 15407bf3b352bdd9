import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button";
import { SIGN_IN_PROBLEMS } from "@/lib/auth/sign-in-problem";
import { words } from "@/lib/words/words";

const say = words("auth");

export const metadata: Metadata = { title: say("problem-unexpected-title") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInProblemPage({ searchParams }: Props) {
  const { reason } = await searchParams;
  const problem = SIGN_IN_PROBLEMS.find((name) => name === reason) ?? "unexpected";
  return (
    <PublicFrame owner={words("public")("product")}>
      <h1 className="text-2xl font-bold">{say(`problem-${problem}-title`)}</h1>
      <p className="mt-4 mb-6 max-w-measure">{say(`problem-${problem}`)}</p>
      <ButtonLink variant="filled" href="/sign-in">
        {say(problem === "link" ? "problem-link-next" : "problem-next")}
      </ButtonLink>
    </PublicFrame>
  );
}
