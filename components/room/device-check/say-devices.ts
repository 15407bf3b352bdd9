import type { devices } from "@/lib/words/en/devices";
import type { Say } from "@/lib/words/say";

export type SayDevices = Say<keyof typeof devices>;
