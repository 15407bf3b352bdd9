import "server-only";
import type { Wire } from "@/lib/domain/room/room-view";

/** A value as it stands in JSON, so that a page and its later questions read the same. */
export function toWire<T>(value: T): Wire<T> {
  return JSON.parse(JSON.stringify(value)) as Wire<T>;
}
