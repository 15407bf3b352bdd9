import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { SayRoom } from "./told";
import type { RoomChange } from "./use-room-change";

/** The longest name that the roster takes. */
const MAX_NAME_LENGTH = 120;

/** Whoever comes to an open room says what to call them. */
export function NameForm({ change, say }: { change: RoomChange; say: SayRoom }) {
  // A form that was sent is emptied; whoever has to try again keeps what they typed.
  const [typed, setTyped] = useState("");
  const submit = (form: FormData) => {
    const name = String(form.get("name"));
    setTyped(name);
    void change.change("name", { name });
  };
  return (
    <form action={submit} className="flex max-w-md flex-col gap-4">
      <Field
        label={say("name")}
        name="name"
        defaultValue={typed}
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
