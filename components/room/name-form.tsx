import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { SayRoom } from "./told";
import type { RoomChange } from "./use-room-change";

/** The longest name that the roster takes. */
const MAX_NAME_LENGTH = 120;

/** Whoever comes to an open room says what to call them. */
export function NameForm({ change, say }: { change: RoomChange; say: SayRoom }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get("name");
    void change.change("name", { name });
  };
  return (
    <form onSubmit={submit} className="flex max-w-md flex-col gap-4">
      <Field
        label={say("name")}
        name="name"
        autoComplete="name"
        required
        maxLength={MAX_NAME_LENGTH}
        problem={change.problem ?? undefined}
      />
      <Button type="submit" variant="filled" isBusy={change.isBusy} className="self-start">
        {say("go-on")}
      </Button>
    </form>
  );
}
