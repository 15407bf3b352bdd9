/** Whether a message is still to be tried, got through, or was given up. */
export const DELIVERY_STATES = ["pending", "delivered", "failed"] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];
