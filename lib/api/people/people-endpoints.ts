import "server-only";
import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { afterId, flag, pageLimit, pageOf, personAddress } from "@/lib/api/fields";
import { emailAddress } from "@/lib/domain/roster/person-input";
import { createPerson } from "@/lib/operations/people/create-person";
import { editPerson } from "@/lib/operations/people/edit-person";
import { listPeople } from "@/lib/operations/people/list-people";
import { readPerson } from "@/lib/operations/people/read-person";
import { personBody, presentPerson } from "./person-body";
import { editPersonRequest, newPersonRequest } from "./person-request";

const MAX_SEARCH_LENGTH = 100;
const thePerson = { status: 200, about: "The person.", schema: personBody } as const;

const list = endpoint({
  id: "listPeople",
  method: "GET",
  path: "/people",
  area: "People",
  summary: "List people",
  description: "In the order in which the organization came to know them.",
  scopes: ["people:read"],
  query: z.strictObject({
    name: z.string().max(MAX_SEARCH_LENGTH).optional().meta({ description: "A part of it." }),
    email: emailAddress.optional().meta({ description: "The whole address." }),
    staff: flag.optional().meta({ description: "`true` for those who can lead a room." }),
    after: afterId,
    limit: pageLimit,
  }),
  answer: { status: 200, about: "A page of people.", schema: pageOf(personBody) },
  sample: { query: { staff: "true" } },
  work: async (ctx, { query }) => {
    const { name = null, email = null, staff: isStaff = false, after, limit } = query;
    const { people, next } = await listPeople(ctx, { name, email, isStaff, after, limit });
    return { body: { items: people.map(presentPerson) }, next };
  },
});

const create = endpoint({
  id: "createPerson",
  method: "POST",
  path: "/people",
  area: "People",
  summary: "Add a person",
  scopes: ["people:write"],
  body: newPersonRequest,
  answer: { status: 201, about: "The person.", schema: personBody },
  sample: {
    body: {
      name: "Noor Haddad",
      email: "noor@example.org",
      timeZone: "Europe/Berlin",
      birthYear: 1958,
    },
  },
  work: async (ctx, { body }) => {
    const person = await createPerson(ctx, body);
    return { body: presentPerson(person), location: `/people/${person.id}` };
  },
});

const get = endpoint({
  id: "getPerson",
  method: "GET",
  path: "/people/{personId}",
  area: "People",
  summary: "Get a person",
  scopes: ["people:read"],
  params: personAddress,
  answer: thePerson,
  sample: {},
  work: async (ctx, { params }) => ({
    body: presentPerson(await readPerson(ctx, params.personId)),
  }),
});

const edit = endpoint({
  id: "editPerson",
  method: "PATCH",
  path: "/people/{personId}",
  area: "People",
  summary: "Change a person",
  description: "Members of the staff sign in by their address, so that stays.",
  scopes: ["people:write"],
  params: personAddress,
  body: editPersonRequest,
  answer: thePerson,
  sample: { body: { timeZone: "Europe/Lisbon" } },
  work: async (ctx, { params, body }) => ({
    body: presentPerson(await editPerson(ctx, params.personId, body)),
  }),
});

export const peopleEndpoints = [list, create, get, edit];
