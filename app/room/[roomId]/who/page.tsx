import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { WhoWasHereList } from "@/components/room/who-was-here";
import { PublicFrame } from "@/components/shell/public-frame";
import { TimesIn } from "@/components/shell/times-in";
import { LINK } from "@/components/ui/link-look";
import { AppError } from "@/lib/domain/errors";
import { listWhoWasHere } from "@/lib/operations/join/list-who-was-here";
import { visitorContext } from "@/lib/web/room-context";
import { words } from "@/lib/words/words";

type WhoRoute = { params: Promise<{ roomId: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** Who was in the call, for those who were there. To everybody else the page does not exist. */
export default async function WhoWasHerePage({ params }: WhoRoute) {
  const { roomId } = await params;
  const ctx = await visitorContext(await headers(), roomId);
  const { title, kind, organizationName, timeZone, people } = await load(ctx);
  const say = words("whoWasHere");
  return (
    <PublicFrame owner={organizationName}>
      <h1 className="pb-4 text-xl font-bold sm:text-2xl">{say("title", { kind })}</h1>
      {people.length === 0 ? (
        <p>{say("empty")}</p>
      ) : (
        <>
          <TimesIn timeZone={timeZone} />
          <WhoWasHereList people={people} reader={{ language: "en", timeZone }} now={ctx.now} />
        </>
      )}
      <p className="pt-6">
        <a className={LINK} href={`/room/${roomId}`}>
          {say("back", { title })}
        </a>
      </p>
    </PublicFrame>
  );
}

async function load(ctx: Awaited<ReturnType<typeof visitorContext>>) {
  try {
    return await listWhoWasHere(ctx);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) notFound();
    throw error;
  }
}
