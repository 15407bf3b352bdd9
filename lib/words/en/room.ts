export const room = { title: "" } as const;
