import { expect, test } from "vitest";
import { loopbackWebhookProblem } from "./loopback-webhooks";

test.each(["https://visits.example.org", "http://10.0.0.5:3000", "https://localhost.example.org"])(
  "webhooks to this server itself are refused where it is reached as %s",
  (PUBLIC_URL) => {
    expect(loopbackWebhookProblem({ WEBHOOK_LOOPBACK: "allowed", PUBLIC_URL })).toContain(
      "WEBHOOK_LOOPBACK",
    );
    expect(loopbackWebhookProblem({ WEBHOOK_LOOPBACK: "refused", PUBLIC_URL })).toBeNull();
  },
);

test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])(
  "they may be allowed where only this machine is served: %s",
  (PUBLIC_URL) => {
    expect(loopbackWebhookProblem({ WEBHOOK_LOOPBACK: "allowed", PUBLIC_URL })).toBeNull();
  },
);
