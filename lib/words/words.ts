import { acs } from "./en/acs";
import { auth } from "./en/auth";
import { call } from "./en/call";
import { calling } from "./en/calling";
import { developers } from "./en/developers";
import { devices } from "./en/devices";
import { failures } from "./en/failures";
import { keys } from "./en/keys";
import { mail } from "./en/mail";
import { problems } from "./en/problems";
import { programFailures } from "./en/program-failures";
import { publicPages } from "./en/public";
import { record } from "./en/record";
import { room } from "./en/room";
import { roomForm } from "./en/room-form";
import { rooms } from "./en/rooms";
import { settings } from "./en/settings";
import { shell } from "./en/shell";
import { webhooks } from "./en/webhooks";
import { whoWasHere } from "./en/who-was-here";
import { parseMessages, sayFrom, type ForBrowser, type Messages, type Say } from "./say";

/** Every sentence for people, by language and area. English is the measure: others may lack none of its keys. */
const LANGUAGES = {
  en: {
    acs,
    auth,
    call,
    calling,
    developers,
    devices,
    failures,
    keys,
    mail,
    problems,
    programFailures,
    public: publicPages,
    record,
    room,
    roomForm,
    rooms,
    settings,
    shell,
    webhooks,
    whoWasHere,
  },
} satisfies Record<string, Record<string, Messages>>;

type Areas = (typeof LANGUAGES)["en"];

export type Area = keyof Areas;

/** The sentences of one area, to hand to a component that runs in the browser. */
export function messagesOf<A extends Area>(area: A): ForBrowser<Areas[A]> {
  return parseMessages(LANGUAGES.en[area], "en");
}

/** A speaker of one area's sentences. */
export function words<A extends Area>(area: A): Say<keyof Areas[A] & string> {
  return sayFrom(LANGUAGES.en[area], "en");
}
