/** What the media server says has happened. It may be lost, doubled, late or out of order. */
export type CallHint =
  | { kind: "other"; callName: string }
  | {
      kind: "joined" | "left";
      callName: string;
      identity: string;
      /** One per connection, never reused. */
      sid: string;
      joinedAt: Date;
      /** When it happened. */
      at: Date;
    };
