import type { Metadata } from "next";
import { ActForm } from "@/components/forms/act-form";
import { SeeAnew } from "@/components/rooms/see-anew";
import { ButtonLink } from "@/components/ui/button";
import { DeliveryDetail } from "@/components/webhooks/delivery-detail";
import { EndpointTold } from "@/components/webhooks/endpoint-told";
import { FollowTries } from "@/components/webhooks/follow-tries";
import { isUnderWay } from "@/lib/domain/webhook/is-under-way";
import { getDelivery } from "@/lib/operations/webhooks/get-delivery";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { words } from "@/lib/words/words";
import { replayDeliveryAction } from "@/app/(portal)/settings/webhooks/actions";

const say = words("webhooks");

export const metadata: Metadata = { title: say("delivery-title") };

type Props = {
  params: Promise<{ endpointId: string; deliveryId: string }>;
  searchParams: Promise<{ told?: string | string[] }>;
};

export default async function DeliveryPage({ params, searchParams }: Props) {
  const { endpointId, deliveryId } = await params;
  const { endpoint, delivery, now } = await loadPage(async (ctx) => ({
    ...(await getDelivery(ctx, endpointId, deliveryId)),
    now: ctx.now,
  }));
  const path = `/settings/webhooks/${endpointId}/deliveries/${deliveryId}`;
  return (
    <div className="flex flex-col gap-6">
      <EndpointTold told={(await searchParams).told} path={path} />
      <DeliveryDetail delivery={delivery} reader={await memberReader()} now={now} />
      {!endpoint.off && (
        <ActForm
          action={replayDeliveryAction}
          hidden={{ endpointId, deliveryId }}
          submit={{ label: say("replay"), busy: say("busy"), variant: "filled" }}
        />
      )}
      <p>
        <ButtonLink href={`/settings/webhooks/${endpointId}`}>{say("delivery-back")}</ButtonLink>
      </p>
      <SeeAnew />
      {isUnderWay(delivery, now) && <FollowTries />}
    </div>
  );
}
