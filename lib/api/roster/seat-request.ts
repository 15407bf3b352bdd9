import "server-only";
import { z } from "zod";
import { askedId } from "@/lib/api/fields";
import { newPersonRequest } from "@/lib/api/people/person-request";
import type { Problem } from "@/lib/domain/problem";
import { CAPACITIES } from "@/lib/domain/room/role";

const capacity = z
  .enum(CAPACITIES, "not-offered" satisfies Problem)
  .meta({ description: "One that the kind of room offers." });

/** A person for a roster: somebody new or found by their address, or somebody known by id. */
export const newSeatRequest = z
  .strictObject({
    person: newPersonRequest.optional(),
    personId: askedId.optional(),
    capacity,
  })
  .transform(({ person, personId, capacity }, ctx) => {
    if ((person === undefined) === (personId === undefined)) {
      const message: Problem = person ? "choose-one" : "missing";
      ctx.addIssue({ code: "custom", path: ["person"], message });
    }
    return person
      ? { person, personId: null, capacity }
      : { person: null, personId: personId ?? "", capacity };
  });
