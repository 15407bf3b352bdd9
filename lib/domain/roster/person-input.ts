import { z } from "zod";
import type { Problem } from "@/lib/domain/problem";
import { lineOf } from "@/lib/domain/text";
import { parseEmailAddress } from "./email-address";

export const MAX_NAME_LENGTH = 120;

/** A person's name; may be empty where a form allows it. */
export const personName = lineOf(MAX_NAME_LENGTH, "name-too-long");

/** One e-mail address, or null when the field is empty. */
export const emailAddress = z
  .string("not-an-address" satisfies Problem)
  .transform((text) => (text.trim() === "" ? null : (parseEmailAddress(text) ?? "")))
  .refine((address) => address !== "", "not-an-address" satisfies Problem);
